// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/captured_program.h"

#include "core/engine/guarded.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

namespace inferometer::engine {

CapturedProgram::CapturedProgram(std::unique_ptr<TorchProgram> inner, std::vector<at::Tensor> inputs,
    std::vector<at::Tensor> buffers, Accelerator& accelerator)
    : m_inner(std::move(inner))
    , m_inputs(std::move(inputs))
    , m_buffers(std::move(buffers))
    , m_accelerator(accelerator)
{
}

Attempt<void> CapturedProgram::prepare()
{
    const auto captured = guarded([this] {
        const c10::InferenceMode noGradients;
        m_graph = m_accelerator.capture([this] { m_outputs = m_inner->run(); });
    });
    if (captured)
        return {};
    m_outputs.clear();
    return failureOf(captured.error(), core::Outcome::CaptureFailed, core::reasons::captureError);
}

std::vector<at::Tensor> CapturedProgram::run()
{
    const c10::InferenceMode noGradients;
    TORCH_CHECK(m_graph, "The program was run before it was recorded.");
    for (std::size_t i = 0; i < m_inputs.size(); ++i)
        m_buffers[i].copy_(m_inputs[i], true);
    m_graph->replay();
    return m_outputs;
}

std::optional<std::uint64_t> CapturedProgram::keptBytes() const
{
    return m_graph ? m_graph->memory_bytes() : std::nullopt;
}

} // namespace inferometer::engine

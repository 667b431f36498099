// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/captured_program.h"

#include "core/engine/guarded.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>

namespace inferometer::engine {

namespace {

constexpr int warmUpsBeforeCapture = 3; // as torch.cuda.make_graphed_callables

} // namespace

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
    const auto captured = guarded([this] { record(); });
    if (captured)
        return {};
    m_outputs.clear();
    return failureOf(captured.error(), core::Outcome::CaptureFailed, core::reasons::captureError);
}

void CapturedProgram::record()
{
    const c10::InferenceMode noGradients;
    auto graph = m_accelerator.newGraph();
    for (int i = 0; i < warmUpsBeforeCapture; ++i)
        m_outputs = m_inner->run();
    m_outputs.clear();
    m_accelerator.synchronise();
    const auto before = graph->reserved_bytes();
    graph->begin();
    try {
        m_outputs = m_inner->run();
        graph->end();
    } catch (...) {
        graph->abandon();
        throw;
    }
    m_accelerator.synchronise();
    // A graph's memory comes from a pool of its own, none of which is shared with what was there before.
    m_kept_bytes = graph->reserved_bytes() - std::min(before, graph->reserved_bytes());
    m_graph = std::move(graph);
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
    return m_graph ? std::optional(m_kept_bytes) : std::nullopt;
}

} // namespace inferometer::engine

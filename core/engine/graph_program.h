// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/failure.h"
#include "core/engine/graph_file.h"
#include "core/engine/torch_program.h"

#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/ivalue.h>
#include <ATen/core/stack.h>

#include <functional>
#include <memory>
#include <string>

namespace inferometer::engine {

/// "No compile": calls each operator of the graph through the dispatcher, as Python's eager mode does,
/// without Python. Equal bit for bit to what Python computes with the same weights and threads.
class GraphProgram final : public TorchProgram {
public:
    /// Finds a weight (`isWeight`) or one of the graph's own constants; null when there is none of that name.
    using FindConstant = std::function<const at::Tensor*(const std::string& name, bool isWeight)>;

    /// Checks every operator and argument before anything runs. `inputs` in the order of the graph.
    static Attempt<std::unique_ptr<GraphProgram>> build(const GraphFile& graph,
        const FindConstant& findConstant, std::vector<at::Tensor> inputs, const at::Device& device);

    std::vector<at::Tensor> run() override;

private:
    /// An argument that changes with every call: tensors of the frame.
    struct Fill {
        std::size_t argument = 0;
        TensorListArgument tensors; ///< one value that stands for itself when `isList` is false
        bool isList = false;
    };

    struct Step {
        explicit Step(c10::OperatorHandle handle)
            : op(std::move(handle))
        {
        }

        c10::OperatorHandle op;
        torch::jit::Stack arguments; ///< prepared once; tensors of the frame are filled in
        std::vector<Fill> fills;
        std::vector<std::optional<ValueIndex>> outputs;
        bool isListOutput = false;
        std::vector<ValueIndex> lastUses; ///< values that nothing needs after this step
    };

    class Builder;

    GraphProgram() = default;
    void fill(const Step& step);
    void store(const Step& step);
    std::vector<at::Tensor> collectOutputs() const;
    void release(const std::vector<ValueIndex>& values);

    std::vector<Step> m_steps;
    std::vector<c10::IValue> m_frame;
    std::vector<ValueIndex> m_outputs;
    std::vector<ValueIndex> m_computed; ///< all values that are neither inputs nor constants
    std::vector<ValueIndex> m_computedOutputs;
    torch::jit::Stack m_stack;
};

} // namespace inferometer::engine

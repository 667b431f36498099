// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/graph_program.h"

#include "core/engine/graph_argument.h"
#include "core/engine/guarded.h"

#include <ATen/ATen.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <c10/core/InferenceMode.h>

#include <set>

namespace inferometer::engine {

using core::Outcome;
namespace reasons = core::reasons;

namespace {

std::string fullName(const GraphNode& node)
{
    return node.overload.empty() ? node.op : node.op + "." + node.overload;
}

} // namespace

class GraphProgram::Builder {
public:
    Builder(const GraphFile& graph, at::Device device)
        : m_graph(graph)
        , m_device(device)
    {
        m_program->m_frame.resize(static_cast<std::size_t>(graph.valueCount));
        m_program->m_outputs = graph.outputs;
    }

    Attempt<void> bind(const FindConstant& findConstant, std::vector<at::Tensor> inputs);
    Attempt<void> addSteps();
    void markLastUses();
    std::unique_ptr<GraphProgram> take() { return std::move(m_program); }

private:
    Attempt<Step> makeStep(const GraphNode& node) const;
    Attempt<void> addArgument(Step& step, const GraphArgument& argument, std::vector<bool>& isGiven) const;

    const GraphFile& m_graph;
    at::Device m_device;
    std::unique_ptr<GraphProgram> m_program{new GraphProgram};
};

Attempt<void> GraphProgram::Builder::bind(const FindConstant& findConstant, std::vector<at::Tensor> inputs)
{
    if (inputs.size() != m_graph.inputs.size())
        return failure(Outcome::LoadFailed, reasons::graphDamaged,
            {"it has " + std::to_string(m_graph.inputs.size()) + " inputs, " + std::to_string(inputs.size())
                + " are stored"});
    for (std::size_t i = 0; i < inputs.size(); ++i)
        m_program->m_frame[static_cast<std::size_t>(m_graph.inputs[i])] = std::move(inputs[i]);
    for (const auto& constant : m_graph.constants) {
        const auto* tensor = findConstant(constant.name, constant.isWeight);
        if (tensor == nullptr)
            return failure(Outcome::LoadFailed, reasons::constantMissing, {constant.name});
        m_program->m_frame[static_cast<std::size_t>(constant.value)] = *tensor;
    }
    return {};
}

Attempt<void> GraphProgram::Builder::addSteps()
{
    m_program->m_steps.reserve(m_graph.nodes.size());
    for (const auto& node : m_graph.nodes) {
        auto step = makeStep(node);
        if (!step)
            return step.failure();
        m_program->m_steps.push_back(*std::move(step));
    }
    return {};
}

Attempt<GraphProgram::Step> GraphProgram::Builder::makeStep(const GraphNode& node) const
{
    const auto name = fullName(node);
    const auto handle = c10::Dispatcher::singleton().findSchema({node.op, node.overload});
    if (!handle)
        return failure(Outcome::LoadFailed, reasons::unknownOperator, {name});

    Step step(*handle);
    const auto& schema = step.op.schema();
    const auto returnsOne = schema.returns().size() == 1;
    const auto returnsList = returnsOne && schema.returns()[0].type()->kind() == c10::TypeKind::ListType;
    if (node.isListOutput != returnsList || (!returnsList && node.outputs.size() > schema.returns().size()))
        return failure(Outcome::LoadFailed, reasons::operatorMismatch, {name, "output"});
    step.outputs = node.outputs;
    step.isListOutput = node.isListOutput;

    for (const auto& argument : schema.arguments())
        step.arguments.push_back(argument.default_value().value_or(c10::IValue()));
    std::vector<bool> isGiven(schema.arguments().size());
    for (const auto& argument : node.arguments) {
        if (auto added = addArgument(step, argument, isGiven); !added)
            return added.failure();
    }
    for (std::size_t i = 0; i < isGiven.size(); ++i) {
        if (!isGiven[i] && !schema.arguments()[i].default_value())
            return failure(
                Outcome::LoadFailed, reasons::operatorMismatch, {name, schema.arguments()[i].name()});
    }
    return step;
}

Attempt<void> GraphProgram::Builder::addArgument(
    Step& step, const GraphArgument& argument, std::vector<bool>& isGiven) const
{
    const auto& schema = step.op.schema();
    const auto mismatch = [&] {
        return failure(Outcome::LoadFailed, reasons::operatorMismatch,
            {toString(schema.operator_name()), argument.name});
    };
    const auto index = schema.argumentIndexWithName(argument.name);
    if (!index || isGiven[static_cast<std::size_t>(*index)])
        return mismatch();
    const auto place = static_cast<std::size_t>(*index);
    auto value = argumentValue(argument, schema.arguments()[place], m_device);
    if (!value)
        return mismatch();

    isGiven[place] = true;
    step.arguments[place] = *std::move(value);
    if (const auto* tensor = std::get_if<TensorArgument>(&argument.value))
        step.fills.push_back({place, {{tensor->value}, false}, false});
    else if (const auto* list = std::get_if<TensorListArgument>(&argument.value))
        step.fills.push_back({place, *list, true});
    return {};
}

void GraphProgram::Builder::markLastUses()
{
    std::set<ValueIndex> kept(m_graph.inputs.begin(), m_graph.inputs.end());
    for (const auto& constant : m_graph.constants)
        kept.insert(constant.value);
    for (ValueIndex value = 0; value < m_graph.valueCount; ++value) {
        if (!kept.contains(value))
            m_program->m_computed.push_back(value);
    }
    for (const auto output : m_graph.outputs) {
        if (kept.insert(output).second)
            m_program->m_computedOutputs.push_back(output);
    }
    for (auto step = m_program->m_steps.rbegin(); step != m_program->m_steps.rend(); ++step) {
        const auto use = [&](const std::optional<ValueIndex>& value) {
            if (value && kept.insert(*value).second)
                step->lastUses.push_back(*value);
        };
        for (const auto& fill : step->fills) {
            for (const auto& value : fill.tensors.values)
                use(value);
        }
        for (const auto& value : step->outputs)
            use(value);
    }
}

Attempt<std::unique_ptr<GraphProgram>> GraphProgram::build(const GraphFile& graph,
    const FindConstant& findConstant, std::vector<at::Tensor> inputs, const at::Device& device)
{
    const c10::InferenceMode noGradients;
    auto built = guarded([&]() -> Attempt<std::unique_ptr<GraphProgram>> {
        Builder builder(graph, device);
        if (auto bound = builder.bind(findConstant, std::move(inputs)); !bound)
            return bound.failure();
        if (auto added = builder.addSteps(); !added)
            return added.failure();
        builder.markLastUses();
        return builder.take();
    });
    if (!built)
        return failureOf(built.error(), Outcome::LoadFailed, reasons::loadError);
    return *std::move(built);
}

void GraphProgram::fill(const Step& step)
{
    m_stack.clear();
    m_stack.insert(m_stack.end(), step.arguments.begin(), step.arguments.end());
    const auto valueAt = [this](ValueIndex index) -> const c10::IValue& {
        return m_frame[static_cast<std::size_t>(index)];
    };
    for (const auto& fill : step.fills) {
        const auto& values = fill.tensors.values;
        if (!fill.isList) {
            m_stack[fill.argument] = valueAt(*values.front());
        } else if (fill.tensors.hasOptionals) {
            c10::List<std::optional<at::Tensor>> list;
            list.reserve(values.size());
            for (const auto& value : values)
                list.push_back(value ? std::optional(valueAt(*value).toTensor()) : std::nullopt);
            m_stack[fill.argument] = std::move(list);
        } else {
            c10::List<at::Tensor> list;
            list.reserve(values.size());
            for (const auto& value : values)
                list.push_back(valueAt(*value).toTensor());
            m_stack[fill.argument] = std::move(list);
        }
    }
}

void GraphProgram::store(const Step& step)
{
    const auto put = [this](const std::optional<ValueIndex>& place, c10::IValue value) {
        if (place)
            m_frame[static_cast<std::size_t>(*place)] = std::move(value);
    };
    if (step.isListOutput) {
        const auto tensors = m_stack.front().toTensorList();
        TORCH_CHECK(tensors.size() == step.outputs.size(), toString(step.op.operator_name()), " returned ",
            tensors.size(), " tensors, not ", step.outputs.size());
        for (std::size_t i = 0; i < step.outputs.size(); ++i)
            put(step.outputs[i], tensors.get(i));
    } else {
        for (std::size_t i = 0; i < step.outputs.size(); ++i)
            put(step.outputs[i], std::move(m_stack[i]));
    }
    m_stack.clear();
}

std::vector<at::Tensor> GraphProgram::collectOutputs() const
{
    std::vector<at::Tensor> outputs;
    outputs.reserve(m_outputs.size());
    for (const auto value : m_outputs)
        outputs.push_back(m_frame[static_cast<std::size_t>(value)].toTensor());
    return outputs;
}

void GraphProgram::release(const std::vector<ValueIndex>& values)
{
    for (const auto value : values)
        m_frame[static_cast<std::size_t>(value)] = c10::IValue();
}

std::vector<at::Tensor> GraphProgram::run()
{
    const c10::InferenceMode noGradients;
    try {
        for (const auto& step : m_steps) {
            fill(step);
            step.op.callBoxed(m_stack);
            store(step);
            release(step.lastUses);
        }
    } catch (...) {
        // Nothing of a failed inference may stay in memory: other variants go on.
        m_stack.clear();
        release(m_computed);
        throw;
    }
    auto outputs = collectOutputs();
    release(m_computedOutputs);
    return outputs;
}

} // namespace inferometer::engine

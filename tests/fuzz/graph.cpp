// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/graph_file.h"
#include "tests/fuzz/fuzz.h"

namespace inferometer::fuzz {

using namespace engine;

namespace {

/// The engine takes a value's number for a place in its frame without another look.
class Places {
public:
    explicit Places(int count)
        : m_count(count)
    {
    }

    void check(ValueIndex value) const { require(value >= 0 && value < m_count); }
    void check(const std::optional<ValueIndex>& value) const
    {
        if (value)
            check(*value);
    }
    template <typename List> void checkAll(const List& values) const
    {
        for (const auto& value : values)
            check(value);
    }

private:
    int m_count = 0;
};

} // namespace

void fuzz(std::string_view input)
{
    const auto graph = parseGraph(input);
    if (!graph) {
        require(!graph.error().detail.empty());
        return;
    }
    const Places places(graph->valueCount);
    places.checkAll(graph->inputs);
    places.checkAll(graph->outputs);
    for (const auto& constant : graph->constants)
        places.check(constant.value);
    for (const auto& node : graph->nodes) {
        places.checkAll(node.outputs);
        for (const auto& argument : node.arguments) {
            if (const auto* tensor = std::get_if<TensorArgument>(&argument.value))
                places.check(tensor->value);
            if (const auto* tensors = std::get_if<TensorListArgument>(&argument.value))
                places.checkAll(tensors->values);
        }
    }
}

} // namespace inferometer::fuzz

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/graph_file.h"

#include "core/protocol/json.h"

#include <fstream>
#include <iterator>
#include <unordered_map>

namespace inferometer::engine {

using core::Error;
using core::ErrorCode;
using core::Json;
using core::JsonError;
using core::Result;

namespace {

constexpr int graphVersion = 1;
constexpr core::JsonLimits graphLimits{.bytes = 64u << 20, .depth = 16, .values = 8'000'000};

template <typename T> T read(const Json& json, const char* key)
{
    const auto found = json.find(key);
    if (found == json.end())
        throw JsonError(std::string("'") + key + "' is missing");
    T value{};
    try {
        core::readJson(*found, value);
    } catch (const JsonError& error) {
        throw JsonError(std::string("'") + key + "' " + error.what());
    }
    return value;
}

const Json& list(const Json& json, const char* key)
{
    const auto found = json.find(key);
    if (found == json.end() || !found->is_array())
        throw JsonError(std::string("'") + key + "' is not a list");
    return *found;
}

/// JSON has no infinities: the worker writes them as words.
double readDouble(const Json& json)
{
    if (json.is_number())
        return json.get<double>();
    if (json == "inf")
        return std::numeric_limits<double>::infinity();
    if (json == "-inf")
        return -std::numeric_limits<double>::infinity();
    if (json == "nan")
        return std::numeric_limits<double>::quiet_NaN();
    throw JsonError("a number is expected");
}

class Reader {
public:
    GraphFile read(const Json& json);

private:
    ValueIndex define(const std::string& name);
    ValueIndex use(const std::string& name) const;
    GraphNode readNode(const Json& json);
    GraphArgument readArgument(const Json& json) const;
    TensorListArgument readTensors(const Json& json, bool hasOptionals) const;

    std::unordered_map<std::string, ValueIndex> m_values;
};

ValueIndex Reader::define(const std::string& name)
{
    const auto [entry, isNew] = m_values.try_emplace(name, static_cast<ValueIndex>(m_values.size()));
    if (!isNew)
        throw JsonError("value " + name + " is defined twice");
    return entry->second;
}

ValueIndex Reader::use(const std::string& name) const
{
    const auto found = m_values.find(name);
    if (found == m_values.end())
        throw JsonError("value " + name + " is used before it exists");
    return found->second;
}

TensorListArgument Reader::readTensors(const Json& json, bool hasOptionals) const
{
    TensorListArgument tensors;
    tensors.hasOptionals = hasOptionals;
    for (const auto& name : list(json, "values")) {
        if (hasOptionals && name.is_null())
            tensors.values.emplace_back();
        else if (name.is_string())
            tensors.values.emplace_back(use(name.get<std::string>()));
        else
            throw JsonError("a list of tensors holds something else");
    }
    return tensors;
}

GraphArgument Reader::readArgument(const Json& json) const
{
    GraphArgument argument{engine::read<std::string>(json, "name"), {}};
    const auto kind = engine::read<std::string>(json, "kind");
    if (kind == "tensor") {
        argument.value = TensorArgument{use(engine::read<std::string>(json, "value"))};
    } else if (kind == "tensors" || kind == "optional_tensors") {
        argument.value = readTensors(json, kind == "optional_tensors");
    } else if (kind == "none") {
        argument.value = NoneArgument{};
    } else if (kind == "int") {
        argument.value = engine::read<std::int64_t>(json, "value");
    } else if (kind == "float") {
        argument.value = readDouble(json.value("value", Json()));
    } else if (kind == "bool") {
        argument.value = engine::read<bool>(json, "value");
    } else if (kind == "string") {
        argument.value = engine::read<std::string>(json, "value");
    } else if (kind == "ints") {
        argument.value = engine::read<std::vector<std::int64_t>>(json, "values");
    } else if (kind == "floats") {
        std::vector<double> numbers;
        for (const auto& number : list(json, "values"))
            numbers.push_back(readDouble(number));
        argument.value = std::move(numbers);
    } else if (kind == "bools") {
        std::vector<bool> bits;
        for (const auto& bit : list(json, "values")) {
            if (!bit.is_boolean())
                throw JsonError("a list of bools holds something else");
            bits.push_back(bit.get<bool>());
        }
        argument.value = std::move(bits);
    } else if (kind == "dtype") {
        argument.value = DataTypeArgument{engine::read<std::string>(json, "value")};
    } else if (kind == "device") {
        argument.value = DeviceArgument{};
    } else if (kind == "layout") {
        if (engine::read<std::string>(json, "value") != "strided")
            throw JsonError("only strided tensors are supported");
        argument.value = LayoutArgument{};
    } else if (kind == "memory_format") {
        argument.value = MemoryFormatArgument{engine::read<std::string>(json, "value")};
    } else {
        throw JsonError("argument '" + argument.name + "' has the unknown kind '" + kind + "'");
    }
    return argument;
}

GraphNode Reader::readNode(const Json& json)
{
    GraphNode node{
        engine::read<std::string>(json, "op"), json.value("overload", std::string()), {}, {}, false};
    for (const auto& argument : list(json, "args"))
        node.arguments.push_back(readArgument(argument));
    node.isListOutput = json.contains("outputs_list");
    for (const auto& name : list(json, node.isListOutput ? "outputs_list" : "outputs")) {
        if (name.is_null())
            node.outputs.emplace_back();
        else if (name.is_string())
            node.outputs.emplace_back(define(name.get<std::string>()));
        else
            throw JsonError("an output has no name");
    }
    return node;
}

GraphFile Reader::read(const Json& json)
{
    if (!json.is_object())
        throw JsonError("it is not an object");
    if (const auto version = engine::read<int>(json, "version"); version != graphVersion)
        throw JsonError(
            "its version is " + std::to_string(version) + ", not " + std::to_string(graphVersion));

    GraphFile graph;
    for (const auto& name : engine::read<std::vector<std::string>>(json, "inputs"))
        graph.inputs.push_back(define(name));
    for (const auto& constant : list(json, "constants")) {
        const auto value = define(engine::read<std::string>(constant, "value"));
        const auto from = engine::read<std::string>(constant, "from");
        if (from != "weights" && from != "constants")
            throw JsonError("a constant comes from '" + from + "'");
        graph.constants.push_back({value, engine::read<std::string>(constant, "name"), from == "weights"});
    }
    for (const auto& node : list(json, "nodes")) {
        try {
            graph.nodes.push_back(readNode(node));
        } catch (const std::exception& error) {
            throw JsonError("node " + std::to_string(graph.nodes.size()) + ": " + error.what());
        }
    }
    for (const auto& name : engine::read<std::vector<std::string>>(json, "outputs"))
        graph.outputs.push_back(use(name));
    if (graph.outputs.empty())
        throw JsonError("it has no output");
    graph.valueCount = static_cast<int>(m_values.size());
    return graph;
}

} // namespace

Result<GraphFile> parseGraph(std::string_view text)
{
    const auto json = core::parseJson(text, ErrorCode::FileInvalid, graphLimits);
    if (!json)
        return json.error();
    try {
        return Reader().read(*json);
    } catch (const std::exception& error) {
        return Error{ErrorCode::FileInvalid, std::string("The graph is not valid: ") + error.what() + "."};
    }
}

Result<GraphFile> readGraph(const std::filesystem::path& path)
{
    std::error_code failure;
    const auto bytes = std::filesystem::file_size(path, failure);
    std::ifstream file(path, std::ios::binary);
    if (failure || !file)
        return Error{ErrorCode::FileNotFound, "The file " + path.filename().string() + " cannot be read."};
    if (bytes > graphLimits.bytes)
        return Error{ErrorCode::FileInvalid, "The graph is not valid: it is too large."};
    const std::string text(std::istreambuf_iterator<char>(file), {});
    return parseGraph(text);
}

} // namespace inferometer::engine

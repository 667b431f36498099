// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// The graph as the worker writes it: operators by name, arguments by kind, values by number. Plain data, no
/// Torch; everything that does not need an operator's schema is checked here.
namespace inferometer::engine {

/// Place of a value in the frame of a running graph.
using ValueIndex = int;

struct TensorArgument {
    ValueIndex value = 0;
};
struct TensorListArgument {
    std::vector<std::optional<ValueIndex>> values;
    bool hasOptionals = false; ///< the operator takes a list of optional tensors
};
struct NoneArgument { };
struct DataTypeArgument {
    std::string word; ///< "float32"
};
/// Always the device of the visit, whatever the graph was exported on.
struct DeviceArgument { };
struct LayoutArgument { };
struct MemoryFormatArgument {
    std::string word; ///< "contiguous", "channels_last", "channels_last_3d", "preserve"
};

struct GraphArgument {
    std::string name;
    std::variant<NoneArgument, TensorArgument, TensorListArgument, std::int64_t, double, bool, std::string,
        std::vector<std::int64_t>, std::vector<double>, std::vector<bool>, DataTypeArgument, DeviceArgument,
        LayoutArgument, MemoryFormatArgument>
        value;
};

struct GraphNode {
    std::string op; ///< "aten::conv2d"
    std::string overload; ///< "" or "Tensor"
    std::vector<GraphArgument> arguments;
    std::vector<std::optional<ValueIndex>> outputs; ///< nothing: not used
    bool isListOutput = false; ///< one output that is a list of tensors
};

struct GraphConstant {
    ValueIndex value = 0;
    std::string name;
    bool isWeight = false; ///< else one of the graph's own constants
};

struct GraphFile {
    std::vector<ValueIndex> inputs;
    std::vector<GraphConstant> constants;
    std::vector<GraphNode> nodes;
    std::vector<ValueIndex> outputs;
    int valueCount = 0;
};

/// Every value is defined once and before its use. An error's detail is one sentence without the file's name.
core::Result<GraphFile> parseGraph(std::string_view text);
core::Result<GraphFile> readGraph(const std::filesystem::path& path);

} // namespace inferometer::engine

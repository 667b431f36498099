// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/graph_file.h"

#include <ATen/core/function_schema.h>
#include <ATen/core/ivalue.h>

#include <optional>

namespace inferometer::engine {

/// An argument of the graph as the operator's schema wants it; nothing when its kind does not fit. Tensors of
/// the running graph are placeholders, to be filled in for each call.
std::optional<c10::IValue> argumentValue(
    const GraphArgument& argument, const c10::Argument& schema, const at::Device& device);

} // namespace inferometer::engine

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/flat_rows.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace inferometer::core {

/// What a cell holds; nothing where nothing was measured, never 0 for it.
using Cell = std::variant<std::monostate, std::string, double, std::int64_t, bool>;

struct Column {
    std::string_view name;
    Cell (*value)(const FlatRow&);
};

/// The columns of every derived table, in their order: header, CSV and JSON Lines follow this list.
std::span<const Column> columns();

} // namespace inferometer::core

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/study_table.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace inferometer::core {

/// What a reader of one row must know: its notes, and why a figure is not published.
std::vector<Note> remarksOn(const StudyRow& row);
/// The same of several rows of a table, each remark once, in the order of the rows.
std::vector<Note> remarksOn(const StudyTable& table, std::span<const std::size_t> rows);
/// The places where published rows stand, each once.
std::vector<std::string> originsOf(const StudyTable& table, std::span<const std::size_t> rows);

} // namespace inferometer::core

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/record.h"

#include <filesystem>
#include <string>

/// The derived forms of a run. Numbers are in seconds and locale-free; nothing in them says who or where.
namespace inferometer::core {

enum class TableFormat { Markdown, Csv, Json, JsonLines };

template <> struct Words<TableFormat> {
    static constexpr std::array all{
        Word<TableFormat>{TableFormat::Markdown, "md"},
        Word<TableFormat>{TableFormat::Csv, "csv"},
        Word<TableFormat>{TableFormat::Json, "json"},
        Word<TableFormat>{TableFormat::JsonLines, "jsonl"},
    };
};

/// RFC 4180 with a header; a text that a spreadsheet would take for a formula gets an apostrophe before it.
std::string toCsv(const RunRecord& run);
/// One object per row; a key without a value is left out.
std::string toJsonLines(const RunRecord& run);
/// Plan, sessions, records with their samples and the flat rows, in one document.
std::string toJson(const RunRecord& run);

} // namespace inferometer::core

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/remarks.h"

#include "core/study/note_codes.h"

#include <algorithm>

namespace inferometer::core {
namespace {

template <typename Value> void addOnce(std::vector<Value>& values, const Value& value)
{
    if (std::find(values.begin(), values.end(), value) == values.end())
        values.push_back(value);
}

} // namespace

std::vector<Note> remarksOn(const StudyRow& row)
{
    auto remarks = row.notes;
    if (row.reason.code == codes::notPublished)
        remarks.push_back(row.reason);
    return remarks;
}

std::vector<Note> remarksOn(const StudyTable& table, std::span<const std::size_t> rows)
{
    std::vector<Note> remarks;
    for (const std::size_t row : rows) {
        for (const auto& remark : remarksOn(table.rows[row]))
            addOnce(remarks, remark);
    }
    return remarks;
}

std::vector<std::string> originsOf(const StudyTable& table, std::span<const std::size_t> rows)
{
    std::vector<std::string> origins;
    for (const std::size_t row : rows) {
        if (const auto& origin = table.rows[row].origin; !origin.empty())
            addOnce(origins, origin);
    }
    return origins;
}

} // namespace inferometer::core

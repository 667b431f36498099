// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/exports.h"

#include "core/base/numbers.h"
#include "core/store/columns.h"
#include "core/store/record_json.h"
#include "core/store/run_lines.h"

namespace inferometer::core {

namespace {

struct CsvText {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(double value) const { return exactText(value); }
    std::string operator()(std::int64_t value) const { return std::to_string(value); }
    std::string operator()(bool value) const { return value ? "true" : "false"; }
    std::string operator()(const std::string& text) const
    {
        constexpr std::string_view formulaStarts = "=+-@\t\r";
        const bool isFormula = !text.empty() && formulaStarts.find(text.front()) != std::string_view::npos;
        const auto safe = isFormula ? "'" + text : text;
        if (safe.find_first_of(",\"\r\n") == std::string::npos)
            return safe;
        std::string quoted = "\"";
        for (const char c : safe)
            quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
        return quoted + "\"";
    }
};

struct JsonValue {
    Json operator()(std::monostate) const { return {}; }
    template <typename T> Json operator()(const T& value) const { return value; }
};

/// Keys in the order of the columns.
nlohmann::ordered_json objectOf(const FlatRow& row)
{
    auto object = nlohmann::ordered_json::object();
    for (const auto& column : columns()) {
        const auto cell = column.value(row);
        if (!std::holds_alternative<std::monostate>(cell))
            object[std::string(column.name)] = std::visit(JsonValue(), cell);
    }
    return object;
}

std::string objectText(const FlatRow& row)
{
    return objectOf(row).dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

template <typename Range, typename Text> std::string listText(const Range& range, Text text)
{
    std::string list = "[";
    for (const auto& element : range)
        list += (list.size() > 1 ? ",\n" : "\n") + text(element);
    return list + "\n]";
}

} // namespace

std::string toCsv(const RunRecord& run)
{
    std::string text;
    const auto addLine = [&](auto&& cellOf) {
        bool isFirst = true;
        for (const auto& column : columns()) {
            text += (isFirst ? "" : ",") + cellOf(column);
            isFirst = false;
        }
        text += "\n";
    };
    addLine([](const Column& column) { return std::string(column.name); });
    for (const auto& row : flatRows(run))
        addLine([&](const Column& column) { return std::visit(CsvText(), column.value(row)); });
    return text;
}

std::string toJsonLines(const RunRecord& run)
{
    std::string text;
    for (const auto& row : flatRows(run))
        text += objectText(row) + "\n";
    return text;
}

std::string toJson(const RunRecord& run)
{
    const auto recordText = [](const VisitRecord& record) {
        return record.line.empty() ? toLine(writeJson(record)) : withoutCheck(record.line);
    };
    return "{\"schema\": {\"major\": " + std::to_string(schemaMajor)
        + ", \"minor\": " + std::to_string(schemaMinor) + "},\n\"run\": " + withoutCheck(headerLine(run))
        + ",\n\"ending\": \"" + std::string(toWord(run.ending)) + "\",\n\"sessions\": "
        + listText(run.sessions, [](const Environment& e) { return toLine(writeJson(e)); })
        + ",\n\"rows\": " + listText(flatRows(run), objectText)
        + ",\n\"visits\": " + listText(run.visits, recordText) + "\n}\n";
}

} // namespace inferometer::core

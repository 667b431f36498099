// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/import.h"

#include "core/base/numbers.h"
#include "core/base/text.h"
#include "core/study/csv.h"
#include "core/study/import_words.h"
#include "core/study/note_codes.h"
#include "core/study/phrases.h"

#include <array>
#include <cmath>
#include <limits>

namespace inferometer::core {
namespace {

constexpr int maxBatch = 1'000'000;

Error unreadable(const std::string& text, const std::string& what)
{
    return Error{ErrorCode::FileInvalid, "'" + oneLine(text, 60) + "' is no " + what + "."};
}

/// The mapping with its columns found in the header.
class Columns {
public:
    Columns(const CsvMapping& mapping, const CsvTable& content)
        : m_mapping(mapping)
        , m_content(content)
    {
    }

    /// Every column that is named has to be there, and those without which there is no row.
    Result<void> check() const
    {
        const bool hasTimes =
            !m_mapping.time.empty() || (!m_mapping.noCompile.empty() && !m_mapping.compiled.empty());
        if (m_mapping.model.empty() || !hasTimes)
            return Error{ErrorCode::UsageInvalid, Note{"columns-not-named", {}}};
        const auto& m = m_mapping;
        for (const auto& name : {m.model, m.task, m.device, m.batch, m.dtype, m.engine, m.mode, m.time,
                 m.noCompile, m.compiled}) {
            if (name.empty() || m_content.column(name))
                continue;
            const Error unknown(ErrorCode::UsageInvalid, Note{"column-unknown", {oneLine(name, 60)}});
            const auto hint = didYouMean(name, m_content.header);
            return hint ? unknown.followedBy(*hint) : unknown;
        }
        return {};
    }

    /// Empty where no column says it.
    std::string cell(std::size_t row, const std::string& name) const
    {
        const auto column = name.empty() ? std::nullopt : m_content.column(name);
        return column ? trimmed(m_content.rows[row][*column]) : std::string();
    }

private:
    const CsvMapping& m_mapping;
    const CsvTable& m_content;
};

double secondsPer(TimeUnit unit)
{
    switch (unit) {
    case TimeUnit::Seconds:
        return 1;
    case TimeUnit::Milliseconds:
        return 1e-3;
    case TimeUnit::Microseconds:
        return 1e-6;
    }
    return 1;
}

Result<void> readTime(StudyRow& row, const std::string& text, TimeUnit unit)
{
    const auto word = lowerCase(text);
    if (word == "oom" || word == "out of memory" || word == "out-of-memory") {
        row.outcome = Outcome::OutOfMemory;
        return {};
    }
    if (word.empty() || word == "-" || word == "n/a" || word == "nan") {
        row.outcome = Outcome::NotRun;
        return {};
    }
    const auto value = doubleFrom(text);
    if (!value || !std::isfinite(*value) || !(*value > 0))
        return unreadable(text, "duration");
    row.outcome = Outcome::Measured;
    row.mean_s = *value * secondsPer(unit);
    return {};
}

/// What the rows of a line have in common.
Result<StudyRow> readCommon(
    const Columns& columns, std::size_t line, const CsvMapping& mapping, const Catalog& catalog)
{
    StudyRow row;
    const auto name = columns.cell(line, mapping.model);
    if (name.empty())
        return Error{ErrorCode::FileInvalid, "The model is missing."};
    // The guide's own form: "Image Classification/ViT".
    const auto slash = name.find('/');
    const bool hasTask = slash != std::string::npos && name.substr(0, slash).find(' ') != std::string::npos;
    nameModel(row, hasTask ? name.substr(slash + 1) : name, catalog);
    if (const auto task = fromWord<Task>(lowerCase(columns.cell(line, mapping.task))))
        row.task = *task;
    const auto device = columns.cell(line, mapping.device);
    row.setting.device = row.deviceName = device.empty() ? mapping.defaultDevice : oneLine(device, 200);
    row.batch = mapping.defaultBatch;
    if (const auto batch = columns.cell(line, mapping.batch); lowerCase(batch) == "unbatched") {
        row.batch = 1;
        row.notes.push_back(phrase(codes::unbatchedAsBatchOne));
    } else if (!batch.empty()) {
        const auto number = integerFrom(batch);
        if (!number || *number < 1 || *number > maxBatch)
            return unreadable(batch, "batch size");
        row.batch = static_cast<int>(*number);
    }
    const auto dtype = importedType(columns.cell(line, mapping.dtype), mapping.defaultType);
    const auto engine = importedEngine(columns.cell(line, mapping.engine), mapping.defaultEngine);
    if (!dtype)
        return dtype.error();
    if (!engine)
        return engine.error();
    row.setting.dtype = *dtype;
    row.variant.engine = *engine;
    return row;
}

Result<void> addLine(StudyTable& table, const Columns& columns, std::size_t line, const CsvMapping& mapping,
    const Catalog& catalog)
{
    auto common = readCommon(columns, line, mapping, catalog);
    if (!common)
        return common.error();
    const auto mode = importedMode(columns.cell(line, mapping.mode), mapping.defaultMode);
    if (!mode)
        return mode.error();
    const auto timed = [&](CompileMode compileMode, const std::string& column) -> Result<StudyRow> {
        StudyRow row = *common;
        row.variant.mode = compileMode;
        if (const auto read = readTime(row, columns.cell(line, column), mapping.unit); !read)
            return read.error();
        return row;
    };
    if (!mapping.time.empty()) {
        auto row = timed(*mode, mapping.time);
        if (!row)
            return row.error();
        table.rows.push_back(std::move(*row));
        return {};
    }
    auto baseline = timed(CompileMode::None, mapping.noCompile);
    auto compiled = timed(*mode, mapping.compiled);
    if (!baseline)
        return baseline.error();
    if (!compiled)
        return compiled.error();
    table.rows.push_back(std::move(*baseline));
    table.rows.push_back(std::move(*compiled));
    return {};
}

/// "Model" has the word "model", not "mode".
bool hasWord(const std::string& column, std::string_view word)
{
    const auto name = lowerCase(column);
    const auto found = name.find(word);
    const auto end = found == std::string::npos ? name.size() : found + word.size();
    return found != std::string::npos && (end == name.size() || name[end] < 'a' || name[end] > 'z');
}

/// The first column whose name has one of the words, the earlier words first.
std::string columnWith(std::span<const std::string> columns, std::initializer_list<std::string_view> words)
{
    for (const auto word : words) {
        for (const auto& column : columns) {
            if (hasWord(column, word))
                return column;
        }
    }
    return {};
}

TimeUnit unitIn(const std::string& column)
{
    const auto name = lowerCase(column);
    if (name.ends_with("_s") || name.find("(s)") != std::string::npos)
        return TimeUnit::Seconds;
    const bool isMicro = name.ends_with("_us") || name.find("(us)") != std::string::npos;
    return isMicro ? TimeUnit::Microseconds : TimeUnit::Milliseconds;
}

} // namespace

CsvMapping suggestedMapping(std::span<const std::string> columns)
{
    CsvMapping mapping;
    mapping.model = columnWith(columns, {"model", "network", "name"});
    mapping.batch = columnWith(columns, {"batch"});
    mapping.device = columnWith(columns, {"device", "gpu", "hardware"});
    mapping.dtype = columnWith(columns, {"dtype", "precision"});
    mapping.engine = columnWith(columns, {"engine", "backend"});
    mapping.mode = columnWith(columns, {"mode"});
    mapping.noCompile = columnWith(columns, {"no compile", "no_compile", "no-compile", "eager"});
    for (const auto& column : columns) {
        if (column != mapping.noCompile && column != mapping.mode && mapping.compiled.empty()
            && lowerCase(column).find("compile") != std::string::npos)
            mapping.compiled = column;
    }
    if (mapping.noCompile.empty() || mapping.compiled.empty()) {
        mapping.noCompile.clear();
        mapping.compiled.clear();
        mapping.time = columnWith(columns, {"latency", "mean", "time", "duration"});
    }
    mapping.unit = unitIn(mapping.time.empty() ? mapping.noCompile : mapping.time);
    return mapping;
}

Result<StudyTable> importCsv(
    std::string_view text, const CsvMapping& mapping, const Catalog& catalog, const std::string& source)
{
    const auto content = parseCsv(text);
    if (!content)
        return content.error();
    const Columns columns(mapping, *content);
    if (const auto checked = columns.check(); !checked)
        return checked.error();
    auto table = importedTable(source);
    table.notes.push_back(phrase(codes::publishedMeanOnly));
    table.notes.push_back(phrase(codes::importedNotChecked));
    LeftOut leftOut;
    for (std::size_t line = 0; line < content->rows.size(); ++line) {
        constexpr std::size_t firstRowsLine = 2;
        if (const auto added = addLine(table, columns, line, mapping, catalog); !added)
            leftOut.add(line + firstRowsLine, added.error().detail);
    }
    if (const auto settled = leftOut.settle(table); !settled)
        return settled.error();
    return table;
}

} // namespace inferometer::core

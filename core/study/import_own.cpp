// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/import.h"

#include "core/base/numbers.h"
#include "core/base/text.h"
#include "core/protocol/json.h"
#include "core/study/csv.h"
#include "core/study/import_words.h"
#include "core/study/note_codes.h"
#include "core/study/phrases.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace inferometer::core {
namespace {

/// A flat row as text by column; what is empty is left out.
using Record = std::map<std::string, std::string>;

std::string textOf(const Json& value)
{
    if (value.is_string())
        return value.get<std::string>();
    return value.is_number_float() ? exactText(value.get<double>()) : value.dump();
}

Result<Record> recordOf(const Json& object)
{
    if (!object.is_object())
        return Error{ErrorCode::FileInvalid, "A row is no object."};
    Record record;
    for (const auto& [key, value] : object.items()) {
        if (value.is_primitive() && !value.is_null())
            record[key] = textOf(value);
    }
    return record;
}

Result<std::vector<Record>> recordsOfCsv(std::string_view text)
{
    const auto content = parseCsv(text);
    if (!content)
        return content.error();
    std::vector<Record> records;
    for (const auto& row : content->rows) {
        Record record;
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (!row[i].empty())
                record[content->header[i]] = row[i];
        }
        records.push_back(std::move(record));
    }
    return records;
}

Result<std::vector<Record>> recordsOfList(const Json& list)
{
    std::vector<Record> records;
    for (const auto& object : list) {
        auto record = recordOf(object);
        if (!record)
            return record.error();
        records.push_back(std::move(*record));
    }
    return records;
}

Result<std::vector<Record>> recordsOfLines(std::string_view text)
{
    std::vector<Record> records;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find('\n', begin), text.size());
        const auto line = text.substr(begin, end - begin);
        begin = end + 1;
        if (trimmed(line).empty())
            continue;
        const auto object = parseJson(line, ErrorCode::FileInvalid);
        if (!object)
            return object.error();
        auto record = recordOf(*object);
        if (!record)
            return record.error();
        records.push_back(std::move(*record));
    }
    return records;
}

/// The document has its rows in a list, JSON Lines one on each line; the first object tells them apart.
Result<std::vector<Record>> recordsOf(std::string_view text)
{
    constexpr JsonLimits limits{64u << 20, 32, 4'000'000};
    if (trimmed(text.substr(0, 100)).substr(0, 1) != "{")
        return recordsOfCsv(text);
    if (const auto document = parseJson(text, ErrorCode::FileInvalid, limits);
        document && document->contains("rows")) {
        const auto& rows = (*document)["rows"];
        if (!rows.is_array())
            return Error{ErrorCode::FileInvalid, "The rows are no list."};
        return recordsOfList(rows);
    }
    return recordsOfLines(text);
}

std::string cellOf(const Record& record, const std::string& key)
{
    const auto found = record.find(key);
    return found == record.end() ? std::string() : found->second;
}

std::optional<double> numberOf(const Record& record, const std::string& key)
{
    const auto number = doubleFrom(cellOf(record, key));
    return number && std::isfinite(*number) ? number : std::nullopt;
}

template <typename Enum> Result<Enum> wordOf(const Record& record, const std::string& key)
{
    const auto text = cellOf(record, key);
    if (const auto value = fromWord<Enum>(text))
        return *value;
    return Error{ErrorCode::FileInvalid, "'" + oneLine(text, 60) + "' is no " + key + "."};
}

/// Only with all that a conclusion always has.
std::optional<Conclusions> conclusionsOf(const Record& record)
{
    Conclusions conclusions;
    const std::pair<const char*, double Conclusions::*> needed[]{{"mean_s", &Conclusions::mean_s},
        {"median_s", &Conclusions::median_s}, {"min_s", &Conclusions::min_s}, {"max_s", &Conclusions::max_s},
        {"q1_s", &Conclusions::q1_s}, {"q3_s", &Conclusions::q3_s}};
    for (const auto& [key, member] : needed) {
        const auto number = numberOf(record, key);
        if (!number || !(*number > 0))
            return std::nullopt;
        conclusions.*member = *number;
    }
    conclusions.n = static_cast<int>(integerFrom(cellOf(record, "n")).value_or(0));
    conclusions.sd_s = numberOf(record, "sd_s");
    conclusions.p90_s = numberOf(record, "p90_s");
    conclusions.p95_s = numberOf(record, "p95_s");
    conclusions.p99_s = numberOf(record, "p99_s");
    conclusions.verdict = fromWord<Verdict>(cellOf(record, "verdict"));
    if (const auto improvement = numberOf(record, "improvement_percent")) {
        const auto low = numberOf(record, "improvement_low_percent");
        const auto high = numberOf(record, "improvement_high_percent");
        const auto ratio = [](std::optional<double> percent) {
            return percent && *percent < 100 ? std::optional(1 / (1 - *percent / 100)) : std::nullopt;
        };
        conclusions.improvement_percent = Estimate{*improvement, low, high};
        if (const auto speedup = numberOf(record, "speedup"); speedup && *speedup > 0)
            conclusions.speedup = Estimate{*speedup, ratio(low), ratio(high)};
    }
    if (const auto breakEven = numberOf(record, "break_even_runs"))
        conclusions.breakEven_runs = Estimate{*breakEven, {}, {}};
    return conclusions;
}

OutputCheck checkOf(const Record& record)
{
    const auto verified = cellOf(record, "verified");
    if (verified.empty())
        return OutputCheck::NotChecked;
    return verified == "true" ? OutputCheck::Passed : OutputCheck::Failed;
}

/// The first one is also what older exports mean, which do not say.
int repetitionOf(const Record& record, const std::string& key)
{
    const auto number = integerFrom(cellOf(record, key)).value_or(1);
    return number >= 1 && number <= 1'000'000 ? static_cast<int>(number) : 1;
}

Result<void> fillIdentity(StudyRow& row, const Record& record)
{
    const auto engine = wordOf<Engine>(record, "engine");
    const auto mode = wordOf<CompileMode>(record, "mode");
    const auto dtype = wordOf<DataType>(record, "dtype");
    const auto outcome = wordOf<Outcome>(record, "outcome");
    const auto batch = integerFrom(cellOf(record, "batch"));
    if (!engine)
        return engine.error();
    if (!mode)
        return mode.error();
    if (!dtype)
        return dtype.error();
    if (!outcome)
        return outcome.error();
    row.model = cellOf(record, "model");
    if (!batch || *batch < 1 || *batch > 1'000'000 || row.model.empty())
        return Error{ErrorCode::FileInvalid, "Model or batch size is missing."};
    row.batch = static_cast<int>(*batch);
    row.label = cellOf(record, "label").empty() ? row.model : cellOf(record, "label");
    row.task = fromWord<Task>(cellOf(record, "task"));
    row.variant = Variant{*engine, *mode, cellOf(record, "frozen") == "true",
        fromWord<Layout>(cellOf(record, "layout")).value_or(Layout::Contiguous),
        repetitionOf(record, "repetition"), cellOf(record, "cuda_graph") == "true"};
    if (const int visit = repetitionOf(record, "visit_repetition"); visit > 1)
        row.group = "visit " + std::to_string(visit);
    row.setting = {cellOf(record, "device"), *dtype, cellOf(record, "executor"), cellOf(record, "target")};
    row.outcome = *outcome;
    return {};
}

Result<StudyRow> rowOf(const Record& record)
{
    StudyRow row;
    if (const auto identity = fillIdentity(row, record); !identity)
        return identity.error();
    row.deviceName = cellOf(record, "device_name");
    row.torch = cellOf(record, "torch");
    row.reason.code = cellOf(record, "reason");
    row.check = checkOf(record);
    row.compile_s = numberOf(record, "compile_s");
    row.isCompileCached = cellOf(record, "compile_cached") == "true";
    row.load_s = numberOf(record, "load_s");
    row.firstRun_s = numberOf(record, "first_run_s");
    if (const auto peak = integerFrom(cellOf(record, "peak_bytes")); peak && *peak >= 0)
        row.peak_bytes = static_cast<std::uint64_t>(*peak);
    if (isTimed(row.outcome)) {
        row.conclusions = conclusionsOf(record);
        if (row.conclusions)
            row.mean_s = row.conclusions->mean_s;
    }
    return row;
}

void addConditions(StudyTable& table, const Record& record)
{
    for (const auto* key : {"torch", "cuda", "driver", "device_name", "transformers", "weights", "image",
             "attention", "threads", "allocator", "executor", "target", "preset", "order", "governor"}) {
        const auto value = cellOf(record, key);
        auto& values = table.conditions[key];
        if (!value.empty() && std::find(values.begin(), values.end(), value) == values.end())
            values.push_back(value);
    }
}

} // namespace

Result<StudyTable> importOwnRows(std::string_view text, const std::string& source)
{
    const auto records = recordsOf(text);
    if (!records)
        return records.error();
    auto table = importedTable(source);
    LeftOut leftOut;
    for (std::size_t i = 0; i < records->size(); ++i) {
        auto row = rowOf((*records)[i]);
        if (!row) {
            leftOut.add(i + 1, row.error().detail);
            continue;
        }
        table.rows.push_back(std::move(*row));
        addConditions(table, (*records)[i]);
        if (table.id.empty())
            table.id = cellOf((*records)[i], "run");
    }
    if (const auto settled = leftOut.settle(table); !settled)
        return settled.error();
    std::erase_if(table.conditions, [](const auto& entry) { return entry.second.empty(); });
    return table;
}

} // namespace inferometer::core

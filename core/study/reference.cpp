// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/reference.h"

#include "core/base/files.h"
#include "core/base/numbers.h"
#include "core/stats/descriptive.h"
#include "core/study/csv.h"
#include "core/study/note_codes.h"
#include "core/study/phrases.h"
#include "core/study/sanity.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace inferometer::core {
namespace {

constexpr std::size_t maxReferenceBytes = 1u << 20;
constexpr std::string_view address = "https://huggingface.co/docs/transformers/v4.41.3/en/perf_torch_compile";

enum Field {
    Series,
    Torch,
    Mode,
    DeviceName,
    TaskName,
    Label,
    Batch,
    NoCompile,
    Compiled,
    Status,
    Heading,
    Remark
};
constexpr std::array<std::string_view, 12> fieldNames{"series", "torch", "mode", "device", "task", "label",
    "batch", "no_compile_ms", "compiled_ms", "status", "table", "remark"};

/// What the guide leaves open about a row.
constexpr std::array remarks{codes::checkpointLinkOpen, codes::checkpointNotListed};

using Cells = std::vector<std::string>;

/// What both rows of a line share.
struct Line {
    StudyRow common;
    CompileMode mode = CompileMode::Default;
    std::optional<double> noCompile_s;
    std::optional<double> compiled_s;
};

Error invalidTable(const std::string& what)
{
    return Error{ErrorCode::FileInvalid, "The published tables are damaged: " + what + "."};
}

const CatalogModel* modelOf(const Catalog& catalog, const std::string& label)
{
    const auto& models = catalog.models();
    const auto found = std::find_if(
        models.begin(), models.end(), [&](const CatalogModel& model) { return model.label == label; });
    return found == models.end() ? nullptr : &*found;
}

Result<void> readBatch(StudyRow& row, const std::string& text)
{
    if (text == "unbatched") {
        row.batch = 1;
        row.notes.push_back(phrase(codes::unbatchedAsBatchOne, {row.label}));
        return {};
    }
    const auto batch = integerFrom(text);
    if (!batch || *batch < 1 || *batch > 4096)
        return invalidTable("'" + text + "' is no batch size");
    row.batch = static_cast<int>(*batch);
    return {};
}

Result<void> readTimes(Line& line, const Cells& cells)
{
    if (cells[Status] == "oom") {
        line.common.outcome = Outcome::OutOfMemory;
        line.common.reason = {std::string(codes::publishedOutOfMemory), {}};
        return {};
    }
    const auto noCompile = doubleFrom(cells[NoCompile]);
    const auto compiled = doubleFrom(cells[Compiled]);
    if (cells[Status] != "ok" || !noCompile || !compiled || !(*noCompile > 0) || !(*compiled > 0))
        return invalidTable("a row of " + cells[Label] + " has no times");
    line.common.outcome = Outcome::Measured;
    line.noCompile_s = *noCompile * 1e-3;
    line.compiled_s = *compiled * 1e-3;
    return {};
}

Result<Line> readLine(const Cells& cells, const Catalog& catalog)
{
    Line line;
    auto& row = line.common;
    row.label = cells[Label];
    const auto* model = modelOf(catalog, row.label);
    row.model = model == nullptr ? row.label : model->name;
    if (model != nullptr)
        row.size = model->cost;
    row.task = fromWord<Task>(cells[TaskName]);
    row.setting.device = row.deviceName = cells[DeviceName];
    row.origin = cells[Heading];
    row.torch = cells[Torch];
    const auto mode = fromWord<CompileMode>(cells[Mode]);
    if (!row.task || !mode)
        return invalidTable("a row of " + row.label + " has an unknown task or mode");
    line.mode = *mode;
    if (const auto batch = readBatch(row, cells[Batch]); !batch)
        return batch.error();
    if (const auto times = readTimes(line, cells); !times)
        return times.error();
    if (const auto& remark = cells[Remark]; !remark.empty()) {
        if (std::find(remarks.begin(), remarks.end(), remark) == remarks.end())
            return invalidTable("a row of " + row.label + " has an unknown remark");
        row.notes.push_back(phrase(remark, {row.label}));
    }
    return line;
}

void addRows(StudyTable& table, const Line& line)
{
    StudyRow row = line.common;
    row.variant = Variant{Engine::Python, CompileMode::None};
    row.mean_s = line.noCompile_s;
    table.rows.push_back(row);
    row.variant.mode = line.mode;
    row.mean_s = line.compiled_s;
    table.rows.push_back(std::move(row));
}

StudyTable& tableOf(std::vector<StudyTable>& tables, const Cells& cells)
{
    const auto& series = cells[Series];
    const auto found = std::find_if(
        tables.begin(), tables.end(), [&](const StudyTable& table) { return table.label == series; });
    if (found != tables.end())
        return *found;
    StudyTable table;
    table.kind = SourceKind::Reference;
    table.id = "guide-" + series;
    table.label = series;
    table.source = address;
    table.conditions = {{"torch", {cells[Torch]}}, {"samples", {"300"}}, {"weights", {"pretrained"}}};
    table.notes = {{std::string(codes::publishedMeanOnly), {}}, {std::string(codes::publishedPython), {}}};
    tables.push_back(std::move(table));
    return tables.back();
}

/// A model that a series has at batch 1 only, while its other models have larger batches on that device: the
/// guide's text says that OwlViT ran out of memory there, but publishes no such row.
void addUnpublished(StudyTable& table)
{
    std::map<std::string, std::set<int>> batchesOfDevice;
    for (const auto& row : table.rows)
        batchesOfDevice[row.setting.device].insert(row.batch);
    std::vector<StudyRow> missing;
    for (const auto& row : table.rows) {
        for (const int batch : batchesOfDevice[row.setting.device]) {
            const auto isThere = [&](const StudyRow& other) {
                return other.model == row.model && other.batch == batch && other.setting == row.setting;
            };
            if (row.batch != 1 || std::any_of(table.rows.begin(), table.rows.end(), isThere))
                continue;
            StudyRow cell = row;
            cell.batch = batch;
            cell.mean_s.reset();
            cell.outcome = Outcome::NotRun;
            cell.reason = phrase(codes::notPublished, {row.label});
            cell.notes.clear();
            cell.origin.clear();
            missing.push_back(std::move(cell));
        }
    }
    table.rows.insert(table.rows.end(), missing.begin(), missing.end());
}

/// Nothing is corrected: whoever looks at a row is told what is odd about it.
void addDoubts(StudyTable& table)
{
    for (const auto& doubt : sanityOf(table)) {
        for (const std::size_t row : doubt.rows)
            table.rows[row].notes.push_back(doubt.note);
    }
}

std::string deviceNames(const StudyTable& table)
{
    std::string names;
    std::set<std::string> seen;
    for (const auto& row : table.rows) {
        if (seen.insert(row.deviceName).second)
            names += (names.empty() ? "" : ", ") + row.deviceName;
    }
    return names;
}

bool passes(const CellFilter& filter, const StudyRow& row)
{
    return (filter.device.empty() || row.setting.device == filter.device)
        && (!filter.batch || row.batch == *filter.batch);
}

} // namespace

Result<std::vector<StudyTable>> readReference(const std::filesystem::path& file, const Catalog& catalog)
{
    const auto text = readFile(file, maxReferenceBytes);
    if (!text)
        return text.error();
    return referenceFromText(*text, catalog);
}

Result<std::vector<StudyTable>> referenceFromText(std::string_view csv, const Catalog& catalog)
{
    const auto content = parseCsv(csv);
    if (!content)
        return content.error();
    if (!std::equal(content->header.begin(), content->header.end(), fieldNames.begin(), fieldNames.end()))
        return invalidTable("its columns are others");
    std::vector<StudyTable> tables;
    for (const auto& cells : content->rows) {
        const auto line = readLine(cells, catalog);
        if (!line)
            return line.error();
        addRows(tableOf(tables, cells), *line);
    }
    for (auto& table : tables) {
        addDoubts(table);
        addUnpublished(table);
        table.conditions["device_name"] = {deviceNames(table)};
    }
    return tables;
}

Variant publishedVariant(const Variant& variant)
{
    return {Engine::Python, variant.mode, variant.frozen, variant.layout};
}

StudyTable ofDevice(const StudyTable& table, const std::string& device)
{
    StudyTable part = table;
    std::erase_if(part.rows, [&](const StudyRow& row) { return row.setting.device != device; });
    part.id += "-" + device;
    part.label = device + ", " + part.label;
    part.conditions["device_name"] = {deviceNames(part)};
    return part;
}

ReductionStatistics reductionsOf(const StudyTable& table, const CellFilter& filter)
{
    ReductionStatistics statistics;
    std::vector<double> reductions;
    for (const auto& row : table.rows) {
        if (!row.variant.isCompiled() || !passes(filter, row))
            continue;
        statistics.outOfMemory += row.outcome == Outcome::OutOfMemory ? 1 : 0;
        statistics.notPublished += row.outcome == Outcome::NotRun ? 1 : 0;
        if (const auto improvement = improvementOf(table, row))
            reductions.push_back(improvement->value);
    }
    statistics.pairs = static_cast<int>(reductions.size());
    if (reductions.empty())
        return statistics;
    const auto [least, largest] = std::minmax_element(reductions.begin(), reductions.end());
    statistics.least_percent = *least;
    statistics.largest_percent = *largest;
    statistics.median_percent = median(reductions);
    return statistics;
}

std::vector<OverlayCell> overlayOf(
    const StudyTable& own, const StudyTable& published, const std::string& publishedDevice)
{
    std::vector<OverlayCell> cells;
    for (std::size_t i = 0; i < own.rows.size(); ++i) {
        const auto& row = own.rows[i];
        const auto wanted = publishedVariant(row.variant);
        for (std::size_t j = 0; j < published.rows.size(); ++j) {
            const auto& other = published.rows[j];
            if (other.setting.device != publishedDevice || other.model != row.model
                || other.batch != row.batch || other.setting.dtype != row.setting.dtype
                || !(other.variant == wanted))
                continue;
            OverlayCell cell{i, j, row.variant.engine == Engine::Python, other.notes};
            if (!cell.isSameEngine)
                cell.notes.push_back({std::string(codes::differentEngine), {}});
            cells.push_back(std::move(cell));
        }
    }
    return cells;
}

} // namespace inferometer::core

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/markdown.h"

#include "core/base/numbers.h"
#include "core/base/text.h"
#include "core/store/flat_rows.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace inferometer::core {

namespace {

using Cells = std::vector<std::string>;

/// What differs within the run and therefore needs a column or a word of its own.
struct Shape {
    bool hasSeveralEngines = false;
    bool hasSeveralDevices = false;
    bool hasSeveralTypes = false;
    std::vector<Variant> variants; ///< grouped by engine, baselines first
};

Shape shapeOf(const std::vector<FlatRow>& rows)
{
    std::set<Variant> variants;
    std::set<Engine> engines;
    std::set<Device> devices;
    std::set<DataType> types;
    for (const auto& row : rows) {
        devices.insert(deviceOf(row));
        types.insert(row.visit->workload.dtype);
        variants.insert(row.variant);
        engines.insert(row.variant.engine);
    }
    return {engines.size() > 1, devices.size() > 1, types.size() > 1, {variants.begin(), variants.end()}};
}

/// A baseline has a time only; other variants are compared with it.
bool isCompared(const Variant& variant)
{
    return variant != baselineOf(variant);
}

std::string timeCell(const FlatRow& row)
{
    const auto outcome = outcomeOf(row);
    if (!isTimed(outcome) || !row.row || !row.row->conclusions)
        return std::string(tableWord(outcome));
    const auto mean = fixedText(row.row->conclusions->mean_s * 1e3, 3);
    return outcome == Outcome::WrongOutput ? mean + " (wrong output)" : mean;
}

std::string improvementCell(const Conclusions& conclusions)
{
    if (!conclusions.improvement_percent)
        return "–";
    const auto& estimate = *conclusions.improvement_percent;
    auto text = fixedText(estimate.value, 1) + " %";
    if (estimate.low && estimate.high)
        text += " [" + fixedText(*estimate.low, 1) + ", " + fixedText(*estimate.high, 1) + "]";
    return text;
}

Cells cellsOf(const FlatRow* row, const Variant& variant)
{
    Cells cells{row ? timeCell(*row) : "–"};
    if (!isCompared(variant))
        return cells;
    const auto* conclusions = row && row->row && row->row->conclusions ? &*row->row->conclusions : nullptr;
    if (!conclusions)
        return {cells[0], "–", "–", "–"};
    cells.push_back(improvementCell(*conclusions));
    cells.push_back(conclusions->speedup ? fixedText(conclusions->speedup->value, 2) + "x" : "–");
    cells.push_back(conclusions->verdict ? std::string(toWord(*conclusions->verdict)) : "–");
    return cells;
}

/// A pipe or a line break in a name must not change the table.
std::string escaped(const std::string& text)
{
    std::string safe;
    for (const char c : oneLine(text, 100)) {
        if (c == '|' || c == '<' || c == '>' || c == '`' || c == '\\')
            safe += '\\';
        safe += c;
    }
    return safe;
}

std::string lineOf(const Cells& cells)
{
    return "| " + join(cells, " | ") + " |\n";
}

std::string headOf(const Shape& shape)
{
    Cells names{"Task/Model"};
    Cells rules{"---"};
    const auto add = [&](const std::string& name) {
        names.push_back(name);
        rules.push_back("---:");
    };
    if (shape.hasSeveralDevices)
        add("Device");
    if (shape.hasSeveralTypes)
        add("Type");
    add("Batch");
    for (const auto& variant : shape.variants) {
        add(variantName(variant, shape.hasSeveralEngines) + " (ms)");
        if (isCompared(variant)) {
            add("Improvement");
            add("Speed-up");
            add("Verdict");
        }
    }
    return lineOf(names) + lineOf(rules);
}

std::string rowOf(const Visit& visit, const Shape& shape, const std::map<Variant, const FlatRow*>& rows)
{
    const auto& facts = modelOf(*rows.begin()->second);
    const auto label = facts.label.empty() ? visit.workload.model : facts.label;
    Cells cells{std::string(guideName(facts.task)) + "/" + escaped(label)};
    if (shape.hasSeveralDevices)
        cells.push_back(toText(deviceOf(*rows.begin()->second)));
    if (shape.hasSeveralTypes)
        cells.emplace_back(toWord(visit.workload.dtype));
    cells.push_back(std::to_string(visit.workload.batch)
        + (visit.repetition > 1 ? " #" + std::to_string(visit.repetition) : ""));
    for (const auto& variant : shape.variants) {
        const auto found = rows.find(variant);
        const auto more = cellsOf(found == rows.end() ? nullptr : found->second, variant);
        cells.insert(cells.end(), more.begin(), more.end());
    }
    return lineOf(cells);
}

/// The different values of a fact over all rows, in order of appearance.
std::string distinct(const std::vector<FlatRow>& rows, const std::function<std::string(const FlatRow&)>& fact)
{
    Cells values;
    for (const auto& row : rows) {
        const auto value = escaped(fact(row));
        if (!value.empty() && std::find(values.begin(), values.end(), value) == values.end())
            values.push_back(value);
    }
    return join(values, ", ");
}

std::string captionOf(const RunRecord& run, const std::vector<FlatRow>& rows)
{
    const auto condition = [&](const std::string& key) {
        return distinct(rows, [&](const FlatRow& row) { return conditionOf(row, key); });
    };
    const auto recorded = [&](std::string VisitRecord::*member) {
        return distinct(
            rows, [&](const FlatRow& row) { return row.record ? row.record->*member : std::string(); });
    };
    Cells parts;
    const auto add = [&](const std::string& before, const std::string& value) {
        if (!value.empty())
            parts.push_back(before + value);
    };
    const auto& plan = run.plan;
    add("Device: ", distinct(rows, [](const FlatRow& row) {
        return row.record ? row.record->conditions.deviceName : "";
    }));
    add("engine: ", distinct(rows, [](const FlatRow& row) {
        return std::string(row.variant.engine == Engine::Cpp ? "C++" : "Python");
    }));
    add("threads: ", distinct(rows, [](const FlatRow& row) {
        const int threads = threadsOf(row);
        return threads > 0 ? std::to_string(threads) : std::string();
    }));
    add("torch ", condition("torch"));
    add("CUDA ", condition("cuda"));
    add("type: ", distinct(rows, arithmeticOf));
    add("weights: ", recorded(&VisitRecord::weights));
    add("image: ", recorded(&VisitRecord::image));
    add("attention: ", distinct(rows, attentionOf));
    add("preset: ", std::string(toWord(plan.policy.preset)));
    add("allocator: ", std::string(toWord(plan.allocator)));
    add("", escaped(run.created_utc.substr(0, run.created_utc.find('T'))));
    const auto title = run.label.empty() ? run.id : run.label;
    return "**" + escaped(title) + "** " + join(parts, " · ") + ". Mean durations of one batch in ms.\n\n";
}

} // namespace

std::string variantName(const Variant& variant, bool withEngine)
{
    std::string name;
    if (withEngine)
        name = variant.engine == Engine::Cpp ? "C++ " : "Python ";
    name += variant.isCompiled() ? std::string(toWord(variant.mode)) : "no compile";
    if (variant.cudaGraph)
        name += ", CUDA graph";
    if (variant.frozen)
        name += ", frozen";
    if (variant.layout != Layout::Contiguous)
        name += ", " + std::string(toWord(variant.layout));
    if (variant.repetition > 1)
        name += " #" + std::to_string(variant.repetition);
    return name;
}

std::string_view tableWord(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Measured:
        return "measured";
    case Outcome::WrongOutput:
        return "wrong output";
    case Outcome::OutOfMemory:
        return "OOM";
    case Outcome::Unsupported:
        return "unsupported";
    case Outcome::Skipped:
        return "skipped";
    case Outcome::PrepareFailed:
        return "prepare failed";
    case Outcome::ExportFailed:
        return "export failed";
    case Outcome::CompileFailed:
        return "compile failed";
    case Outcome::LoadFailed:
        return "load failed";
    case Outcome::CaptureFailed:
        return "capture failed";
    case Outcome::TimedOut:
        return "timed out";
    case Outcome::Crashed:
        return "crashed";
    case Outcome::DeviceLost:
        return "device lost";
    case Outcome::ConnectionLost:
        return "connection lost";
    case Outcome::ProtocolError:
        return "protocol error";
    case Outcome::Cancelled:
        return "cancelled";
    case Outcome::NotRun:
        return "not run";
    }
    return "";
}

std::string toMarkdown(const RunRecord& run)
{
    const auto rows = flatRows(run);
    const auto shape = shapeOf(rows);
    auto text = captionOf(run, rows) + headOf(shape);
    for (const auto& visit : run.plan.visits) {
        std::map<Variant, const FlatRow*> own;
        for (const auto& row : rows) {
            if (row.visit == &visit)
                own[row.variant] = &row;
        }
        if (!own.empty())
            text += rowOf(visit, shape, own);
    }
    return text;
}

} // namespace inferometer::core

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/names.h"
#include "app/cli/sources.h"
#include "core/base/text.h"
#include "core/plan/choices.h"
#include "core/store/exports.h"
#include "core/store/markdown.h"
#include "core/study/note_codes.h"
#include "core/study/phrases.h"
#include "core/study/remarks.h"
#include "core/study/report/writers.h"
#include "core/study/run_comparison.h"
#include "text/names.h"
#include "text/note_text.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <optional>

namespace inferometer::cli {

namespace {

using core::StudyTable;
using core::report::literal;
using core::report::Table;

struct CompareWords {
    std::vector<std::string> sources;
    std::string format;
    bool isAll = false;
    std::optional<double> failOnRegression_percent;
    ForeignWords foreign;
};

std::string headingOf(const StudyTable& table)
{
    return table.label.empty() ? table.id : table.label;
}

const core::StudyRow* rowOf(
    const core::ComparedCell& cell, const std::vector<StudyTable>& tables, std::size_t i)
{
    return cell.rows[i] ? &tables[i].rows[*cell.rows[i]] : nullptr;
}

/// A time in milliseconds, else the word that stands for what is missing.
std::string timeText(const core::StudyRow* row)
{
    if (row == nullptr)
        return "-";
    if (row->reason.code == core::codes::notPublished)
        return "not published";
    return core::isTimed(row->outcome) && row->mean_s ? core::millisecondsText(*row->mean_s) + " ms"
                                                      : std::string(core::tableWord(row->outcome));
}

std::string changeText(const core::Difference& difference)
{
    return difference.change_percent ? core::percentText(*difference.change_percent) + "%" : "";
}

std::string verdictText(const core::Difference& difference)
{
    if (difference.verdict)
        return std::string(core::toWord(*difference.verdict));
    return difference.evidence == core::Evidence::MeansOnly ? "published mean only" : "-";
}

Table conditionsTable(const core::RunComparison& comparison, const std::vector<StudyTable>& tables)
{
    Table table;
    table.header.push_back(literal("Condition"));
    for (const auto& source : tables)
        table.header.push_back(literal(headingOf(source)));
    for (const auto& condition : comparison.conditions) {
        auto& row = table.rows.emplace_back();
        row.push_back(literal(text::nameIn(text::conditions(), condition.key)));
        for (const auto& value : condition.values)
            row.push_back(literal(value.empty() ? "-" : value));
    }
    return table;
}

Table cellsTable(const core::RunComparison& comparison, const std::vector<StudyTable>& tables, bool isAll)
{
    Table table;
    for (const auto* title : {"Model", "Device", "Batch", "Variant"})
        table.header.push_back(literal(title));
    for (std::size_t i = 0; i < tables.size(); ++i) {
        table.header.push_back(literal(headingOf(tables[i])));
        if (i > 0) {
            table.header.push_back(literal("Change"));
            table.header.push_back(literal("Verdict"));
        }
    }
    for (const auto& cell : comparison.cells) {
        if (!isAll && !cell.isCommon)
            continue;
        auto& row = table.rows.emplace_back();
        row = {literal(cell.label), literal(cell.key.device), literal(std::to_string(cell.key.batch)),
            literal(core::displayName(cell.key.variant))};
        for (std::size_t i = 0; i < tables.size(); ++i) {
            row.push_back(literal(timeText(rowOf(cell, tables, i))));
            if (i > 0) {
                row.push_back(literal(changeText(cell.differences[i])));
                row.push_back(literal(verdictText(cell.differences[i])));
            }
        }
    }
    return table;
}

/// What must be known of sources that were not measured here and of their rows shown, and where these stand.
std::string remarksText(
    const core::RunComparison& comparison, const std::vector<StudyTable>& tables, bool isAll)
{
    std::vector<std::string> lines;
    const auto addOnce = [&](const std::string& line) {
        if (std::find(lines.begin(), lines.end(), line) == lines.end())
            lines.push_back(line);
    };
    for (const auto& note : comparison.notes)
        addOnce(text::sentence(note));
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const auto& table = tables[i];
        if (table.kind == core::SourceKind::Run)
            continue;
        std::vector<std::size_t> shown;
        for (const auto& cell : comparison.cells) {
            if ((isAll || cell.isCommon) && cell.rows[i])
                shown.push_back(*cell.rows[i]);
        }
        for (const auto& note : table.notes)
            addOnce(headingOf(table) + ": " + text::sentence(note));
        for (const auto& note : core::remarksOn(table, shown))
            addOnce(headingOf(table) + ": " + text::sentence(note));
        if (const auto origins = core::originsOf(table, shown); !origins.empty())
            addOnce(headingOf(table) + ": from " + table.source + ", the tables " + core::join(origins, "; ")
                + ".");
    }
    std::string text;
    for (const auto& line : lines)
        text += "- " + core::oneLine(line) + "\n";
    return text.empty() ? text : "\nAbout these rows:\n\n" + text;
}

std::string markdownOf(
    const core::RunComparison& comparison, const std::vector<StudyTable>& tables, bool isAll)
{
    const auto phrases = [](const core::Note& note) {
        return note.code.empty() && !note.args.empty() ? note.args.front() : text::sentence(note);
    };
    const auto conditions = conditionsTable(comparison, tables);
    std::string text;
    if (!conditions.rows.empty())
        text += "Conditions that differ:\n\n" + core::report::toMarkdown(conditions, phrases) + "\n";
    text += "Change is (other / " + headingOf(tables[0])
        + " - 1) x 100, positive is slower; rows of different runs "
          "are not paired.\n\n"
        + core::report::toMarkdown(cellsTable(comparison, tables, isAll), phrases);
    const auto hidden = comparison.cells.size() - comparison.common;
    if (!isAll && hidden > 0)
        text += "\n" + countText(static_cast<int>(hidden), "cell", "cells")
            + " without a time in every source; --all shows them.\n";
    return text + remarksText(comparison, tables, isAll);
}

nlohmann::ordered_json jsonOf(const core::ComparedCell& cell, const std::vector<StudyTable>& tables)
{
    nlohmann::ordered_json json{{"model", cell.key.model}, {"device", cell.key.device},
        {"batch", cell.key.batch}, {"dtype", core::toWord(cell.key.dtype)},
        {"engine", core::toWord(cell.key.variant.engine)}, {"mode", core::toWord(cell.key.variant.mode)},
        {"frozen", cell.key.variant.frozen}};
    auto& values = json["values"] = nlohmann::ordered_json::array();
    for (std::size_t i = 0; i < tables.size(); ++i) {
        auto& value = values.emplace_back(nlohmann::ordered_json::object());
        const auto* row = rowOf(cell, tables, i);
        if (row != nullptr)
            value["outcome"] = core::toWord(row->outcome);
        if (row != nullptr && !row->reason.code.empty())
            value["outcome_reason"] = row->reason.code;
        if (row != nullptr && core::isTimed(row->outcome) && row->mean_s)
            value["mean_s"] = *row->mean_s;
        const auto& difference = cell.differences[i];
        if (i == 0)
            continue;
        value["evidence"] = core::toWord(difference.evidence);
        if (difference.change_percent) {
            value["change_percent"] = difference.change_percent->value;
            if (difference.change_percent->low && difference.change_percent->high) {
                value["change_low_percent"] = *difference.change_percent->low;
                value["change_high_percent"] = *difference.change_percent->high;
            }
        }
        if (difference.verdict)
            value["verdict"] = core::toWord(*difference.verdict);
        value["reason"] = difference.reason.code;
    }
    return json;
}

std::string jsonText(const core::RunComparison& comparison, const std::vector<StudyTable>& tables, bool isAll)
{
    nlohmann::ordered_json json;
    for (const auto& table : tables)
        json["sources"].push_back({{"id", table.id}, {"label", table.label}});
    json["conditions"] = nlohmann::ordered_json::object();
    for (const auto& condition : comparison.conditions)
        json["conditions"][condition.key] = condition.values;
    json["notes"] = nlohmann::ordered_json::array();
    for (const auto& note : comparison.notes)
        json["notes"].push_back(text::sentence(note));
    json["cells"] = nlohmann::ordered_json::array();
    for (const auto& cell : comparison.cells) {
        if (isAll || cell.isCommon)
            json["cells"].push_back(jsonOf(cell, tables));
    }
    return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

/// A check that could judge little must not look like one that found nothing.
std::string unjudgedText(const core::RegressionCheck& check)
{
    if (check.common == 0)
        return "nothing was checked: the sources have no cell in common";
    return countText(static_cast<int>(check.notJudged), "cell", "cells") + " of the "
        + std::to_string(check.common)
        + " in common could not be judged (too few rounds, published means, or noise beyond the limit)";
}

ExitCode sayRegressions(const std::vector<StudyTable>& tables, double limit_percent, const Console& console)
{
    const auto check = core::regressionsOf(tables, limit_percent);
    if (!check)
        return console.fail(check.error());
    for (const auto& regression : check->regressions)
        console.warn("inferometer-cli: " + headingOf(tables[regression.table]) + ": "
            + text::sentence(regression.note));
    if (check->notJudged > 0 || check->common == 0)
        console.warn("inferometer-cli: " + unjudgedText(*check) + ".");
    return check->regressions.empty() ? ExitCode::Done : ExitCode::Regression;
}

ExitCode compare(const CompareWords& words, const Console& console)
{
    const auto format = core::chosen<core::TableFormat>(words.format, core::TableFormat::Markdown, "format");
    if (!format)
        return console.fail(format.error());
    if (*format != core::TableFormat::Markdown && *format != core::TableFormat::Json)
        return console.fail({core::ErrorCode::UsageInvalid, "compare prints md or json."});
    std::vector<StudyTable> tables;
    for (const auto& source : words.sources) {
        auto table = tableNamed(source, words.foreign);
        if (!table)
            return console.fail(table.error());
        tables.push_back(*std::move(table));
    }
    const auto comparison = core::compareTables(tables);
    if (!comparison)
        return console.fail(comparison.error());
    const auto delivered =
        console.deliver(*format == core::TableFormat::Json ? jsonText(*comparison, tables, words.isAll)
                                                           : markdownOf(*comparison, tables, words.isAll));
    if (delivered != ExitCode::Done || !words.failOnRegression_percent)
        return delivered;
    return sayRegressions(tables, *words.failOnRegression_percent, console);
}

} // namespace

Command addCompare(CLI::App& program)
{
    const auto words = std::make_shared<CompareWords>();
    auto* command =
        program.add_subcommand("compare", "Put two to five runs or published tables side by side");
    command
        ->add_option("sources", words->sources,
            "The base, then the others: runs as for show; reference, reference:SERIES or "
            "reference:SERIES:DEVICE (the guide's tables); "
            "files of export; a benchmark.json of optimum-benchmark or a folder of several; a CSV with "
            "--column")
        ->type_name("SOURCE")
        ->required();
    command->add_option("--format", words->format, "md or json (default: md)")->type_name("FORMAT");
    command->add_flag("--all", words->isAll, "Also cells that not every source has a time for");
    command
        ->add_option("--fail-on-regression", words->failOnRegression_percent,
            "Exit with 4 where a row became slower by more than so many percent, or can no longer be "
            "measured")
        ->type_name("PERCENT");
    addForeignWords(*command, words->foreign);
    return {command, [words](const Console& console) { return compare(*words, console); }};
}

} // namespace inferometer::cli

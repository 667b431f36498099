// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sources.h"

#include "app/cli/console.h"
#include "app/cli/services.h"
#include "core/base/text.h"
#include "core/study/foreign.h"
#include "core/study/reference.h"

#include <CLI/CLI.hpp>

#include <map>

namespace inferometer::cli {

namespace fs = std::filesystem;
using core::Result;
using core::StudyTable;

namespace {

Result<StudyTable> reference(const std::string& name)
{
    const auto services = findServices();
    if (!services)
        return services.error();
    const auto catalog = readModels(*services);
    if (!catalog)
        return catalog.error();
    auto tables = core::readReference(services->tools.resources / "reference" / "guide.csv", *catalog);
    if (!tables)
        return tables.error();
    const auto words = core::split(name, ':');
    const auto series = words.size() > 1 ? words[1] : tables->front().label;
    std::vector<std::string> known;
    for (const auto& table : *tables) {
        known.push_back("reference:" + table.label);
        if (table.label != series)
            continue;
        if (words.size() < 3)
            return table;
        auto part = core::ofDevice(table, words[2]);
        return part.rows.empty()
            ? usage("The guide has no device '" + core::oneLine(words[2], 60) + "'; it is A100, V100 or T4.")
            : Result<StudyTable>(std::move(part));
    }
    return usage("The published tables are " + core::join(known, ", ")
        + ", each with :A100, :V100 or :T4 for "
          "one device; there is no '"
        + core::oneLine(name, 100) + "'.");
}

Result<void> setColumn(core::CsvMapping& mapping, const std::string& word)
{
    const std::map<std::string, std::string*> columns{{"model", &mapping.model}, {"task", &mapping.task},
        {"device", &mapping.device}, {"batch", &mapping.batch}, {"dtype", &mapping.dtype},
        {"engine", &mapping.engine}, {"mode", &mapping.mode}, {"time", &mapping.time},
        {"no-compile", &mapping.noCompile}, {"compiled", &mapping.compiled}};
    const auto equals = word.find('=');
    const auto key = word.substr(0, equals);
    const auto value = equals == std::string::npos ? std::string() : word.substr(equals + 1);
    if (const auto column = columns.find(key); column != columns.end() && !value.empty()) {
        *column->second = value;
        return {};
    }
    if (const auto unit = core::fromWord<core::TimeUnit>(value); key == "unit" && unit) {
        mapping.unit = *unit;
        return {};
    }
    return usage(
        "--column takes model, task, device, batch, dtype, engine, mode, time, no-compile or compiled "
        "with the name of a column (model=NAME), or unit=s, unit=ms or unit=us; not '"
        + core::oneLine(word, 100) + "'.");
}

Result<StudyTable> foreign(const fs::path& path, const ForeignWords& words)
{
    std::optional<core::CsvMapping> mapping;
    for (const auto& word : words.columns) {
        if (const auto set = setColumn(mapping ? *mapping : mapping.emplace(), word); !set)
            return set.error();
    }
    const auto catalog = readModels();
    return catalog ? core::readForeign(path, mapping, *catalog) : Result<StudyTable>(catalog.error());
}

} // namespace

void addForeignWords(CLI::App& words, ForeignWords& foreign)
{
    words
        .add_option("--column", foreign.columns,
            "Of a CSV file of another program: model=NAME, time=NAME, unit=us, ... (can be repeated)")
        ->type_name("KEY=NAME")
        ->allow_extra_args(false);
}

Result<StudyTable> tableNamed(const std::string& name, const ForeignWords& words)
{
    if (name == "reference" || name.starts_with("reference:"))
        return reference(name);
    if (core::isForeign(name))
        return foreign(name, words);
    const auto run = openRun(name);
    return run ? core::tableOf(run->file.run) : Result<StudyTable>(run.error());
}

} // namespace inferometer::cli

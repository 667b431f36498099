// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sources.h"

#include "app/cli/console.h"
#include "app/cli/services.h"
#include "core/base/files.h"
#include "core/base/numbers.h"
#include "core/base/text.h"
#include "core/study/import.h"
#include "core/study/reference.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <map>

namespace inferometer::cli {

namespace fs = std::filesystem;
using core::Error;
using core::ErrorCode;
using core::Result;
using core::StudyTable;

namespace {

constexpr std::size_t longestForeign_bytes = 64u << 20;

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
    const auto colon = name.find(':');
    if (colon == std::string::npos)
        return std::move(tables->front());
    std::vector<std::string> series;
    for (auto& table : *tables) {
        if (table.label == name.substr(colon + 1))
            return std::move(table);
        series.push_back("reference:" + table.label);
    }
    return usage("The published tables are " + core::join(series, ", ") + "; there is no '"
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

Result<StudyTable> foreignCsv(const std::string& text, const ForeignWords& foreign, const std::string& name)
{
    core::CsvMapping mapping;
    for (const auto& word : foreign.columns) {
        if (const auto set = setColumn(mapping, word); !set)
            return set.error();
    }
    const auto catalog = readModels();
    return catalog ? core::importCsv(text, mapping, *catalog, name) : Result<StudyTable>(catalog.error());
}

Result<StudyTable> optimumBenchmark(const std::vector<fs::path>& files, const std::string& name)
{
    std::vector<std::string> texts;
    for (const auto& file : files) {
        auto text = core::readFile(file, longestForeign_bytes);
        if (!text)
            return text.error();
        texts.push_back(*std::move(text));
    }
    const auto catalog = readModels();
    return catalog ? core::importOptimumBenchmark(texts, *catalog, name)
                   : Result<StudyTable>(catalog.error());
}

/// One report per folder below, as optimum-benchmark leaves them.
Result<StudyTable> optimumFolder(const fs::path& folder)
{
    std::vector<fs::path> files;
    std::error_code ignored;
    for (const auto& entry : fs::recursive_directory_iterator(folder, ignored)) {
        if (entry.path().filename() == "benchmark.json")
            files.push_back(entry.path());
    }
    if (files.empty())
        return usage("The folder '" + core::oneLine(folder.string(), 200)
            + "' holds no benchmark.json of optimum-benchmark.");
    std::sort(files.begin(), files.end());
    return optimumBenchmark(files, folder.filename().string());
}

bool isOptimumBenchmark(const std::string& text)
{
    constexpr std::size_t head = 4096; // its configuration comes first
    return text.substr(0, head).find("\"scenario\"") != std::string::npos;
}

Result<StudyTable> foreignTable(const fs::path& path, const ForeignWords& foreign)
{
    const auto text = core::readFile(path, longestForeign_bytes);
    if (!text)
        return text.error();
    const auto name = path.filename().string();
    const bool isOwn = text->starts_with("task,model,label,"); // as every table of this program begins
    if (!isOwn && !foreign.columns.empty() && path.extension() == ".csv")
        return foreignCsv(*text, foreign, name);
    if (path.extension() == ".json" && isOptimumBenchmark(*text))
        return optimumBenchmark({path}, name);
    return core::importOwnRows(*text, name);
}

bool isForeign(const fs::path& path)
{
    std::error_code ignored;
    const auto extension = path.extension();
    const bool isRun = path.string().ends_with(".inferometer.jsonl");
    return fs::is_regular_file(path, ignored) && !isRun
        && (extension == ".csv" || extension == ".json" || extension == ".jsonl");
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

Result<StudyTable> tableNamed(const std::string& name, const ForeignWords& foreign)
{
    std::error_code ignored;
    if (name == "reference" || name.starts_with("reference:"))
        return reference(name);
    if (fs::is_directory(name, ignored))
        return optimumFolder(name);
    if (isForeign(name))
        return foreignTable(name, foreign);
    const auto run = openRun(name);
    return run ? core::tableOf(run->file.run) : Result<StudyTable>(run.error());
}

} // namespace inferometer::cli

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/foreign.h"

#include "core/base/files.h"
#include "core/base/text.h"
#include "core/study/csv.h"
#include "core/study/note_codes.h"
#include "core/study/phrases.h"

#include <algorithm>

namespace inferometer::core {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t longestForeign_bytes = 64u << 20;

Result<StudyTable> optimumBenchmark(
    const std::vector<fs::path>& files, const std::string& name, const Catalog& catalog)
{
    std::vector<std::string> texts;
    for (const auto& file : files) {
        auto text = readFile(file, longestForeign_bytes);
        if (!text)
            return text.error();
        texts.push_back(*std::move(text));
    }
    return importOptimumBenchmark(texts, catalog, name);
}

/// One report per folder below, as optimum-benchmark leaves them; of one that failed there is its
/// configuration only.
Result<StudyTable> optimumFolder(const fs::path& folder, const Catalog& catalog)
{
    std::vector<fs::path> files;
    std::vector<std::string> unfinished;
    std::error_code ignored;
    constexpr auto options = fs::directory_options::skip_permission_denied;
    for (fs::recursive_directory_iterator entry(folder, options, ignored), end; entry != end;
         entry.increment(ignored)) {
        const auto& path = entry->path();
        const auto beside = path.parent_path();
        if (path.filename() == "benchmark.json")
            files.push_back(path);
        else if (path.filename() == "benchmark_config.json"
            && !fs::exists(beside / "benchmark.json", ignored))
            unfinished.push_back(oneLine(beside.filename().string(), 60));
    }
    if (files.empty())
        return Error{
            ErrorCode::UsageInvalid, Note{"folder-without-benchmark", {oneLine(folder.string(), 200)}}};
    std::sort(files.begin(), files.end());
    std::sort(unfinished.begin(), unfinished.end());
    auto table = optimumBenchmark(files, folder.filename().string(), catalog);
    if (table && !unfinished.empty())
        table->notes.push_back(phrase(codes::importedWithoutReport, {join(unfinished, ", ")}));
    return table;
}

bool isOwnExport(std::string_view text)
{
    return text.starts_with("task,model,label,"); // as every table of this program begins
}

bool isOptimumBenchmark(const std::string& text)
{
    constexpr std::size_t head = 4096; // its configuration comes first
    return text.substr(0, head).find("\"scenario\"") != std::string::npos;
}

} // namespace

bool isForeign(const fs::path& path)
{
    std::error_code ignored;
    const auto extension = path.extension();
    const bool isRun = path.string().ends_with(".inferometer.jsonl");
    const bool isTable = !isRun && (extension == ".csv" || extension == ".json" || extension == ".jsonl");
    return fs::is_directory(path, ignored) || (isTable && fs::is_regular_file(path, ignored));
}

Result<StudyTable> readForeign(
    const fs::path& path, const std::optional<CsvMapping>& mapping, const Catalog& catalog)
{
    std::error_code ignored;
    if (fs::is_directory(path, ignored))
        return optimumFolder(path, catalog);
    const auto text = readFile(path, longestForeign_bytes);
    if (!text)
        return text.error();
    const auto name = path.filename().string();
    if (!isOwnExport(*text) && mapping && path.extension() == ".csv")
        return importCsv(*text, *mapping, catalog, name);
    if (path.extension() == ".json" && isOptimumBenchmark(*text))
        return optimumBenchmark({path}, name, catalog);
    return importOwnRows(*text, name);
}

Result<std::vector<std::string>> columnsToMap(const fs::path& path)
{
    if (path.extension() != ".csv")
        return std::vector<std::string>();
    const auto text = readFile(path, longestForeign_bytes);
    if (!text)
        return text.error();
    if (isOwnExport(*text))
        return std::vector<std::string>();
    auto content = parseCsv(*text);
    return content ? std::move(content->header) : Result<std::vector<std::string>>(content.error());
}

} // namespace inferometer::core

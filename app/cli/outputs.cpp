// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/outputs.h"

#include "app/cli/conclusions.h"
#include "app/cli/run_notes.h"
#include "core/base/files.h"
#include "core/base/text.h"
#include "core/plan/choices.h"
#include "core/store/markdown.h"

#include <CLI/CLI.hpp>

#include <fcntl.h>
#include <utility>

namespace inferometer::cli {

namespace fs = std::filesystem;
using core::TableFormat;

namespace {

/// Every named file with its form.
std::vector<std::pair<TableFormat, std::string>> listed(const Outputs& outputs)
{
    std::vector<std::pair<TableFormat, std::string>> files;
    const auto add = [&](TableFormat format, const std::vector<std::string>& names) {
        for (const auto& name : names)
            files.emplace_back(format, name);
    };
    add(TableFormat::Csv, outputs.csv);
    add(TableFormat::Json, outputs.json);
    add(TableFormat::JsonLines, outputs.jsonl);
    add(TableFormat::Markdown, outputs.markdown);
    return files;
}

/// Pipes and devices are written as they are; putting a file in their place would destroy them.
core::Result<void> write(const fs::path& path, const std::string& content)
{
    std::error_code ignored;
    const auto status = fs::status(path, ignored);
    if (!fs::exists(status) || fs::is_regular_file(status))
        return core::writeFileAtomically(path, content);
    const core::Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (!file.isOpen() || !core::writeAll(file.get(), content))
        return core::fileError(core::codes::fileNotWritten, path);
    return {};
}

core::Result<void> check(const std::string& name)
{
    std::error_code ignored;
    if (name.empty() || name == "-")
        return core::Error{core::ErrorCode::UsageInvalid,
            "A file name is missing; for standard output use --format csv, json, jsonl or md."};
    const fs::path path(name);
    if (fs::is_directory(path, ignored))
        return core::Error{
            core::ErrorCode::UsageInvalid, "'" + core::oneLine(name, 200) + "' is a folder, not a file."};
    const auto folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    if (!fs::is_directory(folder, ignored))
        return core::Error{core::ErrorCode::UsageInvalid,
            "The folder of '" + core::oneLine(name, 200) + "' does not exist."};
    return {};
}

} // namespace

void addOutputs(CLI::App& words, Outputs& outputs)
{
    const auto add = [&](const char* name, std::vector<std::string>& files, const char* help) {
        words.add_option(name, files, help)->type_name("FILE")->allow_extra_args(false);
    };
    add("--csv", outputs.csv, "Write the rows as CSV, in seconds");
    add("--json", outputs.json, "Write everything as one JSON document");
    add("--jsonl", outputs.jsonl, "Write the rows as JSON lines");
    add("--markdown", outputs.markdown, "Write the table as Markdown, in milliseconds");
}

std::string textOf(const core::RunRecord& run, TableFormat format)
{
    switch (format) {
    case TableFormat::Markdown:
        return conclusionsAbove(run) + core::toMarkdown(run) + notesBelow(run);
    case TableFormat::Csv:
        return core::toCsv(run);
    case TableFormat::Json:
        return core::toJson(run);
    case TableFormat::JsonLines:
        return core::toJsonLines(run);
    }
    return {};
}

core::Result<TableFormat> formatFrom(const std::string& word)
{
    return core::chosen<TableFormat>(word, TableFormat::Markdown, "format");
}

core::Result<void> checkOutputs(const Outputs& outputs)
{
    for (const auto& [format, name] : listed(outputs)) {
        if (const auto checked = check(name); !checked)
            return checked;
    }
    return {};
}

core::Result<void> writeOutputs(const core::RunRecord& run, const Outputs& outputs)
{
    core::Result<void> result;
    for (const auto& [format, name] : listed(outputs)) {
        if (auto written = write(name, textOf(run, format)); !written && result)
            result = std::move(written);
    }
    return result;
}

} // namespace inferometer::cli

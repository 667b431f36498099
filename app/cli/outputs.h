// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "core/base/result.h"
#include "core/store/exports.h"
#include "core/store/record.h"

#include <filesystem>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace inferometer::cli {

/// The files that `--csv`, `--json`, `--jsonl` and `--markdown` name, each as often as wanted.
struct Outputs {
    std::vector<std::string> csv;
    std::vector<std::string> json;
    std::vector<std::string> jsonl;
    std::vector<std::string> markdown;

    bool isEmpty() const { return csv.empty() && json.empty() && jsonl.empty() && markdown.empty(); }
};

void addOutputs(CLI::App& words, Outputs& outputs);

/// A run in one of its forms, as the command line shows it.
std::string textOf(const core::RunRecord& run, core::TableFormat format);
core::Result<core::TableFormat> formatFrom(const std::string& word);

/// Whether the files could be written, before anything long begins.
core::Result<void> checkOutputs(const Outputs& outputs);
/// Writes every file, also when one of them cannot be.
core::Result<void> writeOutputs(const core::RunRecord& run, const Outputs& outputs);

} // namespace inferometer::cli

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/exports.h"
#include "core/store/markdown.h"
#include "core/store/run_reader.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/resealed.h"

#include <sstream>

namespace inferometer::fuzz {

using namespace core;

namespace {

std::string sealed(std::string_view text)
{
    std::istringstream lines{std::string(text)};
    std::string whole;
    for (std::string line; std::getline(lines, line);)
        whole += resealed(line) + "\n";
    return whole;
}

void read(const std::string& text)
{
    std::istringstream input(text);
    const auto file = readRun(input, "x");
    if (!file) {
        require(!file.error().detail.empty());
        return;
    }
    require(file->intactBytes <= text.size());
    for (const auto& record : file->run.visits)
        require(isIntact(record.line));
    (void)toCsv(file->run);
    (void)toJson(file->run);
    (void)toJsonLines(file->run);
    (void)toMarkdown(file->run);
}

} // namespace

void fuzz(std::string_view input)
{
    read(std::string(input));
    read(sealed(input));
}

} // namespace inferometer::fuzz

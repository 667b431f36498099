// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/// Names, and what other programs print: the classifier of error output and the cutter of lines.

#include "core/base/file_name.h"
#include "core/base/numbers.h"
#include "core/base/text.h"
#include "core/protocol/failure_text.h"
#include "core/run/line_reader.h"
#include "tests/fuzz/fuzz.h"

#include <array>

namespace inferometer::fuzz {

using namespace core;

namespace {

bool isPlain(std::string_view text)
{
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            return false;
    }
    return true;
}

} // namespace

void fuzz(std::string_view input)
{
    const auto file = fileNameFrom(input);
    require(!file.empty() && file.size() <= 100 && file.front() != '.' && isPlain(file));
    require(file.find('/') == std::string::npos);
    require(isPlain(oneLine(input, 100)) && oneLine(input, 100).size() <= 100);
    require(isPlain(firstLine(input)));
    const std::array<std::string, 2> known{"resnet", "vit"};
    (void)didYouMean(input, known);
    (void)isHubId(input);
    (void)outcomeOfText(input);
    (void)doubleFrom(input);
    (void)integerFrom(input);
    (void)bytesFrom(input);

    LineReader reader(64, 1000);
    (void)reader.add(input, [](std::string_view line) {
        require(line.size() <= 64);
        return true;
    });
}

} // namespace inferometer::fuzz

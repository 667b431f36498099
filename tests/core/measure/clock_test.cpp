// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace inferometer::core {
namespace {

std::string textOf(const std::filesystem::path& path)
{
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// A wall clock that jumps cannot change a sample that never saw it.
TEST(Clocks, OfTheWallAreReadNowhereInMeasuringCode)
{
    const std::filesystem::path core = std::filesystem::path(INFEROMETER_SOURCE_DIR) / "core";
    int sources = 0;
    for (const char* const folder : {"measure", "stats"}) {
        for (const auto& entry : std::filesystem::directory_iterator(core / folder)) {
            const auto extension = entry.path().extension();
            if (extension != ".h" && extension != ".cpp")
                continue;
            ++sources;
            const auto text = textOf(entry.path());
            for (const char* const word : {"system_clock", "high_resolution_clock", "gettimeofday",
                     "CLOCK_REALTIME", "std::time(", "clock_gettime", "utc_clock"})
                EXPECT_EQ(text.find(word), std::string::npos) << entry.path() << " reads " << word;
        }
    }
    EXPECT_GT(sources, 30);
}

TEST(Clocks, OfTheProductAreSteady)
{
    const auto text = textOf(std::filesystem::path(INFEROMETER_SOURCE_DIR) / "core/base/clock.cpp");
    EXPECT_NE(text.find("CLOCK_MONOTONIC"), std::string::npos);
    EXPECT_EQ(text.find("CLOCK_REALTIME"), std::string::npos);
}

} // namespace
} // namespace inferometer::core

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/conditions.h"

#include "tests/support/note_printing.h"

#include <gtest/gtest.h>

namespace inferometer::engine {
namespace {

using Notes = std::vector<core::Note>;

TEST(Conditions, DoubtsAreNamedEachByItself)
{
    struct Case {
        core::RunnerConditions conditions;
        Notes doubts;
    };
    core::RunnerConditions good;
    good.threads = 4;
    auto fewer = good;
    fewer.threads = 2;
    auto slow = good;
    slow.isOptimised = false;
    auto checked = good;
    checked.sanitizers = "address,undefined";
    auto everything = fewer;
    everything.isOptimised = false;
    everything.sanitizers = "thread";

    for (const auto& [conditions, doubts] : {Case{good, {}}, Case{fewer, {{"threads-differ", {"4", "2"}}}},
             Case{slow, {{"engine-not-optimised", {}}}},
             Case{checked, {{"engine-sanitised", {"address,undefined"}}}},
             Case{everything,
                 {{"threads-differ", {"4", "2"}}, {"engine-not-optimised", {}},
                     {"engine-sanitised", {"thread"}}}}})
        EXPECT_EQ(doubtsAbout(conditions, 4), doubts);
}

TEST(Conditions, WhatTorchCompileCouldNotDoIsNamed)
{
    EXPECT_EQ(doubtsAbout(std::map<std::string, double>{}), Notes{});
    EXPECT_EQ(doubtsAbout({{"graphs", 3}, {"graph_breaks", 0}, {"recompiles", 0}, {"cudagraph_skips", 0}}),
        Notes{});
    EXPECT_EQ(doubtsAbout({{"graph_breaks", 2}}), (Notes{{"graph-breaks", {"2"}}}));
    EXPECT_EQ(doubtsAbout({{"recompiles", 1}}), (Notes{{"recompiles", {"1"}}}));
    EXPECT_EQ(doubtsAbout({{"cudagraph_skips", 7}}), (Notes{{"cudagraph-skips", {"7"}}}));
}

TEST(Conditions, AreThoseOfThisProcess)
{
    const auto found = foundConditions();

    EXPECT_GE(found.threads, 1);
    EXPECT_FALSE(found.affinity.empty());
    EXPECT_FALSE(found.cpuCapability.empty());
    EXPECT_TRUE(found.versions.at("torch").starts_with("2."));
}

} // namespace
} // namespace inferometer::engine

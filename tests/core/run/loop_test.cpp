// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/loop.h"

#include "core/run/timer.h"

#include <gtest/gtest.h>

using namespace inferometer::core;

/// What is due when the loop begins to run is done before it waits; it must not wait on then.
TEST(Loop, LooksAgainAfterATimerThatWasDueAlready)
{
    Loop loop;
    Timer timer(loop);
    bool isDone = false;
    timer.start(0, [&] { isDone = true; });

    loop.runUntil([&] { return isDone; });

    EXPECT_TRUE(isDone);
}

TEST(Loop, ALimitOfNothingIsOverAtOnce)
{
    Loop loop;

    EXPECT_FALSE(loop.runFor(Nanoseconds(0), [] { return false; }));
}

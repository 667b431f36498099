// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/child_process.h"

#include <gtest/gtest.h>

#include <csignal>

namespace inferometer::engine {
namespace {

core::Result<ChildProcess> shell(
    const std::string& script, const std::map<std::string, std::string>& environment = {})
{
    return ChildProcess::start({"sh", "-c", script}, environment);
}

class IgnoringBrokenPipes : public testing::Test {
protected:
    void SetUp() override { std::signal(SIGPIPE, SIG_IGN); }
};

using ChildProcessTest = IgnoringBrokenPipes;

TEST_F(ChildProcessTest, AnswersLinesWithLines)
{
    auto child = shell("while read line; do echo \"got $line\"; done");
    ASSERT_TRUE(child);

    EXPECT_TRUE(child->writeLine("one"));
    EXPECT_EQ(child->readLine(), "got one");
    EXPECT_TRUE(child->writeLine("two"));
    EXPECT_EQ(child->readLine(), "got two");
}

TEST_F(ChildProcessTest, GetsTheEnvironmentThatIsAdded)
{
    auto child = shell("echo $ADDED", {{"ADDED", "yes"}});

    EXPECT_EQ(child->readLine(), "yes");
}

TEST_F(ChildProcessTest, SaysHowItEnded)
{
    auto exited = shell("exit 3");
    auto killed = shell("kill -9 $$");

    EXPECT_FALSE(exited->readLine());
    EXPECT_EQ(exited->waitForEnd(), "exit 3");
    EXPECT_FALSE(killed->readLine());
    EXPECT_EQ(killed->waitForEnd(), "signal 9");
}

TEST_F(ChildProcessTest, IsKilledWhenItDoesNotEnd)
{
    auto child = shell("trap '' TERM; while true; do sleep 1; done");
    const int pid = child->pid();

    EXPECT_EQ(child->waitForEnd(), "signal 9");
    EXPECT_NE(kill(pid, 0), 0);
}

TEST_F(ChildProcessTest, AProgramThatIsNotThereIsAnError)
{
    const auto child = ChildProcess::start({"/nowhere/python"}, {});

    ASSERT_FALSE(child);
    EXPECT_EQ(child.error().code, core::ErrorCode::ProcessFailed);
    EXPECT_NE(child.error().detail.find("/nowhere/python"), std::string::npos);
}

TEST_F(ChildProcessTest, ALineWithoutEndIsNotCollectedForEver)
{
    auto child = shell("head -c 40000000 /dev/zero");

    EXPECT_FALSE(child->readLine());
}

} // namespace
} // namespace inferometer::engine

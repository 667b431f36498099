// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/cooldown.h"
#include "tests/support/scripted_driver.h"

#include <gtest/gtest.h>

using namespace inferometer::core;
using inferometer::tests::guideDevices;
using inferometer::tests::ScriptedDriver;

namespace {

class CooldownTest : public testing::Test {
protected:
    void wait(std::optional<double> coolTo_c)
    {
        const auto symbols = driver.symbols();
        DeviceFacts device{Device{DeviceKind::Cuda, 0}, "A100", {}, {}, {}};
        device.uuid = findNvidiaDevices(symbols).devices.at(0).uuid;
        const Cooldown cooldown{loop, symbols, 1e-6, [this] { return isStopped; },
            [this](const Note& note) { notes.push_back(note); }};
        Policy policy;
        policy.coolTo_c = coolTo_c;
        cooldown.wait(policy, device);
    }

    ScriptedDriver driver{guideDevices()};
    Loop loop;
    bool isStopped = false;
    std::vector<Note> notes;
};

TEST_F(CooldownTest, EndsWhenTheDeviceIsCoolEnough)
{
    driver.devices[0].temperatures_c = {71, 66, 61, 59, 40};

    wait(60);

    EXPECT_EQ(driver.temperatureQuestions, 4);
    ASSERT_EQ(notes.size(), 1u);
    EXPECT_EQ(notes[0], (Note{"cooling-to", {"cuda:0", "71", "60"}}));
}

TEST_F(CooldownTest, ACoolDeviceIsNotWaitedFor)
{
    wait(60);

    EXPECT_EQ(driver.temperatureQuestions, 1);
    EXPECT_TRUE(notes.empty());
}

TEST_F(CooldownTest, GoesOnAfterTenMinutesAndSaysSo)
{
    driver.devices[0].temperatures_c = {80};

    wait(60);

    EXPECT_EQ(driver.temperatureQuestions, 601);
    ASSERT_EQ(notes.size(), 2u);
    EXPECT_EQ(notes[1], (Note{"still-warm", {"cuda:0", "80", "60", "600"}}));
}

TEST_F(CooldownTest, AStopEndsIt)
{
    driver.devices[0].temperatures_c = {80};
    isStopped = true;

    wait(60);

    EXPECT_EQ(driver.temperatureQuestions, 0);
}

TEST_F(CooldownTest, ADeviceThatDoesNotTellIsNotWaitedFor)
{
    driver.missing = {"nvmlDeviceGetTemperature"};

    wait(60);

    EXPECT_TRUE(notes.empty());
}

} // namespace

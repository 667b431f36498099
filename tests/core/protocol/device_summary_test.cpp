// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/device_summary.h"

#include <gtest/gtest.h>

namespace inferometer::core {
namespace {

RoundSamples roundOf(std::vector<double> samples_s, std::optional<DeviceState> device = {})
{
    RoundSamples round;
    round.samples_s = std::move(samples_s);
    round.device = std::move(device);
    return round;
}

TEST(LaunchBoundShare, IsTheTimeInWhichTheDeviceHasNothingToDo)
{
    VariantResult result;
    result.rounds = {roundOf({0.010, 0.010}), roundOf({0.012, 0.008})}; // mean 10 ms
    result.deviceBusy_s = 0.004;

    EXPECT_DOUBLE_EQ(*launchBoundShare(result), 0.6);
}

TEST(LaunchBoundShare, IsNeverBelowZero)
{
    VariantResult result;
    result.rounds = {roundOf({0.010})};
    result.deviceBusy_s = 0.0101; // it was asked apart from the samples

    EXPECT_EQ(launchBoundShare(result), 0.0);
}

TEST(LaunchBoundShare, IsNotToldFromEventsAlone)
{
    VariantResult result;
    result.rounds = {roundOf({0.010})};
    result.rounds[0].device_s = {0.009}; // spans the gaps between launches

    EXPECT_FALSE(launchBoundShare(result));
    EXPECT_EQ(deviceMean_s(result), 0.009);
    EXPECT_FALSE(launchBoundShare(VariantResult{}));
}

TEST(DeviceSummary, KeepsAndCountsSamplesOfASlowedDevice)
{
    VariantResult result;
    result.rounds = {roundOf({1, 1, 1}, DeviceState{1410, 1215, 60, 250, {}, 2e9}),
        roundOf({1, 1}, DeviceState{1080, 1215, 84, 300, {"power-cap", "sw-thermal"}, 3e9}),
        roundOf({1}, DeviceState{1200, 1215, 83, 300, {"power-cap"}}), roundOf({1})};

    const auto summary = summaryOf(result);

    EXPECT_EQ(summary.samples, 7u);
    EXPECT_EQ(summary.slowedSamples, 3u);
    EXPECT_EQ(summary.slowedBy, (std::vector<std::string>{"power-cap", "sw-thermal"}));
    EXPECT_EQ(summary.slowest_mhz, 1080);
    EXPECT_EQ(summary.warmest_c, 84);
    EXPECT_EQ(summary.mostMemory_bytes, 3e9);
}

TEST(DeviceSummary, OfAProcessorSaysNothing)
{
    VariantResult result;
    result.rounds = {roundOf({1})};

    const auto summary = summaryOf(result);

    EXPECT_EQ(summary.slowedSamples, 0u);
    EXPECT_FALSE(summary.warmest_c);
}

} // namespace
} // namespace inferometer::core

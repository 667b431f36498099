// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/device_watch.h"
#include "tests/support/note_printing.h"

#include <gtest/gtest.h>

namespace inferometer::engine {
namespace {

/// Every inference takes so long and so many joules.
struct Script {
    double sample_s = 0.010;
    double inference_j = 2.5;
    double counter_j = 100;
    int inferences = 0;
    bool hasCounter = true;
    bool fails = false;
    std::vector<std::string> slowedBy{};
    int processes = 1;
    int questions = 0;
};

class ScriptedSubject final : public core::Subject {
public:
    explicit ScriptedSubject(Script& script)
        : m_script(script)
    {
    }
    core::Result<core::Block> block(int count) override
    {
        if (m_script.fails)
            return core::Error{core::ErrorCode::Internal, "lost"};
        core::Block block;
        block.opening_s = m_script.sample_s;
        block.samples_s.assign(static_cast<std::size_t>(count), m_script.sample_s);
        m_script.inferences += count + 1;
        m_script.counter_j += (count + 1) * m_script.inference_j;
        return block;
    }

private:
    Script& m_script;
};

class ScriptedMonitor final : public core::DeviceMonitor {
public:
    explicit ScriptedMonitor(Script& script)
        : m_script(script)
    {
    }
    core::DeviceState state() override
    {
        ++m_script.questions;
        core::DeviceState state;
        state.temperature_c = 40 + m_script.questions;
        state.slowedBy = m_script.slowedBy;
        return state;
    }
    std::optional<double> energy_j() override
    {
        return m_script.hasCounter ? std::optional(m_script.counter_j) : std::nullopt;
    }
    std::optional<int> processes() override { return m_script.processes; }

private:
    Script& m_script;
};

struct Scripted {
    Script script;
    ScriptedSubject subject{script};
    ScriptedMonitor monitor{script};
};

TEST(Energy, IsTheCountersStepOverAllInferencesOfItsBlock)
{
    Scripted device;

    const auto energy = energyPerRun_j(device.subject, device.monitor, 0.010);

    ASSERT_TRUE(energy);
    EXPECT_DOUBLE_EQ(*energy, 2.5);
    EXPECT_EQ(device.script.inferences, 201) << "two seconds, and the inference that opens the block";
}

TEST(Energy, IsNotToldWhereTheCounterMovedTooLittle)
{
    Scripted device;
    device.script.inference_j = 0.001;

    EXPECT_FALSE(energyPerRun_j(device.subject, device.monitor, 0.010));
}

TEST(Energy, IsNotAskedForWithoutACounter)
{
    Scripted device;
    device.script.hasCounter = false;

    EXPECT_FALSE(energyPerRun_j(device.subject, device.monitor, 0.010));
    EXPECT_EQ(device.script.inferences, 0);
}

TEST(Energy, AFailedBlockSaysNothing)
{
    Scripted device;
    device.script.fails = true;

    EXPECT_FALSE(energyPerRun_j(device.subject, device.monitor, 0.010));
    EXPECT_FALSE(energyPerRun_j(device.subject, device.monitor, 0));
}

TEST(WatchedSubject, AsksOnceAfterEachBlockAndRoundsGetTheirOwn)
{
    Scripted device;
    WatchedSubject watched(device.subject, &device.monitor);
    core::SubjectRecord record;
    (void)watched.block(7); // warm-up
    for (int i = 0; i < 2; ++i)
        record.rounds.push_back(*watched.block(3));
    core::VariantResult result;

    recordRounds(record, watched.states(), result);

    EXPECT_EQ(device.script.questions, 3);
    ASSERT_EQ(result.rounds.size(), 2u);
    EXPECT_EQ(result.rounds[0].device->temperature_c, 42);
    EXPECT_EQ(result.rounds[1].device->temperature_c, 43);
    EXPECT_EQ(result.outcome, core::Outcome::Measured);
    EXPECT_FALSE(slowedNote(result));
}

TEST(WatchedSubject, WithoutAMonitorMeasuresAllTheSame)
{
    Scripted device;
    WatchedSubject watched(device.subject, nullptr);
    core::SubjectRecord record;
    record.rounds.push_back(*watched.block(3));
    core::VariantResult result;

    recordRounds(record, watched.states(), result);

    ASSERT_EQ(result.rounds.size(), 1u);
    EXPECT_EQ(result.rounds[0].samples_s.size(), 3u);
    EXPECT_FALSE(result.rounds[0].device);
}

TEST(SlowedNote, CountsTheSamplesAndNamesTheReasons)
{
    Scripted device;
    device.script.slowedBy = {"sw-thermal"};
    WatchedSubject watched(device.subject, &device.monitor);
    core::SubjectRecord record;
    record.rounds.push_back(*watched.block(3));
    device.script.slowedBy = {};
    record.rounds.push_back(*watched.block(5));
    core::VariantResult result;
    recordRounds(record, watched.states(), result);

    const auto note = slowedNote(result);

    ASSERT_TRUE(note);
    EXPECT_EQ(*note, (core::Note{"device-slowed", {"3", "8", "sw-thermal"}}));
}

TEST(SharedNote, CountsWhoIsNotOfTheVisit)
{
    Scripted device;
    device.script.processes = 3;

    EXPECT_EQ(sharedNote(device.monitor, 1), (core::Note{"device-shared", {"2"}}));
    EXPECT_FALSE(sharedNote(device.monitor, 3));
    device.script.processes = 0; // in a container others cannot be seen
    EXPECT_FALSE(sharedNote(device.monitor, 1));
}

TEST(TypicalBusy, IsTheMedianOfFive)
{
    std::vector<double> answers{0.004, 0.009, 0.005, 0.003, 0.0045};
    std::vector<double> holds;

    const auto busy = typicalBusy_s(0.010, [&](double hold_s) {
        holds.push_back(hold_s);
        return std::optional(answers[holds.size() - 1]);
    });

    EXPECT_EQ(busy, 0.0045);
    EXPECT_EQ(holds, std::vector<double>(5, 1.5 * 0.010));
}

TEST(TypicalBusy, IsNotToldWhereADeviceCouldNotBeHeldLongEnough)
{
    int asked = 0;
    const auto once = [&](double) { return ++asked < 3 ? std::optional(0.004) : std::nullopt; };

    EXPECT_FALSE(typicalBusy_s(0.010, once));
    EXPECT_EQ(asked, 3);
    EXPECT_FALSE(typicalBusy_s(2.0, once)) << "long inferences are not held back";
    EXPECT_EQ(asked, 3);
}

} // namespace
} // namespace inferometer::engine

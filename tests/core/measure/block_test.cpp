// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/block.h"

#include "core/measure/subject.h"
#include "tests/support/scripted_subject.h"

#include <gtest/gtest.h>

#include <limits>
#include <sys/mman.h>

namespace inferometer::core {
namespace {

using tests::FakeClock;
using tests::ScriptedProgram;

TEST(Block, TimesEveryInferenceButTheFirst)
{
    FakeClock clock;
    ScriptedProgram program(clock, [](int i) { return 0.001 * (i + 1); });

    const auto block = measureBlock(program, clock, 4);

    ASSERT_TRUE(block);
    EXPECT_EQ(block->opening_s, 0.001);
    EXPECT_EQ(block->samples_s, (std::vector<double>{0.002, 0.003, 0.004, 0.005}));
    EXPECT_TRUE(block->device_s.empty());
    EXPECT_DOUBLE_EQ(block->inside_s(), 0.015);
    EXPECT_EQ(program.runs(), 5);
}

TEST(Block, MayHaveNothingButItsOpening)
{
    FakeClock clock;
    ScriptedProgram program(clock, [](int) { return 0.01; });

    const auto block = measureBlock(program, clock, 0);

    EXPECT_EQ(block->opening_s, 0.01);
    EXPECT_TRUE(block->samples_s.empty());
}

TEST(Block, DoesNotExistWhenAnInferenceFails)
{
    for (int failing = 0; failing < 5; ++failing) {
        FakeClock clock;
        ScriptedProgram program(clock, [failing](int i) -> Result<double> {
            if (i == failing)
                return Error{ErrorCode::OutOfMemory, "The device ran out of memory."};
            return 0.01;
        });

        const auto block = measureBlock(program, clock, 4);

        ASSERT_FALSE(block);
        EXPECT_EQ(block.error().code, ErrorCode::OutOfMemory);
        EXPECT_EQ(program.runs(), failing + 1);
    }
}

class ProgramWithDeviceClock final : public Program {
public:
    Result<void> runAndRelease() override { return {}; }
    std::optional<double> lastDevice_s() override { return 0.5 * ++m_asked; }

private:
    int m_asked = 0;
};

TEST(Block, KeepsTheTimesOfTheDevice)
{
    ProgramWithDeviceClock program;
    const SteadyClock clock;

    EXPECT_EQ(measureBlock(program, clock, 3)->device_s, (std::vector<double>{0.5, 1.0, 1.5}));
}

/// Touches fresh pages in its first inferences.
class Faulting final : public Program {
public:
    static constexpr std::size_t pages = 256;

    explicit Faulting(int inferences)
        : m_left(inferences)
    {
    }

    Result<void> runAndRelease() override
    {
        if (m_left-- <= 0)
            return {};
        constexpr std::size_t bytes = pages * 4096;
        void* const memory = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (memory == MAP_FAILED)
            return Error{ErrorCode::OutOfMemory, "mmap failed"};
        madvise(memory, bytes, MADV_NOHUGEPAGE);
        for (std::size_t page = 0; page < pages; ++page)
            static_cast<volatile char*>(memory)[page * 4096] = 1;
        munmap(memory, bytes);
        return {};
    }

private:
    int m_left;
};

TEST(Block, CountsPageFaultsOfItsSamplesOnly)
{
    Faulting always(6);
    Faulting inTheOpening(1);
    const SteadyClock clock;

    EXPECT_GE(measureBlock(always, clock, 5)->minorFaults, static_cast<long>(5 * Faulting::pages));
    EXPECT_LT(measureBlock(inTheOpening, clock, 5)->minorFaults, static_cast<long>(Faulting::pages / 2));
}

/// What a broken peer might deliver.
class BrokenSubject final : public Subject {
public:
    explicit BrokenSubject(Block delivered)
        : m_delivered(std::move(delivered))
    {
    }
    Result<Block> block(int /*count*/) override { return m_delivered; }

private:
    Block m_delivered;
};

bool isTaken(Block delivered)
{
    BrokenSubject subject(std::move(delivered));
    const auto block = takeBlock(subject, 2);
    EXPECT_TRUE(block || block.error().code == ErrorCode::ProtocolError);
    return block.isOk();
}

TEST(TakeBlock, RefusesWhatIsNoMeasurement)
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_TRUE(isTaken({.opening_s = 0.1, .samples_s = {0.1, 0.1}, .device_s = {}}));
    EXPECT_TRUE(isTaken({.opening_s = 0.1, .samples_s = {0.1, 0.1}, .device_s = {0.1, 0.1}}));
    EXPECT_FALSE(isTaken({.opening_s = 0.1, .samples_s = {0.1}, .device_s = {}}));
    EXPECT_FALSE(isTaken({.opening_s = 0.1, .samples_s = {0.1, 0.1, 0.1}, .device_s = {}}));
    EXPECT_FALSE(isTaken({.opening_s = 0.1, .samples_s = {0.1, nan}, .device_s = {}}));
    EXPECT_FALSE(isTaken({.opening_s = 0.1, .samples_s = {0.1, 0.0}, .device_s = {}}));
    EXPECT_FALSE(isTaken({.opening_s = 0.1, .samples_s = {0.1, -0.1}, .device_s = {}}));
    EXPECT_FALSE(isTaken({.opening_s = nan, .samples_s = {0.1, 0.1}, .device_s = {}}));
    EXPECT_FALSE(isTaken({.opening_s = 0.1, .samples_s = {0.1, 0.1}, .device_s = {0.1}}));
}

} // namespace
} // namespace inferometer::core

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random_name.h"
#include "core/run/device_lock.h"
#include "text/error_text.h"

#include <gtest/gtest.h>

#include <csignal>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace inferometer::core;

namespace {

DeviceFacts gpu(int index, const char* uuid)
{
    DeviceFacts facts;
    facts.device = Device{DeviceKind::Cuda, index};
    facts.uuid = uuid;
    return facts;
}

const DeviceFacts cpu;

} // namespace

TEST(DeviceLock, ASecondOwnerIsRefusedWithTheFirstOnesProcess)
{
    const auto machine = randomName();
    const auto first = DeviceLock::acquire(cpu, machine);
    ASSERT_TRUE(first) << first.error().detail;

    for (int i = 0; i < 3; ++i) {
        const auto second = DeviceLock::acquire(cpu, machine);
        ASSERT_FALSE(second);
        EXPECT_EQ(second.error().code, ErrorCode::Locked);
        EXPECT_EQ(inferometer::text::sentence(second.error()),
            "The device cpu is in use by process " + std::to_string(::getpid()) + ".");
    }
}

TEST(DeviceLock, EndsWithItsOwner)
{
    const auto machine = randomName();
    {
        const auto lock = DeviceLock::acquire(cpu, machine);
        ASSERT_TRUE(lock);
    }
    EXPECT_TRUE(DeviceLock::acquire(cpu, machine));
}

TEST(DeviceLock, OfAKilledOwnerIsFree)
{
    const auto machine = randomName();
    int ready[2];
    ASSERT_EQ(::pipe(ready), 0);
    const int child = ::fork();
    if (child == 0) {
        const auto lock = DeviceLock::acquire(cpu, machine);
        (void)!::write(ready[1], lock ? "y" : "n", 1);
        ::pause();
    }
    char answer = 0;
    ASSERT_EQ(::read(ready[0], &answer, 1), 1);
    ASSERT_EQ(answer, 'y');
    EXPECT_EQ(inferometer::text::sentence(DeviceLock::acquire(cpu, machine).error()),
        "The device cpu is in use by process " + std::to_string(child) + ".");

    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);

    EXPECT_TRUE(DeviceLock::acquire(cpu, machine));
    ::close(ready[0]);
    ::close(ready[1]);
}

/// A process that was just being started when its parent was killed holds all of the parent's descriptors.
TEST(DeviceLock, OfADeadOwnerIsWaitedForWhileAChildOfItStillHoldsIt)
{
    const auto machine = randomName();
    int ready[2];
    ASSERT_EQ(::pipe(ready), 0);
    const int owner = ::fork();
    if (owner == 0) {
        const int next = ::dup(ready[1]); // the number that the lock's socket will have
        ::close(next);
        const auto lock = DeviceLock::acquire(cpu, machine);
        if (::fork() == 0) {
            (void)!::write(ready[1], "y", 1);
            pollfd asked{next, POLLIN, 0};
            ::poll(&asked, 1, 10'000); // until somebody asks who the owner is
            ::_exit(0);
        }
        ::pause();
    }
    char answer = 0;
    ASSERT_EQ(::read(ready[0], &answer, 1), 1);
    ::kill(owner, SIGKILL);
    ::waitpid(owner, nullptr, 0);

    const auto lock = DeviceLock::acquire(cpu, machine);

    EXPECT_TRUE(lock) << lock.error().detail;
    ::close(ready[0]);
    ::close(ready[1]);
}

TEST(DeviceLock, AGpuIsTheSameWhateverNumberAProcessSeesItUnder)
{
    const auto machine = randomName();
    const auto first = DeviceLock::acquire(gpu(0, "GPU-a"), machine);
    ASSERT_TRUE(first);

    EXPECT_FALSE(DeviceLock::acquire(gpu(3, "GPU-a"), machine));
    EXPECT_TRUE(DeviceLock::acquire(gpu(0, "GPU-b"), machine));
    EXPECT_TRUE(DeviceLock::acquire(cpu, machine));
}

TEST(DeviceLock, APlanLocksTheDevicesThatItWantsAndNoOthers)
{
    const auto machine = randomName();
    Plan plan;
    plan.visits.emplace_back();
    const std::vector<DeviceFacts> devices{cpu, gpu(0, "GPU-a")};

    const auto locks = lockDevices(plan, devices, machine);

    ASSERT_TRUE(locks);
    EXPECT_EQ(locks->size(), 1u);
    EXPECT_FALSE(lockDevices(plan, devices, machine));
    EXPECT_TRUE(DeviceLock::acquire(devices[1], machine));
}

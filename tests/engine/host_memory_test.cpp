// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/host_memory.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <memory>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace inferometer::engine {
namespace {

constexpr std::size_t megabyte = 1u << 20;

long faults()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_minflt;
}

/// As Torch allocates.
void useMemory(std::size_t bytes)
{
    void* memory = nullptr;
    if (posix_memalign(&memory, 64, bytes) != 0)
        return;
    for (volatile char* byte = static_cast<char*>(memory); byte < static_cast<char*>(memory) + bytes;
         byte += 4096)
        *byte = 1;
    std::free(memory);
}

long faultsPerUse(core::Allocator allocator)
{
    applyAllocator(allocator);
    constexpr int warmUps = 20; // until glibc's small caches are full
    constexpr int uses = 10;
    for (int i = 0; i < warmUps; ++i)
        useMemory(64 * megabyte);
    const auto before = faults();
    for (int i = 0; i < uses; ++i)
        useMemory(64 * megabyte);
    return (faults() - before) / uses;
}

/// Runs a check in a child, because it changes the whole process.
template <typename Check> bool holdsInChild(const Check& check)
{
    const auto child = fork();
    if (child == 0)
        _exit(check() ? 0 : 1);
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

#if defined(INFEROMETER_SANITIZED)
#define SKIP_WITH_OTHER_ALLOCATOR() GTEST_SKIP() << "a sanitizer's allocator has none of these settings"
#else
#define SKIP_WITH_OTHER_ALLOCATOR() (void)0
#endif

TEST(HostMemory, VariantsShareAProcessUpToSeventyPercentOfWhatThereIs)
{
    EXPECT_TRUE(isSafeTogether(700, 1000));
    EXPECT_FALSE(isSafeTogether(701, 1000));
}

TEST(HostMemory, RetainKeepsFreedMemory)
{
    SKIP_WITH_OTHER_ALLOCATOR();
    EXPECT_TRUE(holdsInChild([] { return faultsPerUse(core::Allocator::Retain) < 100; }));
    EXPECT_TRUE(holdsInChild([] { return faultsPerUse(core::Allocator::Default) > 10'000; }));
}

TEST(HostMemory, ThePeakIsWhatTheWorkAddsToTheIdleProcess)
{
    SKIP_WITH_OTHER_ALLOCATOR();
    const auto idle = std::make_unique<std::vector<char>>(100 * megabyte, 'x');

    const MemoryWatch watch;
    useMemory(50 * megabyte);

    const auto peak = watch.increase();
    if (!peak)
        GTEST_SKIP() << "this kernel does not let a process reset its peak";
    EXPECT_GT(*peak, 48 * megabyte);
    EXPECT_LT(*peak, 60 * megabyte);
}

TEST(HostMemory, OfAProcessThatIsGoneNothingIsKnown)
{
    const auto child = fork();
    if (child == 0)
        _exit(0);
    waitpid(child, nullptr, 0);

    EXPECT_FALSE(MemoryWatch(child).increase());
}

TEST(HostMemory, ALimitMakesAllocationsFail)
{
    SKIP_WITH_OTHER_ALLOCATOR();
    EXPECT_TRUE(holdsInChild([] {
        void* memory = nullptr;
        return limitFurtherData(200 * megabyte) && posix_memalign(&memory, 64, 50 * megabyte) == 0
            && posix_memalign(&memory, 64, 500 * megabyte) != 0;
    }));
}

} // namespace
} // namespace inferometer::engine

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/failure_text.h"

#include "core/protocol/json.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace inferometer::core {
namespace {

struct Recorded {
    const char* text;
    std::optional<Outcome> outcome;
};

// Texts as the libraries wrote them.
class RecordedTexts : public testing::TestWithParam<Recorded> { };

TEST_P(RecordedTexts, AreRecognised)
{
    EXPECT_EQ(outcomeOfText(GetParam().text), GetParam().outcome) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(All, RecordedTexts,
    testing::Values(
        Recorded{
            "[enforce fail at alloc_cpu.cpp:128] err == 0. DefaultCPUAllocator: can't allocate memory: you "
            "tried to allocate 268435456 bytes. Error code 12 (Cannot allocate memory)",
            Outcome::OutOfMemory},
        Recorded{"could not create a primitive", Outcome::OutOfMemory},
        Recorded{"std::bad_alloc", Outcome::OutOfMemory},
        Recorded{"CUDA out of memory. Tried to allocate 20.00 MiB. GPU 0 has a total capacity of 14.56 GiB "
                 "of which "
                 "11.81 MiB is free.",
            Outcome::OutOfMemory},
        Recorded{
            "CUDA error: out of memory\nCompile with `TORCH_USE_CUDA_DSA` to enable device-side assertions.",
            Outcome::OutOfMemory},
        Recorded{"CUDA driver error: out of memory", Outcome::OutOfMemory}, // a package's own launches
        Recorded{"CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`",
            Outcome::OutOfMemory},
        Recorded{"CUDA error: an illegal memory access was encountered", Outcome::DeviceLost},
        Recorded{"CUDA error: device-side assert triggered", Outcome::DeviceLost},
        Recorded{"CUDA error: unspecified launch failure", Outcome::DeviceLost},
        Recorded{"NVRM: GPU 0000:01:00.0: GPU has fallen off the bus.", Outcome::DeviceLost},
        Recorded{
            "CUDA error: no kernel image is available for execution on the device", Outcome::Unsupported},
        Recorded{"The NVIDIA driver on your system is too old (found version 11040).", Outcome::Unsupported},
        Recorded{"Found no NVIDIA driver on your system.", Outcome::Unsupported},
        Recorded{"mat1 and mat2 shapes cannot be multiplied (1x2048 and 1000x2048)", std::nullopt},
        Recorded{"", std::nullopt}));

/// Texts of CUDA and PyTorch about devices. The worker's tests look them up in the libraries that are locked.
TEST(KnownFailure, DeviceTextsHaveTheirReasons)
{
    std::ifstream file(INFEROMETER_SOURCE_DIR "/tests/data/device/failures.json");
    const auto recorded = parseJson(std::string(std::istreambuf_iterator<char>(file), {}));
    ASSERT_TRUE(recorded);
    ASSERT_GT(recorded->size(), 20u);
    for (const auto& entry : *recorded) {
        const auto known = knownFailure(entry.at("text").get<std::string>());
        EXPECT_EQ(known ? std::string(known->reason.code) : "", entry.at("reason").get<std::string>())
            << entry;
        EXPECT_EQ(known ? std::string(toWord(known->outcome)) : "", entry.at("outcome").get<std::string>())
            << entry;
    }
}

TEST(OutcomeOfText, PrefersTheLostDeviceToTheMemoryErrorsThatFollowIt)
{
    EXPECT_EQ(outcomeOfText("CUDA error: an illegal memory access was encountered\nCUDA out of memory."),
        Outcome::DeviceLost);
}

TEST(FirstLine, SkipsBlankLinesAndControlCharacters)
{
    EXPECT_EQ(firstLine("\n\n  shape\tmismatch\x1b[0m\nat conv.cpp"), "shape mismatch [0m");
    EXPECT_EQ(firstLine(" \n "), "");
}

TEST(FirstLine, CutsAtAWholeCharacter)
{
    const auto line = firstLine(std::string(499, 'x') + "\xC3\xA9\xC3\xA9");

    EXPECT_EQ(line, std::string(499, 'x'));
}

} // namespace
} // namespace inferometer::core

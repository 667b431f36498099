// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/safetensors_header.h"

#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <cstring>
#include <random>

namespace inferometer::core {
namespace {

constexpr const char* twoTensors = R"({"__metadata__":{"format":"pt"},
    "b":{"dtype":"I64","shape":[2],"data_offsets":[12,28]},
    "a":{"dtype":"F32","shape":[3,1],"data_offsets":[0,12]}})";

std::string fileOf(const std::string& header, std::size_t dataBytes)
{
    std::string file(8, '\0');
    const std::uint64_t length = header.size();
    std::memcpy(file.data(), &length, sizeof length);
    return file + header + std::string(dataBytes, 'x');
}

TEST(SafetensorsHeader, ListsTensorsByTheirPlace)
{
    const auto header = parseSafetensorsHeader(twoTensors, 28);

    ASSERT_TRUE(header) << header.error().detail;
    ASSERT_EQ(header->entries.size(), 2u);
    EXPECT_EQ(header->entries[0].name, "a");
    EXPECT_EQ(header->entries[0].type, ElementType::Float32);
    EXPECT_EQ(header->entries[0].shape, (std::vector<std::int64_t>{3, 1}));
    EXPECT_EQ(header->entries[1].begin, 12u);
}

TEST(SafetensorsHeader, AcceptsScalarsAndEmptyTensors)
{
    const auto header = parseSafetensorsHeader(
        R"({"s":{"dtype":"BOOL","shape":[],"data_offsets":[0,1]},"e":{"dtype":"F32","shape":[0,4],"data_offsets":[0,0]}})",
        1);

    EXPECT_TRUE(header) << header.error().detail;
}

struct Hostile {
    const char* header;
    std::uint64_t dataBytes;
};

class HostileHeaders : public testing::TestWithParam<Hostile> { };

TEST_P(HostileHeaders, AreRefusedInOneSentence)
{
    const auto header = parseSafetensorsHeader(GetParam().header, GetParam().dataBytes);

    ASSERT_FALSE(header);
    EXPECT_EQ(header.error().code, ErrorCode::FileInvalid);
    EXPECT_FALSE(header.error().detail.empty());
}

INSTANTIATE_TEST_SUITE_P(All, HostileHeaders,
    testing::Values(Hostile{"", 0}, Hostile{"[]", 0}, Hostile{"{", 0},
        Hostile{R"({"a":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}})", 11},
        Hostile{R"({"a":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}})", 13},
        Hostile{R"({"a":{"dtype":"F32","shape":[3],"data_offsets":[4,16]}})", 16},
        Hostile{R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,12]}})", 12},
        Hostile{R"({"a":{"dtype":"F32","shape":[-3],"data_offsets":[0,12]}})", 12},
        Hostile{R"({"a":{"dtype":"F32","shape":[3],"data_offsets":[12,0]}})", 12},
        Hostile{R"({"a":{"dtype":"F32","shape":[3],"data_offsets":[0]}})", 12},
        Hostile{R"({"a":{"dtype":"Q4","shape":[3],"data_offsets":[0,12]}})", 12},
        Hostile{R"({"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,0]}})", 0},
        Hostile{R"({"a":{"dtype":"F32","shape":[9223372036854775807,0],"data_offsets":[0,1]}})", 1},
        Hostile{
            R"({"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]},"b":{"dtype":"U8","shape":[4],"data_offsets":[2,6]}})",
            6},
        Hostile{R"({"a":{"shape":[3],"data_offsets":[0,12]}})", 12}, Hostile{R"({"a":7})", 0}));

TEST(SafetensorsHeader, ReadsAFileAndNamesItWhenItIsDamaged)
{
    const tests::TemporaryFolder folder;
    const auto whole = folder.write("whole.safetensors", fileOf(twoTensors, 28));
    const auto cut = folder.write("cut.safetensors", fileOf(twoTensors, 27));
    const auto tiny = folder.write("tiny.safetensors", "abc");
    const auto huge = folder.write("huge.safetensors", std::string(8, '\xff') + "{}");

    const auto header = readSafetensorsHeader(whole);
    ASSERT_TRUE(header) << header.error().detail;
    EXPECT_EQ(header->dataOffset, 8 + std::strlen(twoTensors));
    for (const auto& damaged : {cut, tiny, huge}) {
        const auto read = readSafetensorsHeader(damaged);
        ASSERT_FALSE(read);
        EXPECT_EQ(read.error().code, ErrorCode::FileInvalid);
        EXPECT_NE(read.error().detail.find(damaged.filename().string()), std::string::npos);
    }
    EXPECT_EQ(readSafetensorsHeader(folder.path() / "absent").error().code, ErrorCode::FileNotFound);
}

TEST(SafetensorsHeader, NoChangedByteMakesItCrash)
{
    std::mt19937 random(2);
    for (int i = 0; i < 5000; ++i) {
        std::string changed = twoTensors;
        for (auto flips = random() % 3 + 1; flips > 0; --flips)
            changed[random() % changed.size()] = static_cast<char>(random() % 96 + 32);
        const auto header = parseSafetensorsHeader(changed, 28);
        if (header) {
            std::uint64_t end = 0;
            for (const auto& entry : header->entries) {
                EXPECT_EQ(entry.begin, end);
                end = entry.end;
            }
            EXPECT_EQ(end, 28u);
        }
    }
}

} // namespace
} // namespace inferometer::core

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/json.h"

#include <gtest/gtest.h>

#include <chrono>

namespace inferometer::core {
namespace {

TEST(ParseJson, RefusesWhatIsTooDeepTooLongOrTooMany)
{
    const std::string deep(100'000, '[');
    std::string many = "[0";
    for (int i = 0; i < 1000; ++i)
        many += ",0";
    many += "]";

    EXPECT_FALSE(parseJson(deep));
    EXPECT_FALSE(parseJson("[1,2]", ErrorCode::ProtocolError, {.bytes = 4}));
    EXPECT_FALSE(parseJson(many, ErrorCode::ProtocolError, {.values = 1000}));
    EXPECT_TRUE(parseJson(many, ErrorCode::ProtocolError, {.values = 1002}));
}

TEST(ParseJson, RefusesInvalidUtf8AndTrailingText)
{
    EXPECT_FALSE(parseJson("\"\xff\xfe\""));
    EXPECT_FALSE(parseJson("{} {}"));
    EXPECT_FALSE(parseJson(""));
    EXPECT_EQ(parseJson("nonsense").error().code, ErrorCode::ProtocolError);
}

TEST(ToLine, ReplacesBytesThatAreNoUtf8)
{
    const auto line = toLine(Json{{"text", "a\xff\nb"}});

    EXPECT_EQ(line.find('\n'), std::string::npos);
    EXPECT_TRUE(parseJson(line));
}

TEST(ReadJson, RefusesNumbersThatDoNotFit)
{
    EXPECT_FALSE(fromJson<int>(Json(3'000'000'000)));
    EXPECT_FALSE(fromJson<int>(Json(1e300)));
    EXPECT_FALSE(fromJson<int>(Json(1.5)));
    EXPECT_FALSE(fromJson<std::uint64_t>(Json(-1)));
    EXPECT_FALSE(fromJson<bool>(Json(1)));
    EXPECT_EQ(*fromJson<std::uint64_t>(Json(std::numeric_limits<std::uint64_t>::max())),
        std::numeric_limits<std::uint64_t>::max());
}

TEST(ReadJson, NamesTheFieldThatIsWrong)
{
    const auto workload = fromJson<Workload>(
        Json{{"model", "vit"}, {"device", "cpu"}, {"batch", "four"}, {"dtype", "float32"}});

    ASSERT_FALSE(workload);
    EXPECT_EQ(workload.error().detail,
        "The message is not valid: 'batch' is not a whole number of the right size.");
}

TEST(ReadJson, KeepsDefaultsForWhatIsAbsentOrNull)
{
    const auto policy = fromJson<Policy>(Json{{"preset", "guide"}, {"min_samples", nullptr}});

    ASSERT_TRUE(policy);
    EXPECT_EQ(policy->preset, Preset::Guide);
    EXPECT_EQ(policy->minSamples, Policy().minSamples);
}

TEST(ReadJson, TakesACodeAloneForANoteWithoutArguments)
{
    const auto notes = fromJson<std::vector<Note>>(*parseJson(R"(["rounds-not-reached",{"code":"noisy"}])"));

    ASSERT_TRUE(notes) << notes.error().detail;
    EXPECT_EQ(*notes, (std::vector<Note>{{"rounds-not-reached", {}}, {"noisy", {}}}));
}

TEST(WriteJson, WritesNumbersThatAreNotFiniteAsNull)
{
    const auto json = writeJson(std::vector<double>{1.5, std::numeric_limits<double>::quiet_NaN()});

    EXPECT_EQ(json.dump(), "[1.5,null]");
    EXPECT_TRUE(std::isnan(fromJson<std::vector<double>>(json)->back()));
}

TEST(WriteJson, KeepsEveryDigitOfADouble)
{
    const double number = 0.1 + 0.2;

    EXPECT_EQ(*fromJson<double>(*parseJson(toLine(writeJson(number)))), number);
}

} // namespace
} // namespace inferometer::core

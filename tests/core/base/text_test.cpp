// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_name.h"
#include "core/base/numbers.h"
#include "core/base/sha256.h"
#include "core/base/text.h"
#include "tests/support/comma_locale.h"

#include <gtest/gtest.h>

#include <random>

using namespace inferometer::core;

TEST(Numbers, ReadBackAsTheyWereWrittenInEveryLocale)
{
    const inferometer::tests::CommaLocale locale;
    if (!locale.isActive())
        GTEST_SKIP() << "this system cannot make a locale";
    for (const double value : {0.0, 0.1, -1.5, 1e-300, 9.325e-3, 1234567.875}) {
        const auto text = exactText(value);

        EXPECT_EQ(doubleFrom(text), value) << text;
        EXPECT_EQ(text.find(','), std::string::npos);
    }
}

TEST(Numbers, RefuseWhatIsNotWhollyANumber)
{
    for (const auto* text : {"", "1.5x", " 1", "1,5", "0x10", "--1"})
        EXPECT_FALSE(doubleFrom(text)) << text;
    EXPECT_FALSE(integerFrom("1.0"));
    EXPECT_FALSE(integerFrom("99999999999999999999"));
    EXPECT_EQ(integerFrom("-42"), -42);
}

TEST(Numbers, RoundedToNothingHaveNoSign)
{
    EXPECT_EQ(fixedText(-0.04, 1), "0.0");
    EXPECT_EQ(fixedText(-0.0, 0), "0");
    EXPECT_EQ(fixedText(-0.05001, 1), "-0.1");
    EXPECT_EQ(fixedText(-10.0, 1), "-10.0");
}

TEST(Numbers, TakeSizesInPowersOf1024)
{
    EXPECT_EQ(bytesFrom("300"), 300u);
    EXPECT_EQ(bytesFrom("4G"), 4ull << 30);
    EXPECT_EQ(bytesFrom("1.5 GiB"), 3ull << 29);
    EXPECT_EQ(bytesFrom("512MB"), 512ull << 20);
    for (const auto* text : {"", "G", "4X", "4Gx", "-1", "1e30T"})
        EXPECT_FALSE(bytesFrom(text)) << text;
    EXPECT_EQ(bytesText(1536), "1.5 KiB");
    EXPECT_EQ(bytesText(30ull << 30), "30.0 GiB");
}

TEST(Text, SplitsAndLeavesEmptyPartsOut)
{
    EXPECT_EQ(split(" a, b ,,c", ','), (std::vector<std::string>{"a", "b", "c"}));
    EXPECT_TRUE(split("", ',').empty());
}

TEST(Text, FindsTheNamesThatWereMeant)
{
    const std::vector<std::string> known{"resnet", "resnet-101", "segformer", "vit"};

    EXPECT_EQ(nearestNames("resnt", known).front(), "resnet");
    EXPECT_EQ(nearestNames("RESNET", known).front(), "resnet");
    EXPECT_TRUE(nearestNames("zzzzzz", known).empty());
    EXPECT_EQ(didYouMean("vitt", known), (Note{"did-you-mean", {"vit"}}));
    EXPECT_EQ(didYouMean("", {}), std::nullopt);
}

TEST(Text, HubIdsFollowTheRuleOfTheHub)
{
    for (const auto* good : {"resnet", "microsoft/resnet-50", "a.b/c_d"})
        EXPECT_TRUE(isHubId(good)) << good;
    for (const auto* bad :
        {"", "/a", "a/", "a/b/c", "a..b", "a--b", "../etc", "a b", "-a", ".a", "a\n", "\xff"})
        EXPECT_FALSE(isHubId(bad)) << bad;
    EXPECT_FALSE(isHubId(std::string(97, 'a')));
}

TEST(Text, TenThousandHostileNamesMakeHarmlessFileNames)
{
    std::mt19937 random(1);
    for (int i = 0; i < 10'000; ++i) {
        std::string name;
        for (std::size_t length = random() % 200; name.size() < length;)
            name += static_cast<char>(random() % 4 == 0 ? "./\\\0\n~-"[random() % 7] : random() % 256);

        const auto file = fileNameFrom(name);

        EXPECT_FALSE(file.empty());
        EXPECT_LE(file.size(), 100u);
        EXPECT_EQ(file.find_first_of(std::string("/\\\n~\0", 5)), std::string::npos);
        EXPECT_NE(file.front(), '.');
        EXPECT_NE(file.front(), '-');
    }
    EXPECT_EQ(fileNameFrom("resnet-101"), "resnet-101");
    EXPECT_NE(fileNameFrom("a/b"), fileNameFrom("a_b"));
}

TEST(Text, OneLineHasNoControlCharactersAndKeepsWholeCharacters)
{
    EXPECT_EQ(oneLine("\n  Error:\tbad\x1b[31m\nmore"), "Error: bad [31m");
    EXPECT_EQ(oneLine(""), "");
    EXPECT_EQ(oneLine("\xe3\x81\x82\xe3\x81\x84", 4), "\xe3\x81\x82");
}

TEST(Sha256, IsThatOfTheStandard)
{
    EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

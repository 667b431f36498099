// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/sample_room.h"
#include "core/store/history.h"
#include "core/store/run_lines.h"
#include "core/store/run_reader.h"
#include "core/store/run_writer.h"
#include "tests/core/store/example_run.h"
#include "tests/support/comma_locale.h"
#include "text/error_text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <sstream>

using namespace inferometer::core;
using namespace inferometer::tests;
namespace fs = std::filesystem;

namespace {

/// Header, session, one attempt, two records, closed.
std::string exampleText()
{
    const auto run = exampleRun();
    std::string text = headerLine(run) + "\n" + sessionLine(0, run.sessions.front()) + "\n";
    text += attemptLine({"resnet.cpu.b1.float32", 1, 0, run.plan.visits.front().variants}) + "\n";
    for (const auto& record : run.visits)
        text += recordLine(record) + "\n";
    return text + closedLine(Ending::Completed) + "\n";
}

Result<RunFile> read(const std::string& text)
{
    std::istringstream input(text);
    return readRun(input, "'x'");
}

std::string withoutLastLine(std::string text, std::size_t keep)
{
    text.pop_back();
    const auto start = text.rfind('\n') + 1;
    return text.substr(0, start + keep);
}

/// Numbers that take as many bytes as a double can.
constexpr double wide_s = 0.00012345678901234567;

/// A row that fills its room with rounds of so many samples, measured on a GPU.
Row fullRow(int room, int samples)
{
    Row row;
    const std::vector<double> numbers(static_cast<std::size_t>(samples), wide_s);
    for (int round = 0; round < room / (samples + roomOfRound); ++round) {
        auto& added = row.result.rounds.emplace_back();
        added = {round, numbers, numbers, wide_s};
        added.device = DeviceState{};
        added.device->clock_mhz = 1980.5;
        added.device->memoryClock_mhz = 2619.5;
        added.device->temperature_c = 65.5;
        added.device->power_w = 345.678;
        added.device->slowedBy = {"sw-power-cap", "sw-thermal"};
        added.device->memory_bytes = 85'899'345'920;
    }
    return row;
}

} // namespace

TEST(RunFile, ReadsARecordThatHoldsAllThatAVisitMay)
{
    for (const int samples : {1, 1000}) {
        auto record = exampleRun().visits.front();
        record.rows.assign(4, fullRow(roomOfVariant(4), samples));
        const auto line = recordLine(record);

        EXPECT_TRUE(checkReadable(line)) << line.size();
        EXPECT_GT(line.size(), 5u << 20) << "else there would be room for more";
    }
}

TEST(RunFile, ReadsBackWhatWasWritten)
{
    const auto written = exampleRun();

    const auto file = read(exampleText());

    ASSERT_TRUE(file) << file.error().detail;
    EXPECT_TRUE(file->problems.empty());
    EXPECT_EQ(file->run.id, written.id);
    EXPECT_EQ(file->run.ending, Ending::Completed);
    EXPECT_EQ(file->run.sessions, written.sessions);
    EXPECT_EQ(file->run.plan.policy.minSamples, written.plan.policy.minSamples);
    ASSERT_EQ(file->run.visits.size(), 2u);
    for (std::size_t i = 0; i < 2; ++i)
        EXPECT_EQ(recordLine(file->run.visits[i]), recordLine(written.visits[i]));
    EXPECT_TRUE(file->openAttempts.empty());
}

TEST(RunFile, IsTheSameInALocaleWithDecimalCommas)
{
    const auto expected = exampleText();
    const auto expectedRecord = recordLine(exampleRun().visits.front());
    const CommaLocale locale;
    if (!locale.isActive())
        GTEST_SKIP() << "this system cannot make a locale";

    const auto record = recordLine(exampleRun().visits.front());
    const auto file = read(expected);

    EXPECT_EQ(record, expectedRecord);
    ASSERT_TRUE(file);
    EXPECT_EQ(recordLine(file->run.visits.front()), record);
}

TEST(RunFile, ACancelledSecondTryLosesNothingThatTheFirstMeasured)
{
    const auto run = exampleRun();
    auto first = run.visits.front();
    ASSERT_EQ(first.rows.size(), 2u);
    first.rows[1].result.outcome = Outcome::Cancelled;
    auto second = first;
    second.rows[0].result.outcome = Outcome::Cancelled;
    auto third = run.visits.front();
    third.rows[0].result.outcome = Outcome::Crashed;
    const auto begin = headerLine(run) + "\n" + recordLine(first) + "\n" + recordLine(second) + "\n";

    const auto cancelled = read(begin);
    const auto finished = read(begin + recordLine(third) + "\n");

    ASSERT_TRUE(cancelled);
    EXPECT_EQ(cancelled->run.visits.front().rows[0].result.outcome, Outcome::Measured);
    EXPECT_EQ(finished->run.visits.front().rows[0].result.outcome, Outcome::Crashed) << "that is its end";
}

TEST(RunFile, ATornLastLineIsTheEndOfAKilledRun)
{
    const auto text = exampleText();
    for (const std::size_t keep : {0u, 1u, 20u}) {
        const auto file = read(withoutLastLine(text, keep));

        ASSERT_TRUE(file);
        EXPECT_TRUE(file->problems.empty());
        EXPECT_EQ(file->run.visits.size(), 2u);
        EXPECT_EQ(file->run.ending, Ending::Interrupted);
        EXPECT_EQ(file->intactBytes, withoutLastLine(text, 0).size());
    }
}

TEST(RunFile, OfATruncatedOneTheWholeLinesAreLeft)
{
    const auto text = exampleText();
    for (std::size_t percent = 0; percent < 100; ++percent) {
        auto left = text;
        left.resize(text.size() * percent / 100);
        const auto wholeLines = left.rfind('\n') + 1; // 0: none

        const auto file = read(left);

        ASSERT_EQ(file.isOk(), wholeLines > 0) << percent << " %";
        if (!file)
            continue;
        EXPECT_TRUE(file->problems.empty()) << percent << " %";
        EXPECT_EQ(file->intactBytes, wholeLines) << percent << " %";
        EXPECT_EQ(file->run.ending, Ending::Interrupted) << percent << " %";
        for (const auto& record : file->run.visits)
            EXPECT_TRUE(isIntact(record.line)) << percent << " %";
    }
}

TEST(RunFile, EveryFlippedBitIsFound)
{
    const auto text = exampleText();
    const auto headerEnd = text.find('\n');
    std::mt19937 random(7);
    for (int trial = 0; trial < 1000; ++trial) {
        auto damaged = text;
        const auto place = random() % damaged.size();
        damaged[place] = static_cast<char>(damaged[place] ^ (1 << random() % 8));

        const auto file = read(damaged);

        if (place < headerEnd) {
            EXPECT_FALSE(file) << "at " << place;
        } else if (file) {
            const bool isSaid = !file->problems.empty() || file->run.ending == Ending::Interrupted;
            EXPECT_TRUE(isSaid) << "at " << place;
            for (const auto& record : file->run.visits)
                EXPECT_TRUE(isIntact(record.line));
        }
    }
}

TEST(RunFile, ForeignAndHostileFilesAreRefusedInOneSentence)
{
    const auto refusal = [](const std::string& text) {
        const auto file = read(text);
        return file ? "accepted" : inferometer::text::sentence(file.error());
    };
    EXPECT_EQ(refusal(""), "'x' is not a valid run file. It has no whole line.");
    EXPECT_EQ(
        refusal("model,mean\n1,2\n"), "'x' is not a valid run file. Its first line is no header of a run.");
    EXPECT_EQ(refusal("{\"type\":\"record\"}\n"),
        "'x' is not a valid run file. Its first line is no header of a run.");
    EXPECT_EQ(refusal(std::string(200'000, '[') + "\n"),
        "'x' is not a valid run file. Its first line is no header of a run.");
    EXPECT_EQ(refusal(std::string(17u << 20, 'x')), "'x' is not a valid run file. It has no whole line.");
    EXPECT_EQ(refusal("{\"type\":\"header\",\"schema\":{\"major\":1}}\n"),
        "'x' is not a valid run file. Its header is damaged.");
}

TEST(RunFile, WhatIsMoreThanAnyRunHasIsRefused)
{
    const auto refusal = [](const std::string& more, const RunLimits& limits) {
        std::istringstream input(exampleText() + more);
        const auto file = readRun(input, "'x'", limits);
        return file ? "accepted" : inferometer::text::sentence(file.error());
    };
    const auto example = exampleText();
    const auto size = example.size();
    const auto lines = static_cast<std::size_t>(std::count(example.begin(), example.end(), '\n'));

    EXPECT_EQ(refusal("", {lines, 1, size}), "accepted");
    EXPECT_EQ(refusal("{}\n", {lines, 9, 2 * size}),
        "'x' is not a valid run file. It has more than " + std::to_string(lines) + " lines.");
    EXPECT_EQ(refusal("{}\n", {2 * lines, 9, size}),
        "'x' is not a valid run file. It is larger than " + std::to_string(size) + " bytes.");
    EXPECT_EQ(refusal("x\nx\nx\n", {2 * lines, 2, 2 * size}),
        "'x' is not a valid run file. Too many of its lines are damaged.");
    EXPECT_EQ(refusal(std::string(17u << 20, 'x'), {}),
        "'x' is not a valid run file. Its line " + std::to_string(lines + 1) + " is too long.");
}

TEST(RunFile, ARecordOfNoPlannedVisitIsLeftOut)
{
    auto run = exampleRun();
    auto stranger = run.visits.front();
    stranger.visit = "stranger.cpu.b1.float32";

    const auto file = read(exampleText() + recordLine(stranger) + "\n");

    ASSERT_TRUE(file);
    ASSERT_EQ(file->problems.size(), 1u);
    EXPECT_NE(
        file->problems.front().args.back().find("belongs to no workload of the plan"), std::string::npos);
    EXPECT_EQ(file->run.visits.size(), run.visits.size());
}

TEST(RunFile, ALaterMajorVersionIsNamed)
{
    const auto file = read("{\"type\":\"header\",\"schema\":{\"major\":2,\"minor\":0},\"new\":true}\n");

    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().code, ErrorCode::SchemaTooNew);
    EXPECT_EQ(inferometer::text::sentence(file.error()),
        "'x' was written by a later version (schema 2; this program reads up to 1); update Inferometer to "
        "open it.");
}

TEST(RunFile, AnAttemptWithoutARecordStaysOpen)
{
    const auto run = exampleRun();
    const auto attempt = [&](int session) {
        return attemptLine({"resnet.cpu.b4.float32", 1, session, {}}) + "\n";
    };

    const auto file = read(headerLine(run) + "\n" + attempt(0) + attempt(0) + attempt(1));

    ASSERT_TRUE(file);
    EXPECT_EQ(file->openAttempts.at("resnet.cpu.b4.float32"), 2) << "two sessions ended in it";
}

TEST(RunFile, AKeyOfALaterVersionSurvivesInTheLine)
{
    auto text = exampleText();
    const auto file = read(text);

    ASSERT_TRUE(file);
    EXPECT_NE(text.find(file->run.visits.front().line), std::string::npos);
}

TEST(RunWriter, AppendsAndReopensBehindTheTornLine)
{
    const TemporaryFolder folder;
    const auto path = folder.path() / "runs" / "a.inferometer.jsonl";
    const auto run = exampleRun();
    {
        auto writer = RunWriter::create(path);
        ASSERT_TRUE(writer) << writer.error().detail;
        ASSERT_TRUE(writer->append(headerLine(run)));
        ASSERT_TRUE(writer->append(recordLine(run.visits[0])));
    }
    std::ofstream(path, std::ios::app) << "{\"type\":\"rec";

    const auto before = readRun(path);
    ASSERT_TRUE(before);
    auto writer = RunWriter::reopen(path, before->intactBytes);
    ASSERT_TRUE(writer) << writer.error().detail;
    ASSERT_TRUE(writer->append(recordLine(run.visits[1])));

    const auto after = readRun(path);
    ASSERT_TRUE(after);
    EXPECT_TRUE(after->problems.empty());
    EXPECT_EQ(after->run.visits.size(), 2u);
}

TEST(RunWriter, ASecondWriterIsRefused)
{
    const TemporaryFolder folder;
    const auto path = folder.path() / "a.inferometer.jsonl";
    auto first = RunWriter::create(path);
    ASSERT_TRUE(first);

    const auto second = RunWriter::reopen(path, 0);

    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::Locked);
    EXPECT_FALSE(RunWriter::create(path)) << "an existing run is never overwritten";
}

TEST(RunWriter, WhatWasWrittenSinceTheFileWasReadStays)
{
    const TemporaryFolder folder;
    const auto path = folder.write("a.inferometer.jsonl", exampleText());
    const auto before = readRun(path);
    ASSERT_TRUE(before);
    ASSERT_TRUE(relabelRun(path, "renamed meanwhile", ""));

    const auto writer = RunWriter::reopen(path, before->intactBytes);

    ASSERT_FALSE(writer);
    EXPECT_EQ(writer.error().code, ErrorCode::Locked);
    EXPECT_EQ(readRun(path)->run.label, "renamed meanwhile");
}

TEST(RunWriter, RelabelsWithoutRewriting)
{
    const TemporaryFolder folder;
    const auto path = folder.write("a.inferometer.jsonl", exampleText());
    const auto before = contentOf(path);

    ASSERT_TRUE(relabelRun(path, "after the update", "fan cleaned"));

    EXPECT_TRUE(contentOf(path).starts_with(before));
    EXPECT_EQ(readRun(path)->run.label, "after the update");
    EXPECT_EQ(readRun(path)->run.note, "fan cleaned");
}

TEST(History, OfTwoRunsOfOneSecondTheOneWrittenLastIsNewer)
{
    const TemporaryFolder folder;
    const auto first = folder.write("20260301T000000Z-zzzz.inferometer.jsonl", "x");
    const auto second = folder.write("20260301T000000Z-aaaa.inferometer.jsonl", "x");
    const auto written = std::filesystem::last_write_time(first);
    std::filesystem::last_write_time(second, written + std::chrono::milliseconds(1));

    EXPECT_EQ(*findRun(folder.path(), "last"), second);
    std::filesystem::last_write_time(second, written - std::chrono::milliseconds(1));
    EXPECT_EQ(*findRun(folder.path(), "last"), first);
}

TEST(History, FindsRunsByPathIdPartAndLast)
{
    const TemporaryFolder folder;
    folder.write("20260101T000000Z-aaaa.inferometer.jsonl", "x");
    const auto newest = folder.write("20260301T000000Z-bbbb.inferometer.jsonl", "x");
    folder.write("notes.txt", "x");

    EXPECT_EQ(runFiles(folder.path()).size(), 2u);
    EXPECT_EQ(*findRun(folder.path(), "last"), newest);
    EXPECT_EQ(*findRun(folder.path(), "bbbb"), newest);
    EXPECT_EQ(*findRun("/nowhere", newest.string()), newest);
    EXPECT_EQ(findRun(folder.path(), "2026").error().code, ErrorCode::UsageInvalid);
    EXPECT_EQ(findRun(folder.path(), "cccc").error().code, ErrorCode::FileNotFound);
    EXPECT_EQ(findRun(folder.path(), "").error().code, ErrorCode::FileNotFound);
}

TEST(Plan, ReadsBackFromItsOwnTextAndFromAHeader)
{
    const auto run = exampleRun();

    EXPECT_EQ(planFromText(planText(run.plan))->visits.size(), 2u);
    EXPECT_EQ(planFromText(headerLine(run) + "\nmore")->visits.size(), 2u);
    EXPECT_EQ(planFromText("[]").error().code, ErrorCode::FileInvalid);
    EXPECT_EQ(planFromText("").error().code, ErrorCode::FileInvalid);
}

TEST(Plan, IsReadFromTheFirstLineOfARunAlone)
{
    const TemporaryFolder folder;
    const auto path = folder.path() / "a.inferometer.jsonl";
    ASSERT_TRUE(writeFileAtomically(path, headerLine(exampleRun()) + "\nnothing that anybody reads"));
    EXPECT_EQ(readPlan(path)->visits.size(), 2u);
    ASSERT_TRUE(writeFileAtomically(path, "{\"type\":\"header\""));
    EXPECT_EQ(readPlan(path).error().code, ErrorCode::FileInvalid);
}

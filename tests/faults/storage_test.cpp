// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/numbers.h"
#include "core/base/text.h"
#include "core/store/history.h"
#include "core/store/run_reader.h"
#include "tests/support/fake_world.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <sys/wait.h>

using namespace inferometer::core;
using namespace inferometer::tests;
namespace fs = std::filesystem;

namespace {

/// Exit code of a shell command; -1 when a signal ended it.
int shell(const std::string& command)
{
    const int status = std::system(command.c_str());
    return WIFEXITED(status) && WEXITSTATUS(status) < 128 ? WEXITSTATUS(status) : -1;
}

/// A run of which a compile fails, so that its log is among what is written.
std::string driver(const TemporaryFolder& root, const std::string& action)
{
    return "INFEROMETER_FAKE_WORKER=fault=failed,step=compile,batch=4 " + std::string(INFEROMETER_RUN_DRIVER)
        + " " + root.path().string() + " " + action;
}

int driveWithShim(const TemporaryFolder& root, const std::string& rule)
{
    return shell("INFEROMETER_SHIM_COUNT=" + (root.path() / "count").string() + " INFEROMETER_SHIM=" + rule
        + " LD_PRELOAD=" + INFEROMETER_IO_SHIM + " " + driver(root, "run") + " > /dev/null");
}

/// What the files of failures hold below a history.
std::vector<std::string> logsIn(const fs::path& runs)
{
    std::vector<std::string> logs;
    for (const auto& entry : fs::recursive_directory_iterator(runs)) {
        if (entry.is_regular_file() && entry.path().parent_path().extension() == ".logs")
            logs.push_back(contentOf(entry.path()));
    }
    return logs;
}

/// The history of a root in which no call failed.
const fs::path& earlierRuns()
{
    static const TemporaryFolder root;
    static const int code = shell(driver(root, "run") + " > /dev/null");
    static const fs::path runs = root.path() / "runs";
    EXPECT_EQ(code, 0);
    EXPECT_EQ(logsIn(runs), std::vector<std::string>{"Traceback"});
    return runs;
}

long countedCalls()
{
    const TemporaryFolder root;
    fs::copy(earlierRuns(), root.path() / "runs", fs::copy_options::recursive);
    EXPECT_EQ(driveWithShim(root, "0:28"), 0);
    return static_cast<long>(integerFrom(trimmed(contentOf(root.path() / "count"))).value_or(0));
}

int stride()
{
    return countFrom("INFEROMETER_SHIM_STRIDE", 7);
}

/// Records of a visit that say what was measured; one of a visit that was cancelled is followed by another.
int measuredRecords(const fs::path& file, const std::string& visit)
{
    int count = 0;
    for (const auto& line : split(contentOf(file), '\n')) {
        count += line.starts_with("{\"type\":\"record\"") && line.find("\"measured\"") != std::string::npos
            && line.find("\"" + visit + "\"") != std::string::npos;
    }
    return count;
}

/// Whatever is there can be read, holds nothing half, and the run can be finished; the one before it is as
/// it was.
void expectSound(const TemporaryFolder& root, const std::string& rule)
{
    const auto earlier = runFiles(earlierRuns()).front();
    const auto newest = [&] {
        for (const auto& file : runFiles(root.path() / "runs")) {
            if (file.filename() != earlier.filename())
                return file;
        }
        return fs::path();
    };
    if (const auto file = readRun(newest()); file) {
        EXPECT_TRUE(file->problems.empty()) << rule << ": " << file->problems.front().code;
    }
    EXPECT_EQ(shell(driver(root, newest().empty() ? "run" : "resume")), 0) << rule;
    EXPECT_EQ(contentOf(root.path() / "runs" / earlier.filename()), contentOf(earlier)) << rule;
    const auto whole = readRun(newest());
    ASSERT_TRUE(whole) << rule;
    EXPECT_EQ(whole->run.ending, Ending::Completed) << rule;
    EXPECT_EQ(whole->run.visits.size(), 2u);
    for (const auto& record : whole->run.visits) {
        EXPECT_EQ(measuredRecords(newest(), record.visit), 1) << rule;
        for (const auto& row : record.rows) {
            const bool isFailed = record.workload.batch == 4 && row.result.variant.isCompiled();
            EXPECT_EQ(row.result.outcome, isFailed ? Outcome::CompileFailed : Outcome::Measured) << rule;
        }
    }
    for (const auto& log : logsIn(root.path() / "runs")) // one that could not be written is missing
        EXPECT_EQ(log, "Traceback") << rule;
    EXPECT_TRUE(fs::is_empty(root.path() / "cache" / "tmp")) << rule;
}

class ShimTest : public testing::TestWithParam<const char*> { };

} // namespace

/// Every single write, sync and rename of a run fails once, or everything from it on does.
TEST_P(ShimTest, AnyFailureLeavesSoundFiles)
{
    const auto calls = countedCalls();
    ASSERT_GT(calls, 20);
    const std::string how = GetParam();
    for (long call = 1; call <= calls; call += stride()) {
        const TemporaryFolder root;
        fs::copy(earlierRuns(), root.path() / "runs", fs::copy_options::recursive);
        const auto rule = std::to_string(call) + how;

        ASSERT_GE(driveWithShim(root, rule), 0) << rule << ": ended by a signal";

        expectSound(root, rule);
    }
}

INSTANTIATE_TEST_SUITE_P(Storage, ShimTest, testing::Values(":28", ":5", "+:28"), [](const auto& parameter) {
    return std::string(parameter.index == 0 ? "NoSpaceOnce"
            : parameter.index == 1          ? "IoErrorOnce"
                                            : "NoSpaceFromThenOn");
});

TEST(Storage, AFullDiskEndsNoProcessAndHarmsNoFile)
{
    if (shell("unshare -rm true 2> /dev/null") != 0)
        GTEST_SKIP() << "this system lets nobody mount a file system of their own";
    for (const auto* size : {"16k", "64k", "300k"}) {
        const TemporaryFolder root;
        const auto disk = (root.path() / "disk").string();
        const auto after = (root.path() / "after").string();
        fs::create_directories(disk);
        fs::create_directories(after);
        const auto program = std::string(INFEROMETER_RUN_DRIVER) + " ";
        const int code = shell("unshare -rm sh -c 'mount -t tmpfs -o mode=700,size=" + std::string(size)
            + " tmpfs " + disk + " && INFEROMETER_FAKE_WORKER=bytes=50000 " + program + disk + " run > "
            + root.path().string() + "/said; code=$?; cp -rp " + disk + "/. " + after + "; exit $code'");

        EXPECT_GE(code, 0) << size << ": ended by a signal";
        for (const auto& file : runFiles(fs::path(after) / "runs")) {
            const auto run = readRun(file);
            EXPECT_TRUE(!run || run->problems.empty()) << size;
        }
        EXPECT_EQ(shell(program + after + " resume > /dev/null"), 0)
            << size << ": where there is space, it goes on";
        if (code == 1) {
            EXPECT_EQ(std::count(contentOf(root.path() / "said").begin(),
                          contentOf(root.path() / "said").end(), '\n'),
                1);
        }
    }
}

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/base/lock.h"
#include "core/base/paths.h"
#include "core/base/process_facts.h"
#include "core/base/sha256.h"
#include "core/base/utc.h"
#include "tests/support/file_size_limit.h"
#include "tests/support/temporary_folder.h"
#include "text/error_text.h"

#include <gtest/gtest.h>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace inferometer::core;
using inferometer::tests::contentOf;
using inferometer::tests::FileSizeLimit;
using inferometer::tests::TemporaryFolder;
namespace fs = std::filesystem;

TEST(Files, AnAtomicWriteLeavesNothingElseBehind)
{
    const TemporaryFolder folder;
    const auto file = folder.path() / "table.csv";

    ASSERT_TRUE(writeFileAtomically(file, "old"));
    ASSERT_TRUE(writeFileAtomically(file, "new"));

    EXPECT_EQ(contentOf(file), "new");
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()), 1);
}

TEST(Files, AnAtomicWriteReplacesTheFileInsteadOfWritingIntoIt)
{
    const TemporaryFolder folder;
    const auto file = folder.write("table.csv", "old");
    const auto sameFile = folder.path() / "another name of it";
    fs::create_hard_link(file, sameFile);

    ASSERT_TRUE(writeFileAtomically(file, "new"));

    EXPECT_EQ(contentOf(file), "new");
    EXPECT_EQ(contentOf(sameFile), "old");
}

TEST(Files, AFailedWriteNamesTheFileAndKeepsTheOldOne)
{
    const TemporaryFolder folder;
    const auto file = folder.write("table.csv", "old");
    Result<void> written;
    {
        const FileSizeLimit limit(2);
        written = writeFileAtomically(file, "longer than that");
    }

    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::StorageFailed);
    EXPECT_NE(inferometer::text::sentence(written.error()).find("table.csv' could not be written"),
        std::string::npos)
        << written.error().detail;
    EXPECT_EQ(contentOf(file), "old");
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()), 1);
}

TEST(Files, AWriteIntoAFolderThatIsNotThereSaysSo)
{
    const TemporaryFolder folder;

    const auto written = writeFileAtomically(folder.path() / "missing" / "table.csv", "x");

    ASSERT_FALSE(written);
    EXPECT_NE(inferometer::text::sentence(written.error()).find("table.csv' could not be created"),
        std::string::npos)
        << written.error().detail;
}

TEST(Files, ReadingIsBoundedAndRefusesWhatIsNoFile)
{
    const TemporaryFolder folder;
    const auto file = folder.write("a", "12345");
    ::mkfifo((folder.path() / "pipe").c_str(), 0600);

    EXPECT_EQ(*readFile(file, 5), "12345");
    EXPECT_EQ(readFile(file, 4).error().code, ErrorCode::FileInvalid);
    EXPECT_EQ(readFile(folder.path(), 100).error().code, ErrorCode::FileInvalid);
    EXPECT_EQ(readFile(folder.path() / "pipe", 100).error().code, ErrorCode::FileInvalid);
    EXPECT_EQ(readFile(folder.path() / "none", 100).error().code, ErrorCode::FileNotFound);
    EXPECT_EQ(*sha256OfFile(file), sha256("12345"));
}

TEST(Files, APrivateFolderIsClosedOrRefused)
{
    const TemporaryFolder folder;

    ASSERT_TRUE(makeFolder(folder.path() / "cache", Access::Private));
    ASSERT_TRUE(makeFolder(folder.path() / "cache", Access::Private));
    EXPECT_EQ(fs::status(folder.path() / "cache").permissions(), fs::perms::owner_all);

    fs::permissions(folder.path() / "cache", fs::perms::group_read, fs::perm_options::add);
    const auto refused = makeFolder(folder.path() / "cache", Access::Private);
    ASSERT_FALSE(refused);
    EXPECT_NE(inferometer::text::sentence(refused.error()).find("chmod 700"), std::string::npos);
}

TEST(Files, PathsAreComparedAfterLinks)
{
    const TemporaryFolder folder;
    fs::create_directories(folder.path() / "root" / "inside");
    fs::create_directory_symlink("/etc", folder.path() / "root" / "out");

    EXPECT_TRUE(isBelow(folder.path() / "root" / "inside", folder.path() / "root"));
    EXPECT_FALSE(isBelow(folder.path() / "root" / "out" / "passwd", folder.path() / "root"));
    EXPECT_FALSE(isBelow(folder.path() / "root" / ".." / "other", folder.path() / "root"));
}

TEST(Lock, ASecondOwnerIsRefusedWithTheFirstOnesProcess)
{
    const TemporaryFolder folder;
    const auto path = folder.path() / "device.lock";
    const auto first = FileLock::acquire(path, "device.lock");
    ASSERT_TRUE(first);

    const auto second = FileLock::acquire(path, "device.lock");

    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::Locked);
    EXPECT_EQ(inferometer::text::sentence(second.error()),
        "'device.lock' is in use by process " + std::to_string(::getpid()) + ".");
}

TEST(Lock, AKilledOwnerLeavesNoLock)
{
    const TemporaryFolder folder;
    const auto path = folder.path() / "run.lock";
    int ready[2];
    ASSERT_EQ(::pipe(ready), 0);
    const auto child = ::fork();
    if (child == 0) {
        const auto lock = FileLock::acquire(path, "The run");
        (void)!::write(ready[1], "x", 1);
        ::pause();
    }
    char byte = 0;
    ASSERT_EQ(::read(ready[0], &byte, 1), 1);
    EXPECT_FALSE(FileLock::acquire(path, "The run"));

    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);

    EXPECT_TRUE(FileLock::acquire(path, "The run"));
}

TEST(Paths, FollowXdgAndTheHuggingFaceVariables)
{
    std::map<std::string, std::string> set{{"HOME", "/home/u"}};
    const auto variable = [&](const char* name) {
        return set.contains(name) ? std::optional(set.at(name)) : std::nullopt;
    };

    EXPECT_EQ(userPaths(variable)->history, "/home/u/.local/share/inferometer/runs");
    EXPECT_EQ(userPaths(variable)->cache, "/home/u/.cache/inferometer/artifacts");
    EXPECT_EQ(userPaths(variable)->hub, "/home/u/.cache/huggingface/hub");

    set["XDG_CACHE_HOME"] = "/c";
    set["XDG_DATA_HOME"] = "relative";
    EXPECT_EQ(userPaths(variable)->cache, "/c/inferometer/artifacts");
    EXPECT_EQ(userPaths(variable)->history, "/home/u/.local/share/inferometer/runs")
        << "the specification ignores it";

    set["HF_HOME"] = "/hf";
    EXPECT_EQ(userPaths(variable)->hub, "/hf/hub");
    set["HF_HUB_CACHE"] = "/hub";
    EXPECT_EQ(userPaths(variable)->hub, "/hub");
}

TEST(ProcessFacts, KnowLivingProcessesOnly)
{
    const auto own = processFacts(::getpid());
    ASSERT_TRUE(own);
    EXPECT_EQ(own->session, ::getsid(0));
    EXPECT_TRUE(isAlive(ownProcessMark()));
    EXPECT_FALSE(isAlive(std::to_string(::getpid()) + "-1"));
    EXPECT_FALSE(isAlive("x"));
    EXPECT_FALSE(processFacts(0x7ffffff0));
}

TEST(Utc, HasTheFormOfIso8601)
{
    EXPECT_EQ(utcNow().size(), 20u);
    EXPECT_EQ(utcNow().back(), 'Z');
    EXPECT_EQ(utcStamp().size(), 16u);
}

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/process_facts.h"
#include "core/store/artifact_cache.h"
#include "tests/support/file_size_limit.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <random>
#include <sys/stat.h>
#include <thread>

using namespace inferometer::core;
using namespace inferometer::tests;
namespace fs = std::filesystem;

namespace {

class ArtifactCacheTest : public testing::Test {
protected:
    ArtifactCacheTest()
        : cache(*ArtifactCache::open(folder.path() / "cache"))
    {
    }

    static ArtifactKey key(const std::string& name)
    {
        return artifactKey(ArtifactKind::Package, {{"name", name}});
    }

    void make(const std::string& name, std::size_t bytes = 1000)
    {
        auto build = cache.begin(key(name));
        ASSERT_TRUE(build) << build.error().detail;
        write(build->folder() / "model.so", std::string(bytes, 'c'));
        write(build->folder() / "package.json", "{}");
        const auto made = cache.commit(*std::move(build), "{\"model\":\"" + name + "\"}");
        ASSERT_TRUE(made) << made.error().detail;
    }

    static void write(const fs::path& file, const std::string& content)
    {
        std::ofstream(file, std::ios::binary) << content;
    }

    fs::path fileOf(const std::string& name) const
    {
        return cache.root() / "packages" / key(name).digest / "model.so";
    }

    std::size_t leftovers() const
    {
        const auto entries = fs::directory_iterator(cache.root() / "tmp");
        return static_cast<std::size_t>(std::distance(begin(entries), end(entries)));
    }

    TemporaryFolder folder;
    ArtifactCache cache;
};

} // namespace

TEST(ArtifactKeys, DependOnNamesValuesAndTheirBorders)
{
    const auto digest = [](const KeyParts& parts) { return artifactKey(ArtifactKind::Graph, parts).digest; };

    EXPECT_EQ(digest({{"a", "1"}, {"b", "2"}}), digest({{"b", "2"}, {"a", "1"}}));
    EXPECT_NE(digest({{"a", "1"}}), digest({{"a", "2"}}));
    EXPECT_NE(digest({{"ab", "c"}}), digest({{"a", "bc"}}));
    EXPECT_EQ(digest({}).size(), 32u);
}

TEST_F(ArtifactCacheTest, GivesOutWhatItMade)
{
    EXPECT_FALSE(*cache.find(key("a")));

    make("a");

    const auto found = cache.find(key("a"));
    ASSERT_TRUE(found && *found);
    EXPECT_EQ((*found)->facts, "{\"model\":\"a\"}");
    EXPECT_EQ(contentOf((*found)->folder / "package.json"), "{}");
    EXPECT_EQ(leftovers(), 0u);
    EXPECT_EQ(fs::status(cache.root()).permissions(), fs::perms::owner_all);
}

TEST_F(ArtifactCacheTest, EveryDamageIsFoundAndPutAside)
{
    std::mt19937 random(3);
    const std::string content(1000, 'c');
    std::vector<std::string> damages{
        "", content.substr(0, 10), content.substr(0, 500), content.substr(0, 990), content + "x"};
    for (int i = 0; i < 100; ++i) {
        damages.push_back(content);
        damages.back()[random() % content.size()] ^= static_cast<char>(1 << random() % 8);
    }
    for (const auto& damage : damages) {
        make("a");
        write(fileOf("a"), damage);

        const auto found = cache.find(key("a"));

        ASSERT_TRUE(found);
        EXPECT_FALSE(*found);
        EXPECT_FALSE(cache.contains(key("a")));
    }
    EXPECT_GT(cache.quarantined_bytes(), 0u);
}

TEST_F(ArtifactCacheTest, MissingForeignAndLinkedFilesAreDamage)
{
    make("missing");
    make("foreign");
    make("linked");
    make("listing");
    fs::remove(fileOf("missing"));
    write(fileOf("foreign").parent_path() / "extra.so", "x");
    fs::remove(fileOf("linked"));
    fs::create_symlink("/etc/passwd", fileOf("linked"));
    write(fileOf("listing").parent_path() / "entry.json",
        R"({"version":1,"files":{"../../x":{"sha256":"","bytes":0}}})");

    for (const auto* name : {"missing", "foreign", "linked", "listing"})
        EXPECT_FALSE(*cache.find(key(name))) << name;
}

TEST_F(ArtifactCacheTest, FilesAreHashedAgainOnlyWhenTheyChanged)
{
    make("a");
    const auto file = fileOf("a");
    struct stat before { };
    ::stat(file.c_str(), &before);
    {
        std::fstream damage(file, std::ios::in | std::ios::out);
        damage << "X";
    }
    const timespec times[2] = {before.st_atim, before.st_mtim};
    ::utimensat(AT_FDCWD, file.c_str(), times, 0);

    EXPECT_TRUE(*cache.find(key("a"))) << "the same inode, size and time: not read";

    fs::last_write_time(file, fs::file_time_type::clock::now());
    EXPECT_FALSE(*cache.find(key("a"))) << "a new time: read and found";
}

TEST_F(ArtifactCacheTest, AFullDiskIsNoDamageOfAnEntry)
{
    make("a");
    fs::last_write_time(fileOf("a"), fs::file_time_type::clock::now()); // to be read again
    {
        const FileSizeLimit full(0);
        const auto found = cache.find(key("a"));
        ASSERT_TRUE(found) << found.error().detail;
        EXPECT_TRUE(*found);
    }

    EXPECT_TRUE(cache.contains(key("a")));
    EXPECT_EQ(cache.quarantined_bytes(), 0u);
}

TEST_F(ArtifactCacheTest, AnEntryIsMadeByOneAtATime)
{
    auto first = cache.begin(key("a"));
    ASSERT_TRUE(first);

    const auto second = cache.begin(key("a"));

    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::Locked);
}

TEST_F(ArtifactCacheTest, AnAbandonedBuildLeavesNothing)
{
    {
        auto build = cache.begin(key("a"));
        write(build->folder() / "half", "x");
        auto scratch = cache.scratch();
        write(scratch->path() / "cache", "x");
        EXPECT_EQ(leftovers(), 2u);
    }

    EXPECT_EQ(leftovers(), 0u);
    EXPECT_FALSE(cache.contains(key("a")));
}

TEST_F(ArtifactCacheTest, PrunesTheLeastRecentlyUsedThatNobodyUses)
{
    for (const auto* name : {"old", "used", "new"})
        make(name);
    const auto hour = std::chrono::hours(1);
    const auto now = fs::file_time_type::clock::now();
    fs::last_write_time(fileOf("old").parent_path(), now - 3 * hour);
    const auto used = *cache.find(key("used"));
    fs::last_write_time(fileOf("used").parent_path(), now - 2 * hour);

    const auto freed = cache.prune(1500);

    ASSERT_TRUE(freed);
    EXPECT_FALSE(cache.contains(key("old")));
    EXPECT_TRUE(cache.contains(key("used"))) << "in use";
    EXPECT_FALSE(cache.contains(key("new"))) << "the limit needs it";
}

TEST_F(ArtifactCacheTest, LeftoversOfDeadOwnersGoAndOthersStay)
{
    const auto tmp = cache.root() / "tmp";
    fs::create_directories(tmp / "999999999-12345.abcdef");
    fs::create_directories(tmp / (ownProcessMark() + ".living"));
    fs::create_directories(tmp / "somebody else's");

    cache.removeLeftovers();

    EXPECT_FALSE(fs::exists(tmp / "999999999-12345.abcdef"));
    EXPECT_TRUE(fs::exists(tmp / (ownProcessMark() + ".living")));
    EXPECT_TRUE(fs::exists(tmp / "somebody else's"));
}

TEST(ArtifactCache, AFolderOpenToOthersIsRefused)
{
    const TemporaryFolder folder;
    fs::permissions(folder.path(), fs::perms::others_all, fs::perm_options::add);

    EXPECT_FALSE(ArtifactCache::open(folder.path()));
    EXPECT_FALSE(ArtifactCache::open("/proc/none/cache"));
}

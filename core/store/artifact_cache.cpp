// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/artifact_cache.h"

#include "core/base/process_facts.h"
#include "core/base/random_name.h"
#include "core/base/sha256.h"
#include "core/base/utc.h"
#include "core/store/artifact_files.h"

#include <algorithm>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace inferometer::core {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t digestDigits = 32;
constexpr const char* temporaryFolder = "tmp";
constexpr const char* quarantineFolder = "quarantine";
constexpr const char* lockFolder = "locks";

bool isDigest(const std::string& name)
{
    return name.size() == digestDigits && name.find_first_not_of("0123456789abcdef") == std::string::npos;
}

std::uint64_t bytesOf(const EntryFacts& entry)
{
    std::uint64_t bytes = 0;
    for (const auto& [name, facts] : entry.files)
        bytes += facts.bytes;
    return bytes;
}

/// The folder's own time is the time of its last use.
void markUsed(const fs::path& folder)
{
    ::utimensat(AT_FDCWD, folder.c_str(), nullptr, 0);
}

std::int64_t lastUse(const fs::path& folder)
{
    struct stat facts { };
    return ::stat(folder.c_str(), &facts) == 0 ? facts.st_mtim.tv_sec : 0;
}

} // namespace

ArtifactKey artifactKey(ArtifactKind kind, const KeyParts& parts)
{
    std::string text;
    for (const auto& [name, value] : parts) // lengths keep apart what separators could not
        text += std::to_string(name.size()) + ":" + name + std::to_string(value.size()) + ":" + value;
    return {kind, sha256(text).substr(0, digestDigits)};
}

ArtifactBuild::ArtifactBuild(ArtifactKey key, fs::path folder, FileLock lock)
    : m_key(std::move(key))
    , m_folder(std::move(folder))
    , m_lock(std::move(lock))
{
}

ArtifactBuild::~ArtifactBuild()
{
    if (!m_folder.empty())
        (void)removeFolder(m_folder);
}

ScratchFolder::~ScratchFolder()
{
    if (!m_folder.empty())
        (void)removeFolder(m_folder);
}

ArtifactCache::ArtifactCache(fs::path root, std::uint64_t limit_bytes)
    : m_root(std::move(root))
    , m_limit_bytes(limit_bytes)
{
}

Result<ArtifactCache> ArtifactCache::open(fs::path root, std::uint64_t limit_bytes)
{
    if (const auto made = makeFolder(root, Access::Private); !made)
        return made.error();
    std::vector<std::string> folders{temporaryFolder, quarantineFolder, lockFolder};
    for (const auto& word : Words<ArtifactKind>::all)
        folders.emplace_back(word.word);
    for (const auto& folder : folders) {
        if (const auto made = makeFolder(root / folder, Access::Private); !made)
            return made.error();
    }
    return ArtifactCache(std::move(root), limit_bytes);
}

fs::path ArtifactCache::folderOf(const ArtifactKey& key) const
{
    return m_root / toWord(key.kind) / key.digest;
}

fs::path ArtifactCache::lockOf(const ArtifactKey& key, const char* purpose) const
{
    return m_root / lockFolder / (std::string(toWord(key.kind)) + "-" + key.digest + "." + purpose);
}

bool ArtifactCache::contains(const ArtifactKey& key) const
{
    std::error_code ignored;
    return fs::exists(folderOf(key), ignored);
}

Result<std::optional<Artifact>> ArtifactCache::find(const ArtifactKey& key)
{
    if (!contains(key))
        return std::optional<Artifact>();
    auto use = FileLock::acquire(lockOf(key, "use"), key.digest, FileLock::Kind::Shared);
    if (!use)
        return use.error();
    const auto folder = folderOf(key);
    auto entry = readEntry(folder);
    const auto checked = entry ? checkEntry(folder, *entry) : Result<void>(entry.error());
    if (!checked) {
        if (const auto moved = quarantine(key); !moved)
            return moved.error();
        return std::optional<Artifact>();
    }
    markUsed(folder);
    return std::optional(
        Artifact{key, folder, std::move(entry->facts), std::make_shared<FileLock>(*std::move(use))});
}

Result<void> ArtifactCache::quarantine(const ArtifactKey& key)
{
    return renameDurably(folderOf(key), m_root / quarantineFolder / (key.digest + "-" + randomName()));
}

Result<fs::path> ArtifactCache::makeTemporary()
{
    auto folder = m_root / temporaryFolder / (ownProcessMark() + "." + randomName());
    if (const auto made = makeFolder(folder, Access::Private); !made)
        return made.error();
    return folder;
}

Result<ArtifactBuild> ArtifactCache::begin(const ArtifactKey& key)
{
    auto lock = FileLock::acquire(lockOf(key, "build"), key.digest);
    if (!lock)
        return lock.error();
    auto folder = makeTemporary();
    if (!folder)
        return folder.error();
    return ArtifactBuild(key, *std::move(folder), *std::move(lock));
}

Result<Artifact> ArtifactCache::commit(ArtifactBuild build, const std::string& facts)
{
    const auto key = build.key();
    if (const auto entry = sealEntry(build.folder(), facts); !entry)
        return entry.error();
    if (auto made = find(key); !made || *made) // by another process since: somebody may be using it
        return made ? Result<Artifact>(**std::move(made)) : made.error();
    if (const auto renamed = renameDurably(build.folder(), folderOf(key)); !renamed)
        return renamed.error();
    auto found = find(key);
    if (!found)
        return found.error();
    if (!*found)
        return Error{ErrorCode::StorageFailed, Note{"entry-damaged-at-once", {key.digest}}};
    if (const auto pruned = prune(m_limit_bytes); !pruned)
        return pruned.error();
    return **std::move(found);
}

Result<ScratchFolder> ArtifactCache::scratch()
{
    auto folder = makeTemporary();
    if (!folder)
        return folder.error();
    return ScratchFolder(*std::move(folder));
}

std::vector<ArtifactUsage> ArtifactCache::usage() const
{
    std::vector<ArtifactUsage> entries;
    for (const auto& word : Words<ArtifactKind>::all) {
        std::error_code failure;
        for (fs::directory_iterator item(m_root / word.word, failure);
             !failure && item != fs::directory_iterator(); item.increment(failure)) {
            const ArtifactKey key{word.value, item->path().filename().string()};
            const auto entry = isDigest(key.digest) ? readEntry(item->path()) : Result<EntryFacts>(Error{});
            if (entry)
                entries.push_back({key, bytesOf(*entry), lastUse(item->path()), entry->facts});
            else if (isDigest(key.digest))
                entries.push_back({key, sizeOfFolder(item->path()), 0, {}});
        }
    }
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
        return std::tie(a.lastUse_s, a.key) < std::tie(b.lastUse_s, b.key);
    });
    return entries;
}

std::uint64_t ArtifactCache::quarantined_bytes() const
{
    return sizeOfFolder(m_root / quarantineFolder);
}

Result<std::uint64_t> ArtifactCache::prune(std::uint64_t limit_bytes)
{
    const auto entries = usage();
    std::uint64_t total = quarantined_bytes();
    std::uint64_t freed = 0;
    for (const auto& entry : entries)
        total += entry.bytes;
    if (total > limit_bytes && quarantined_bytes() > 0) {
        freed += quarantined_bytes();
        if (const auto removed = removeFolder(m_root / quarantineFolder); !removed)
            return removed.error();
        if (const auto made = makeFolder(m_root / quarantineFolder, Access::Private); !made)
            return made.error();
    }
    for (const auto& entry : entries) {
        if (total - freed <= limit_bytes)
            break;
        const auto lock = FileLock::acquire(lockOf(entry.key, "use"), entry.key.digest);
        if (!lock)
            continue; // in use
        if (const auto removed = removeFolder(folderOf(entry.key)); !removed)
            return removed.error();
        std::error_code ignored;
        fs::remove(lockOf(entry.key, "use"), ignored);
        fs::remove(lockOf(entry.key, "build"), ignored);
        freed += entry.bytes;
    }
    return freed;
}

void ArtifactCache::removeLeftovers()
{
    std::error_code failure;
    for (fs::directory_iterator item(m_root / temporaryFolder, failure);
         !failure && item != fs::directory_iterator(); item.increment(failure)) {
        const auto name = item->path().filename().string();
        const auto mark = name.substr(0, name.find('.'));
        const bool isOurs = mark.size() != name.size()
            && mark.find_first_not_of("0123456789-") == std::string::npos
            && mark.find('-') != std::string::npos;
        if (isOurs && !isAlive(mark))
            (void)removeFolder(item->path());
    }
}

} // namespace inferometer::core

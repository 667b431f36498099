// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/lock.h"
#include "core/base/result.h"
#include "core/base/words.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace inferometer::core {

enum class ArtifactKind { Weights, Graph, Package };

template <> struct Words<ArtifactKind> {
    static constexpr std::array all{
        Word<ArtifactKind>{ArtifactKind::Weights, "weights"},
        Word<ArtifactKind>{ArtifactKind::Graph, "graphs"},
        Word<ArtifactKind>{ArtifactKind::Package, "packages"},
    };
};

/// What was made, named by everything that changes its content.
struct ArtifactKey {
    ArtifactKind kind = ArtifactKind::Weights;
    std::string digest; ///< 32 hexadecimal digits

    auto operator<=>(const ArtifactKey&) const = default;
};

/// The parts of a key by name. Equal parts give equal digests, whatever their order.
using KeyParts = std::map<std::string, std::string>;
ArtifactKey artifactKey(ArtifactKind kind, const KeyParts& parts);

/// A whole, checked entry; while it exists no other process removes the entry.
struct Artifact {
    ArtifactKey key;
    std::filesystem::path folder;
    std::string facts; ///< JSON text as given when it was made
    std::shared_ptr<FileLock> use;
};

/// An entry being made. Abandoned, its folder goes.
class ArtifactBuild {
public:
    ArtifactBuild(ArtifactKey key, std::filesystem::path folder, FileLock lock);
    ArtifactBuild(ArtifactBuild&&) = default;
    ArtifactBuild& operator=(ArtifactBuild&&) = delete;
    ~ArtifactBuild();

    const ArtifactKey& key() const { return m_key; }
    const std::filesystem::path& folder() const { return m_folder; }

private:
    ArtifactKey m_key;
    std::filesystem::path m_folder;
    FileLock m_lock;
};

/// A folder for something that lives no longer than its owner: removed with it, or at the next start after a
/// crash.
class ScratchFolder {
public:
    explicit ScratchFolder(std::filesystem::path folder)
        : m_folder(std::move(folder))
    {
    }
    ScratchFolder(ScratchFolder&& other) noexcept
        : m_folder(std::exchange(other.m_folder, {}))
    {
    }
    ScratchFolder& operator=(ScratchFolder&&) = delete;
    ~ScratchFolder();

    const std::filesystem::path& path() const { return m_folder; }

private:
    std::filesystem::path m_folder;
};

struct ArtifactUsage {
    ArtifactKey key;
    std::uint64_t bytes = 0;
    std::int64_t lastUse_s = 0; ///< since 1970
    std::string facts;
};

/// Weights, graphs and packages on disk. A package is machine code: only what this cache made and hashed is
/// given out. Every entry is a folder, written under a temporary name and renamed, with the SHA-256 of each
/// file in entry.json; files are hashed again when inode, size or time changed.
class ArtifactCache {
public:
    static constexpr std::uint64_t defaultLimit_bytes = 30ull << 30;

    /// Makes the folders; refused where they belong to another user or are open to others.
    static Result<ArtifactCache> open(
        std::filesystem::path root, std::uint64_t limit_bytes = defaultLimit_bytes);

    /// Nothing where there is none; a damaged entry is put aside and there is none any more.
    Result<std::optional<Artifact>> find(const ArtifactKey& key);
    /// Whether there is an entry, without checking it: for estimates.
    bool contains(const ArtifactKey& key) const;
    /// Locked: another process makes it just now.
    Result<ArtifactBuild> begin(const ArtifactKey& key);
    Result<Artifact> commit(ArtifactBuild build, const std::string& facts);
    Result<ScratchFolder> scratch();

    std::vector<ArtifactUsage> usage() const;
    std::uint64_t quarantined_bytes() const;
    std::uint64_t limit_bytes() const { return m_limit_bytes; }
    /// Removes least recently used entries that nobody uses until the rest fits; returns the bytes freed.
    Result<std::uint64_t> prune(std::uint64_t limit_bytes);
    /// Removes temporary folders whose owner is dead. Everything else is left alone.
    void removeLeftovers();

    const std::filesystem::path& root() const { return m_root; }

private:
    ArtifactCache(std::filesystem::path root, std::uint64_t limit_bytes);

    std::filesystem::path folderOf(const ArtifactKey& key) const;
    std::filesystem::path lockOf(const ArtifactKey& key, const char* purpose) const;
    Result<void> quarantine(const ArtifactKey& key);
    Result<std::filesystem::path> makeTemporary();

    std::filesystem::path m_root;
    std::uint64_t m_limit_bytes;
};

} // namespace inferometer::core

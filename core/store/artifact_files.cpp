// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/artifact_files.h"

#include "core/base/files.h"
#include "core/base/sha256.h"
#include "core/base/utc.h"
#include "core/protocol/json.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace inferometer::core {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t maxEntryBytes = 4u << 20;
constexpr const char* entryName = "entry.json";
constexpr const char* checkedName = "checked.json";

struct Stamp {
    std::uint64_t inode = 0;
    std::uint64_t bytes = 0;
    std::int64_t modified_ns = 0;

    bool operator==(const Stamp&) const = default;
};

struct Checked {
    std::map<std::string, Stamp> files;
};

} // namespace

template <> struct Fields<FileFacts> {
    static constexpr auto all = std::tuple{
        Field{"sha256", &FileFacts::sha256, Presence::Required},
        Field{"bytes", &FileFacts::bytes, Presence::Required},
    };
};

template <> struct Fields<EntryFacts> {
    static constexpr auto all = std::tuple{
        Field{"version", &EntryFacts::version, Presence::Required},
        Field{"created_utc", &EntryFacts::created_utc},
        Field{"files", &EntryFacts::files, Presence::Required},
        Field{"facts", &EntryFacts::facts},
    };
};

template <> struct Fields<Stamp> {
    static constexpr auto all = std::tuple{
        Field{"inode", &Stamp::inode, Presence::Required},
        Field{"bytes", &Stamp::bytes, Presence::Required},
        Field{"modified_ns", &Stamp::modified_ns, Presence::Required},
    };
};

template <> struct Fields<Checked> {
    static constexpr auto all = std::tuple{Field{"files", &Checked::files, Presence::Required}};
};

namespace {

Error damaged(const fs::path& folder, const std::string& reason)
{
    return Error{ErrorCode::FileInvalid,
        "The cache entry " + folder.filename().string() + " is damaged: " + reason + "."};
}

std::optional<Stamp> stampOf(const fs::path& file)
{
    struct stat facts { };
    if (::lstat(file.c_str(), &facts) != 0 || !S_ISREG(facts.st_mode))
        return std::nullopt;
    return Stamp{facts.st_ino, static_cast<std::uint64_t>(facts.st_size),
        facts.st_mtim.tv_sec * 1'000'000'000 + facts.st_mtim.tv_nsec};
}

/// Relative paths of everything in the folder but the cache's own two files; nothing that is no file or
/// folder.
Result<std::vector<std::string>> contentOf(const fs::path& folder)
{
    std::vector<std::string> names;
    std::error_code failure;
    for (fs::recursive_directory_iterator entry(folder, failure);
         !failure && entry != fs::recursive_directory_iterator(); entry.increment(failure)) {
        const auto name = entry->path().lexically_relative(folder).string();
        const auto status = entry->symlink_status(failure);
        if (fs::is_directory(status) || name == entryName || name == checkedName)
            continue;
        if (!fs::is_regular_file(status))
            return damaged(folder, "'" + name + "' is no file");
        names.push_back(name);
    }
    if (failure)
        return damaged(folder, failure.message());
    return names;
}

Result<void> sync(const fs::path& file)
{
    const Descriptor handle(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    return handle.isOpen() && ::fsync(handle.get()) == 0
        ? Result<void>()
        : Result<void>(fileError(codes::fileNotWritten, file));
}

Result<void> writeStamps(const fs::path& folder, const EntryFacts& entry)
{
    Checked checked;
    for (const auto& [name, facts] : entry.files) {
        if (const auto stamp = stampOf(folder / name))
            checked.files[name] = *stamp;
    }
    return writeFileAtomically(folder / checkedName, toLine(writeJson(checked)), Access::Private);
}

Checked readStamps(const fs::path& folder)
{
    const auto text = readFile(folder / checkedName, maxEntryBytes);
    const auto json = text ? parseJson(*text, ErrorCode::FileInvalid) : Result<Json>(Error{});
    const auto checked = json ? fromJson<Checked>(*json) : Result<Checked>(Error{});
    return checked ? *checked : Checked{};
}

bool isInside(const std::string& name)
{
    const auto path = fs::path(name).lexically_normal();
    return !name.empty() && path.is_relative() && *path.begin() != "..";
}

} // namespace

Result<EntryFacts> sealEntry(const fs::path& folder, const std::string& facts)
{
    const auto names = contentOf(folder);
    if (!names)
        return names.error();
    EntryFacts entry;
    entry.created_utc = utcNow();
    entry.facts = facts;
    for (const auto& name : *names) {
        const auto file = folder / name;
        if (const auto synced = sync(file); !synced)
            return synced.error();
        auto hash = sha256OfFile(file);
        if (!hash)
            return hash.error();
        entry.files[name] = FileFacts{*std::move(hash), fs::file_size(file)};
    }
    const auto written = writeFileAtomically(folder / entryName, toLine(writeJson(entry)), Access::Private);
    if (!written)
        return written.error();
    if (const auto stamped = writeStamps(folder, entry); !stamped)
        return stamped.error();
    return entry;
}

Result<EntryFacts> readEntry(const fs::path& folder)
{
    const auto text = readFile(folder / entryName, maxEntryBytes);
    if (!text)
        return text.error();
    const auto json = parseJson(*text, ErrorCode::FileInvalid);
    if (!json)
        return damaged(folder, "entry.json is no JSON");
    auto entry = fromJson<EntryFacts>(*json, ErrorCode::FileInvalid, "entry.json of a cache entry");
    if (!entry)
        return entry;
    for (const auto& [name, facts] : entry->files) {
        if (!isInside(name))
            return damaged(folder, "entry.json names a file outside");
    }
    return entry;
}

Result<void> checkEntry(const fs::path& folder, const EntryFacts& entry)
{
    const auto names = contentOf(folder);
    if (!names)
        return names.error();
    if (names->size() != entry.files.size())
        return damaged(folder, "it has other files than entry.json lists");
    const auto stamps = readStamps(folder);
    bool hasNewStamp = false;
    for (const auto& [name, facts] : entry.files) {
        const auto stamp = stampOf(folder / name);
        if (!stamp || stamp->bytes != facts.bytes)
            return damaged(folder, "'" + name + "' is missing or of another size");
        const auto known = stamps.files.find(name);
        if (known != stamps.files.end() && known->second == *stamp)
            continue;
        const auto hash = sha256OfFile(folder / name);
        if (!hash || *hash != facts.sha256)
            return damaged(folder, "'" + name + "' has another content");
        hasNewStamp = true;
    }
    if (hasNewStamp)
        (void)writeStamps(folder, entry); // without them the content is read again, and is no less intact
    return {};
}

} // namespace inferometer::core

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/note_codes.h"
#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <sys/types.h>

/// Files as a result store needs them: bounded reads, whole or no writes, everything synced.
namespace inferometer::core {

/// Owns a file descriptor.
class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int number)
        : m_number(number)
    {
    }
    Descriptor(Descriptor&& other) noexcept
        : m_number(other.release())
    {
    }
    Descriptor& operator=(Descriptor&& other) noexcept;
    ~Descriptor() { close(); }

    int get() const { return m_number; }
    bool isOpen() const { return m_number >= 0; }
    int release();
    void close();

private:
    int m_number = -1;
};

/// One of core/base/note_codes.h with what errno says.
Error fileError(std::string_view reason, const std::filesystem::path& path);

Result<Descriptor> openForReading(const std::filesystem::path& path);
/// As read(2), begun again after signals.
ssize_t readSome(int descriptor, char* buffer, std::size_t size);
/// Writes everything or fails.
bool writeAll(int descriptor, std::string_view content);

/// The whole content; a file longer than the limit is refused.
Result<std::string> readFile(const std::filesystem::path& path, std::size_t maxBytes);
/// As readFile for files of /proc and /sys, whose size says nothing; empty where there is none.
std::string readSystemFile(const std::filesystem::path& path);

enum class Access { Shared, Private };

/// Writes under a temporary name in the same folder, syncs, renames and syncs the folder: afterwards either
/// the old or the new content is there, whole.
Result<void> writeFileAtomically(
    const std::filesystem::path& path, std::string_view content, Access access = Access::Shared);
Result<void> syncFolder(const std::filesystem::path& folder);
/// Renames and makes the new name durable.
Result<void> renameDurably(const std::filesystem::path& from, const std::filesystem::path& to);

/// Makes a folder and its parents. A private one has mode 0700 and is refused when it belongs to another user
/// or is open to others.
Result<void> makeFolder(const std::filesystem::path& folder, Access access = Access::Shared);
/// Removes a folder of our own with its content; symbolic links in it are not followed.
Result<void> removeFolder(const std::filesystem::path& folder);
/// Sum of the sizes of all regular files below a folder.
std::uint64_t sizeOfFolder(const std::filesystem::path& folder);
Result<std::uint64_t> freeSpace(const std::filesystem::path& folder);
/// Whether a path, once links are resolved, lies below a root.
bool isBelow(const std::filesystem::path& path, const std::filesystem::path& root);

} // namespace inferometer::core

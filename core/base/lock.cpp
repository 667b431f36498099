// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/lock.h"

#include "core/base/numbers.h"
#include "core/base/text.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

namespace inferometer::core {

namespace {

Result<void> lock(int descriptor, const std::string& what, int operation)
{
    if (::flock(descriptor, operation | LOCK_NB) == 0)
        return {};
    if (errno != EWOULDBLOCK)
        return fileError(codes::fileNotLocked, what);
    const auto owner = lockOwner(descriptor);
    return owner ? Error{ErrorCode::Locked, Note{"file-in-use-by", {what, std::to_string(*owner)}}}
                 : Error{ErrorCode::Locked, Note{"file-in-use", {what}}};
}

} // namespace

Result<FileLock> FileLock::acquire(const std::filesystem::path& path, const std::string& what, Kind kind)
{
    Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!file.isOpen())
        return fileError(codes::fileNotCreated, path);
    const auto locked = lock(file.get(), what, kind == Kind::Shared ? LOCK_SH : LOCK_EX);
    if (!locked)
        return locked.error();
    return FileLock(std::move(file));
}

Result<void> FileLock::acquireOn(int descriptor, const std::string& what)
{
    return lock(descriptor, what, LOCK_EX);
}

std::optional<int> lockOwner(int descriptor)
{
    struct stat facts { };
    if (::fstat(descriptor, &facts) != 0)
        return std::nullopt;
    // A line is "1: FLOCK  ADVISORY  WRITE 1234 08:01:5678 0 EOF": process, then device and inode.
    const auto suffix = ":" + std::to_string(facts.st_ino);
    for (const auto& line : split(readSystemFile("/proc/locks"), '\n')) {
        const auto fields = split(line, ' ');
        if (fields.size() < 6 || fields[1] != "FLOCK" || !fields[5].ends_with(suffix))
            continue;
        if (const auto process = integerFrom(fields[4]); process && *process > 0)
            return static_cast<int>(*process);
    }
    return std::nullopt;
}

} // namespace inferometer::core

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"

#include "core/base/random_name.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <system_error>
#include <unistd.h>

namespace inferometer::core {

namespace fs = std::filesystem;

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept
{
    if (this != &other) {
        close();
        m_number = other.release();
    }
    return *this;
}

int Descriptor::release()
{
    return std::exchange(m_number, -1);
}

void Descriptor::close()
{
    if (m_number >= 0)
        ::close(std::exchange(m_number, -1));
}

Error fileError(std::string_view reason, const fs::path& path)
{
    const auto number = errno;
    const bool isMissing = number == ENOENT || number == ENOTDIR;
    const bool isReading = reason == codes::fileNotOpened || reason == codes::fileNotRead;
    const auto code = !isReading ? ErrorCode::StorageFailed
        : isMissing              ? ErrorCode::FileNotFound
                                 : ErrorCode::FileInvalid;
    return Error{code,
        Note{std::string(reason),
            {path.string(), std::error_code(number, std::generic_category()).message()}}};
}

Result<Descriptor> openForReading(const fs::path& path)
{
    // Without O_NONBLOCK a named pipe that somebody put in place of a file would hold the program.
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file.isOpen())
        return fileError(codes::fileNotOpened, path);
    struct stat facts { };
    if (::fstat(file.get(), &facts) != 0 || !S_ISREG(facts.st_mode))
        return Error{ErrorCode::FileInvalid, Note{"not-a-file", {path.string()}}};
    return file;
}

ssize_t readSome(int descriptor, char* buffer, std::size_t size)
{
    while (true) {
        const auto count = ::read(descriptor, buffer, size);
        if (count >= 0 || errno != EINTR)
            return count;
    }
}

bool writeAll(int descriptor, std::string_view content)
{
    while (!content.empty()) {
        const auto count = ::write(descriptor, content.data(), content.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return false;
        content.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

Result<std::string> readFile(const fs::path& path, std::size_t maxBytes)
{
    auto file = openForReading(path);
    if (!file)
        return file.error();
    struct stat facts { };
    ::fstat(file->get(), &facts);
    if (static_cast<std::uintmax_t>(facts.st_size) > maxBytes)
        return Error{
            ErrorCode::FileInvalid, Note{"file-too-large", {path.string(), std::to_string(maxBytes)}}};
    std::string content(static_cast<std::size_t>(facts.st_size), '\0');
    std::size_t filled = 0;
    while (filled < content.size()) {
        const auto count = readSome(file->get(), content.data() + filled, content.size() - filled);
        if (count < 0)
            return fileError(codes::fileNotRead, path);
        if (count == 0)
            break;
        filled += static_cast<std::size_t>(count);
    }
    content.resize(filled);
    return content;
}

std::string readSystemFile(const fs::path& path)
{
    constexpr std::size_t limit = 4u << 20;
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    std::string content;
    char piece[4096];
    while (file.isOpen() && content.size() < limit) {
        const auto count = readSome(file.get(), piece, sizeof piece);
        if (count <= 0)
            break;
        content.append(piece, static_cast<std::size_t>(count));
    }
    return content;
}

namespace {

/// What was written is on the disk when this returns.
Result<void> writeAndSync(const fs::path& path, std::string_view content, Access access)
{
    const mode_t mode = access == Access::Private ? 0600 : 0666;
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode));
    if (!file.isOpen())
        return fileError(codes::fileNotCreated, path);
    if (!writeAll(file.get(), content) || ::fsync(file.get()) != 0)
        return fileError(codes::fileNotWritten, path);
    return {};
}

} // namespace

Result<void> writeFileAtomically(const fs::path& path, std::string_view content, Access access)
{
    const auto temporary = path.parent_path() / ("." + randomName() + ".tmp");
    auto written = writeAndSync(temporary, content, access);
    if (written)
        written = renameDurably(temporary, path);
    if (!written) {
        ::unlink(temporary.c_str());
        auto reason = written.error().reasons.front();
        reason.args.front() = path.string(); // of the temporary file nobody knows
        return Error{ErrorCode::StorageFailed, std::move(reason)};
    }
    return {};
}

Result<void> syncFolder(const fs::path& folder)
{
    const auto name = folder.empty() ? fs::path(".") : folder;
    const Descriptor handle(::open(name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!handle.isOpen() || ::fsync(handle.get()) != 0)
        return fileError(codes::fileNotWritten, name);
    return {};
}

Result<void> renameDurably(const fs::path& from, const fs::path& to)
{
    if (::rename(from.c_str(), to.c_str()) != 0)
        return fileError(codes::fileNotWritten, to);
    return syncFolder(to.parent_path());
}

Result<void> makeFolder(const fs::path& folder, Access access)
{
    std::error_code failure;
    if (const auto parent = folder.parent_path(); !parent.empty())
        fs::create_directories(parent, failure);
    if (failure) {
        errno = failure.value();
        return fileError(codes::fileNotCreated, folder.parent_path());
    }
    const mode_t mode = access == Access::Private ? 0700 : 0777;
    if (::mkdir(folder.c_str(), mode) != 0 && errno != EEXIST)
        return fileError(codes::fileNotCreated, folder);
    struct stat facts { };
    if (::stat(folder.c_str(), &facts) != 0)
        return fileError(codes::fileNotCreated, folder);
    if (!S_ISDIR(facts.st_mode))
        return Error{ErrorCode::StorageFailed, Note{"not-a-folder", {folder.string()}}};
    if (access == Access::Private && (facts.st_uid != ::geteuid() || (facts.st_mode & 077) != 0))
        return Error{ErrorCode::StorageFailed, Note{"folder-not-private", {folder.string()}}};
    return {};
}

Result<void> removeFolder(const fs::path& folder)
{
    std::error_code failure;
    fs::remove_all(folder, failure);
    if (failure)
        return Error{ErrorCode::StorageFailed,
            Note{std::string(codes::fileNotRemoved), {folder.string(), failure.message()}}};
    return {};
}

std::uint64_t sizeOfFolder(const fs::path& folder)
{
    std::uint64_t bytes = 0;
    std::error_code failure;
    auto entry =
        fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, failure);
    for (; !failure && entry != fs::recursive_directory_iterator(); entry.increment(failure)) {
        std::error_code ignored;
        if (entry->is_regular_file(ignored) && !entry->is_symlink(ignored))
            bytes += entry->file_size(ignored);
    }
    return bytes;
}

Result<std::uint64_t> freeSpace(const fs::path& folder)
{
    struct statvfs facts { };
    if (::statvfs(folder.c_str(), &facts) != 0)
        return fileError(codes::fileNotExamined, folder);
    return static_cast<std::uint64_t>(facts.f_bavail) * facts.f_frsize;
}

bool isBelow(const fs::path& path, const fs::path& root)
{
    std::error_code failure;
    const auto whole = fs::weakly_canonical(path, failure);
    const auto base = failure ? fs::path() : fs::weakly_canonical(root, failure);
    if (failure || base.empty())
        return false;
    const auto [end, ignored] = std::mismatch(base.begin(), base.end(), whole.begin(), whole.end());
    return end == base.end();
}

} // namespace inferometer::core

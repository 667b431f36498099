// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/run_writer.h"

#include "core/base/lock.h"

#include <array>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace inferometer::core {

namespace fs = std::filesystem;

RunWriter::RunWriter(Descriptor file, fs::path path, bool isStream)
    : m_file(std::move(file))
    , m_path(std::move(path))
    , m_isStream(isStream)
{
}

Result<RunWriter> RunWriter::create(const fs::path& path)
{
    if (const auto folder = path.parent_path(); !folder.empty()) {
        if (const auto made = makeFolder(folder); !made)
            return made.error();
    }
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666));
    if (!file.isOpen())
        return fileError(codes::fileNotCreated, path);
    if (const auto locked = FileLock::acquireOn(file.get(), path.string()); !locked)
        return locked.error();
    if (const auto synced = syncFolder(path.parent_path()); !synced) {
        ::unlink(path.c_str()); // nothing is in it yet
        return synced.error();
    }
    return RunWriter(std::move(file), path, false);
}

namespace {

/// Whether more than a torn line lies behind what was read.
bool hasWholeLine(int descriptor, std::uint64_t from)
{
    std::array<char, 65536> chunk{};
    auto offset = static_cast<off_t>(from);
    for (;;) {
        const auto size = ::pread(descriptor, chunk.data(), chunk.size(), offset);
        if (size <= 0)
            return false;
        if (std::memchr(chunk.data(), '\n', static_cast<std::size_t>(size)) != nullptr)
            return true;
        offset += size;
    }
}

} // namespace

Result<RunWriter> RunWriter::reopen(const fs::path& path, std::uint64_t intactBytes)
{
    Descriptor file(::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW));
    if (!file.isOpen())
        return fileError(codes::fileNotWritten, path);
    if (const auto locked = FileLock::acquireOn(file.get(), path.string()); !locked)
        return locked.error();
    if (hasWholeLine(file.get(), intactBytes)) // it was read before the lock was ours
        return Error{ErrorCode::Locked, Note{"run-was-written-to", {path.string()}}};
    const auto end = static_cast<off_t>(intactBytes);
    if (::ftruncate(file.get(), end) != 0 || ::lseek(file.get(), end, SEEK_SET) != end)
        return fileError(codes::fileNotWritten, path);
    RunWriter writer(std::move(file), path, false);
    writer.m_bytes = intactBytes;
    return writer;
}

RunWriter RunWriter::toStream(int descriptor)
{
    return RunWriter(Descriptor(::fcntl(descriptor, F_DUPFD_CLOEXEC, 3)), "-", true);
}

Result<void> RunWriter::append(std::string_view line)
{
    const auto content = std::string(line) + "\n";
    const bool isWritten = writeAll(m_file.get(), content) && (m_isStream || ::fsync(m_file.get()) == 0);
    if (isWritten) {
        m_bytes += content.size();
        return {};
    }
    const auto error = fileError(codes::fileNotWritten, m_path);
    if (!m_isStream) {
        const auto end = static_cast<off_t>(m_bytes); // what was written of the line must not stay
        if (::ftruncate(m_file.get(), end) != 0 || ::lseek(m_file.get(), end, SEEK_SET) != end)
            return error.followedBy(Note{"run-perhaps-torn", {}});
    }
    return error;
}

Result<void> relabelRun(const fs::path& path, const std::string& label, const std::string& note)
{
    const auto file = readRun(path);
    if (!file)
        return file.error();
    auto writer = RunWriter::reopen(path, file->intactBytes);
    if (!writer)
        return writer.error();
    return writer->append(labelLine(label, note));
}

} // namespace inferometer::core

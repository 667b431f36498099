// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/files.h"

#include <optional>

namespace inferometer::core {

/// An advisory lock on a file, held until destruction; the kernel releases it when its owner dies, however it
/// dies.
class FileLock {
public:
    enum class Kind { Shared, Exclusive };

    /// Never waits. `what` names the thing to the user.
    static Result<FileLock> acquire(
        const std::filesystem::path& path, const std::string& what, Kind kind = Kind::Exclusive);
    /// Locks a file that is already open; the lock lives as long as the descriptor.
    static Result<void> acquireOn(int descriptor, const std::string& what);

private:
    explicit FileLock(Descriptor file)
        : m_file(std::move(file))
    {
    }

    Descriptor m_file;
};

/// The process that holds a lock on an open file, from /proc/locks.
std::optional<int> lockOwner(int descriptor);

} // namespace inferometer::core

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/files.h"
#include "core/base/random_name.h"

#include <filesystem>
#include <fstream>
#include <string>

namespace inferometer::tests {

/// A folder of a test's own, closed to others, that goes with it.
class TemporaryFolder {
public:
    TemporaryFolder()
        : m_path(std::filesystem::temp_directory_path() / ("inferometer-test-" + core::randomName()))
    {
        std::filesystem::create_directories(m_path);
        std::filesystem::permissions(m_path, std::filesystem::perms::owner_all);
    }
    /// A folder that somebody else removes.
    explicit TemporaryFolder(std::filesystem::path kept)
        : m_path(std::move(kept))
        , m_isKept(true)
    {
        std::filesystem::create_directories(m_path);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder()
    {
        std::error_code ignored;
        if (!m_isKept)
            std::filesystem::remove_all(m_path, ignored);
    }

    const std::filesystem::path& path() const { return m_path; }

    /// Writes a file, with the folders above it.
    std::filesystem::path write(const std::string& name, const std::string& content) const
    {
        const auto file = m_path / name;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << content;
        return file;
    }

private:
    std::filesystem::path m_path;
    bool m_isKept = false;
};

inline std::string contentOf(const std::filesystem::path& file)
{
    const auto content = core::readFile(file, 64u << 20);
    return content ? *content : "unreadable: " + content.error().detail;
}

} // namespace inferometer::tests

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/files.h"
#include "core/store/run_lines.h"
#include "core/store/run_reader.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace inferometer::core {

/// Appends the lines of a run, each written whole and synced before the call returns. Holds the run file's
/// lock.
class RunWriter {
public:
    /// A new file; fails where one exists. The folder is made.
    static Result<RunWriter> create(const std::filesystem::path& path);
    /// An existing run; a torn last line behind `intactBytes` is cut off. Refused where somebody has added
    /// lines since it was read.
    static Result<RunWriter> reopen(const std::filesystem::path& path, std::uint64_t intactBytes);
    /// Lines to a stream that somebody else reads, such as standard output.
    static RunWriter toStream(int descriptor);

    /// Adds one line (without newline). After a failure the file is as before.
    Result<void> append(std::string_view line);
    const std::filesystem::path& path() const { return m_path; }
    bool isStream() const { return m_isStream; }

private:
    RunWriter(Descriptor file, std::filesystem::path path, bool isStream);

    Descriptor m_file;
    std::filesystem::path m_path;
    std::uint64_t m_bytes = 0;
    bool m_isStream = false;
};

/// Adds a label and a note to a finished run.
Result<void> relabelRun(const std::filesystem::path& path, const std::string& label, const std::string& note);

} // namespace inferometer::core

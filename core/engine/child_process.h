// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace inferometer::engine {

/// A process that answers lines with lines. It belongs to this process's group and ends with it.
class ChildProcess {
public:
    /// `environment` is added to this process's own.
    static core::Result<ChildProcess> start(
        const std::vector<std::string>& command, const std::map<std::string, std::string>& environment);

    ChildProcess(ChildProcess&& other) noexcept;
    ChildProcess& operator=(ChildProcess&& other) noexcept;
    /// Closes the conversation, so that the child ends, and kills it if it does not within a second.
    ~ChildProcess();

    int pid() const { return m_pid; }
    /// False when the child reads no more.
    bool writeLine(const std::string& line);
    /// The next line, of limited length; nothing when the child has ended or says too much.
    std::optional<std::string> readLine();
    /// Waits for a child that has closed its end: "exit 1", "signal 9".
    std::string waitForEnd();

private:
    ChildProcess() = default;
    void closeInput();

    int m_pid = -1;
    int m_input = -1; ///< of the child
    int m_output = -1;
    std::string m_buffer;
};

} // namespace inferometer::engine

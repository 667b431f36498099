// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/run/loop.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace inferometer::core {

struct ChildCommand {
    std::filesystem::path guard; ///< runs the program, see core/guard/guard_main.cpp; empty: nothing does
    std::filesystem::path program;
    std::vector<std::string> arguments;
    std::vector<std::string> environment; ///< NAME=VALUE, the whole of it
    bool isLauncher = false; ///< of something elsewhere, which ends with its input: the guard knows
};

/// How a child ended.
struct ChildEnd {
    int exitCode = 0;
    int signal = 0; ///< that ended it; 0: it ended by itself
    bool isStuck = false; ///< it could not be ended: it waits for a device in the kernel
    std::string errorOutput; ///< the tail of what it wrote to standard error
};

/// The last line of an output that says anything.
std::string lastLine(std::string output);

/// Told by a child; called on the loop, never from inside a call to the child.
struct ChildObserver {
    std::function<bool(std::string_view line)> line; ///< of standard output; false refuses all further ones
    std::function<void()> broken; ///< output that is no sequence of bounded lines; nothing further is read
    std::function<void(ChildEnd)> ended; ///< once; everything of its session is gone then
};

/// A program in a session of its own, with lines on its standard input and output. Ending it, or the death of
/// this process, ends everything that it started: its guard sees to that. Without a guard, as for a short
/// question, only ending it ends its session.
class ChildProcess {
public:
    static Result<std::unique_ptr<ChildProcess>> start(
        Loop& loop, const ChildCommand& command, ChildObserver observer);
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;
    /// Ends the child at once and waits for the loop to let go of it.
    ~ChildProcess();

    int process() const;
    bool hasEnded() const;
    /// Sends a line; harmless for a child that ended.
    void send(std::string_view line);
    /// No further line will come: a guarded program is ended by that; a launcher may end by itself.
    void closeInput();
    /// Asks the program's group to end; after a grace of 1.5 s everything is killed. `ended` still comes.
    void stop();
    void kill();

private:
    class Content;
    explicit ChildProcess(std::unique_ptr<Content> content);

    std::unique_ptr<Content> m_content;
};

/// This process's environment without what would change measurements or reach into Python and Torch (OMP_*,
/// PYTHON*, TORCH*, MALLOC_*, ...), with the given values added.
std::vector<std::string> childEnvironment(const std::vector<std::pair<std::string, std::string>>& values);

} // namespace inferometer::core

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/exit_code.h"
#include "core/base/error.h"

#include <string>
#include <string_view>

namespace inferometer::cli {

enum class Verbosity { Quiet, Normal, Verbose };
enum class Tone { Plain, Good, Doubtful, Bad };

/// The two streams: results on standard output and nothing else there, all other words on standard error.
class Console {
public:
    /// `color` is auto, always or never; auto looks at the stream and at NO_COLOR.
    Console(Verbosity verbosity, std::string_view color);

    /// A result. False when it could not be written: nobody reads, or the disk is full.
    [[nodiscard]] bool print(std::string_view text) const;
    /// As print; done or failed, with a sentence for every failure but a reader who left.
    ExitCode deliver(std::string_view text) const;
    /// A line on standard error, unless quiet.
    void say(std::string_view line) const;
    /// A line on standard error that is said in any case.
    void warn(std::string_view line) const;
    /// The one sentence of a failure, and the exit code that goes with it.
    ExitCode fail(const core::Error& error) const;

    /// Text for standard output in the color of its tone, where colors are wanted.
    std::string colored(std::string_view text, Tone tone) const;
    bool isQuiet() const { return m_verbosity == Verbosity::Quiet; }
    bool isVerbose() const { return m_verbosity == Verbosity::Verbose; }

private:
    Verbosity m_verbosity;
    bool m_hasColor; ///< on standard output
};

/// A name, number or combination of words that is not valid.
core::Error usage(std::string sentence);

/// A line without what could change a terminal: control characters are blanks, bytes that are no UTF-8
/// question marks.
std::string readable(std::string_view text);

/// Whether standard error is a terminal on which a line can be redrawn.
bool isTerminal();
/// Characters in a line of that terminal.
int terminalWidth();

} // namespace inferometer::cli

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"

#include "core/base/files.h"
#include "core/base/paths.h"
#include "core/base/text.h"
#include "text/error_text.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <sys/ioctl.h>
#include <unistd.h>

namespace inferometer::cli {

namespace {

constexpr std::string_view programName = "inferometer-cli: ";

bool wantsColor(std::string_view word)
{
    if (word != "auto")
        return word == "always";
    return ::isatty(STDOUT_FILENO) == 1 && !core::environmentVariable("NO_COLOR")
        && core::environmentVariable("TERM") != "dumb";
}

std::string_view escapeOf(Tone tone)
{
    switch (tone) {
    case Tone::Plain:
        return "";
    case Tone::Good:
        return "\x1b[32m";
    case Tone::Doubtful:
        return "\x1b[33m";
    case Tone::Bad:
        return "\x1b[31m";
    }
    return "";
}

void toStandardError(std::string_view line)
{
    core::writeAll(STDERR_FILENO, readable(line) + "\n"); // if that fails there is nowhere to say so
}

/// Bytes of the UTF-8 character at the beginning of a text; 0 where there is none.
std::size_t characterLength(std::string_view text)
{
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t length = first < 0x80 ? 1
        : first >> 5 == 0x06                ? 2
        : first >> 4 == 0x0e                ? 3
        : first >> 3 == 0x1e                ? 4
                                            : 0;
    if (length == 0 || length > text.size())
        return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if (static_cast<unsigned char>(text[i]) >> 6 != 0x02)
            return 0;
    }
    return length;
}

} // namespace

core::Error usage(std::string sentence)
{
    return {core::ErrorCode::UsageInvalid, std::move(sentence)};
}

std::string readable(std::string_view text)
{
    std::string result;
    while (!text.empty()) {
        const auto length = characterLength(text);
        const auto first = static_cast<unsigned char>(text.front());
        const bool isControl = first < 0x20 || first == 0x7f
            || (first == 0xc2 && length == 2 && static_cast<unsigned char>(text[1]) < 0xa0);
        if (length == 0 || isControl)
            result += length == 0 ? '?' : ' ';
        else
            result += text.substr(0, length);
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return result;
}

Console::Console(Verbosity verbosity, std::string_view color)
    : m_verbosity(verbosity)
    , m_hasColor(wantsColor(color))
{
}

bool Console::print(std::string_view text) const
{
    return core::writeAll(STDOUT_FILENO, text);
}

ExitCode Console::deliver(std::string_view text) const
{
    if (print(text))
        return ExitCode::Done;
    if (errno != EPIPE)
        warn(
            std::string(programName) + "Standard output could not be written: " + std::strerror(errno) + ".");
    return ExitCode::Failed;
}

void Console::say(std::string_view line) const
{
    if (!isQuiet())
        toStandardError(line);
}

void Console::warn(std::string_view line) const
{
    toStandardError(line);
}

ExitCode Console::fail(const core::Error& error) const
{
    toStandardError(std::string(programName) + core::oneLine(text::sentence(error), 2000));
    return exitCodeOf(error);
}

std::string Console::colored(std::string_view text, Tone tone) const
{
    if (!m_hasColor || tone == Tone::Plain)
        return std::string(text);
    return std::string(escapeOf(tone)) + std::string(text) + "\x1b[0m";
}

bool isTerminal()
{
    return ::isatty(STDERR_FILENO) == 1 && core::environmentVariable("TERM") != "dumb";
}

int terminalWidth()
{
    constexpr int usual = 80;
    winsize size{};
    return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : usual;
}

} // namespace inferometer::cli

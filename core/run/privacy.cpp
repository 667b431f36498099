// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/privacy.h"

#include "core/base/paths.h"
#include "core/plan/note_codes.h"

#include <array>
#include <unistd.h>

namespace inferometer::core {

namespace {

bool isPathCharacter(char c)
{
    constexpr std::string_view ends = " \t\r\n\"'`<>|,;()[]{}:=";
    return static_cast<unsigned char>(c) > 0x20 && ends.find(c) == std::string_view::npos;
}

/// Whether a slash at this place begins a path rather than a fraction or a name such as "cpp/none".
bool beginsPath(std::string_view text, std::size_t place)
{
    if (text[place] != '/' && text[place] != '~')
        return false;
    const bool isAtStart = place == 0 || !isPathCharacter(text[place - 1]);
    return isAtStart && place + 1 < text.size() && isPathCharacter(text[place + 1]);
}

void replaceAll(std::string& text, const std::string& part, std::string_view with)
{
    if (part.size() < 3 || part == "root") // not to be told from an ordinary word
        return;
    for (auto place = text.find(part); place != std::string::npos;
         place = text.find(part, place + with.size()))
        text.replace(place, part.size(), with);
}

std::string hostName()
{
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

std::string withoutNames(std::string text)
{
    for (const auto* name : {"USER", "LOGNAME"})
        replaceAll(text, environmentVariable(name).value_or(""), "<user>");
    if (const auto host = hostName(); host != "localhost")
        replaceAll(text, host, "<host>");
    return text;
}

void clean(Note& note)
{
    const bool namesPath = note.code == codes::missingOnTarget || note.code == codes::differsOnTarget;
    for (auto& argument : note.args)
        argument = namesPath ? withoutHome(argument) : withoutPaths(argument);
}

void clean(std::vector<Note>& notes)
{
    for (auto& note : notes)
        clean(note);
}

} // namespace

std::string withoutPaths(std::string_view text)
{
    std::string cleaned;
    for (std::size_t i = 0; i < text.size();) {
        if (!beginsPath(text, i)) {
            cleaned += text[i++];
            continue;
        }
        std::size_t end = i;
        while (end < text.size() && isPathCharacter(text[end]))
            ++end;
        const auto path = text.substr(i, end - i);
        const auto trimmedEnd = path.find_last_not_of('/');
        const auto whole = path.substr(0, trimmedEnd == std::string_view::npos ? 0 : trimmedEnd + 1);
        const auto slash = whole.rfind('/');
        cleaned += whole.substr(slash == std::string_view::npos ? 0 : slash + 1);
        i = end;
    }
    return withoutNames(std::move(cleaned));
}

std::string withoutHome(std::string_view path)
{
    constexpr std::string_view homes = "/home/";
    auto home = environmentVariable("HOME").value_or("");
    // The plan came from a machine where the user may have another name.
    if (path.starts_with(homes))
        home = path.substr(0, path.find('/', homes.size()));
    const bool isBelow = home.size() > 1 && path.starts_with(home + "/");
    return withoutNames(isBelow ? "~" + std::string(path.substr(home.size())) : std::string(path));
}

void removePaths(VisitRecord& record)
{
    for (auto& row : record.rows) {
        auto& result = row.result;
        result.detail = withoutPaths(result.detail);
        clean(result.reason);
        clean(result.warnings);
        for (auto* verification : {&result.before, &result.after}) {
            if (*verification)
                clean((*verification)->reason);
        }
    }
    clean(record.warnings);
}

} // namespace inferometer::core

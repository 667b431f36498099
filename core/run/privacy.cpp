// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/privacy.h"

#include "core/base/paths.h"
#include "core/base/text.h"
#include "core/plan/note_codes.h"

#include <algorithm>
#include <array>
#include <pwd.h>
#include <sys/types.h>
#include <unistd.h>
#include <vector>

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
    const bool isOfOption = place > 1 && text[place - 2] == '-'
        && (place == 2 || !isPathCharacter(text[place - 3])); // "-I/usr/include", and not "vit-b/16"
    const bool isAtStart = place == 0 || !isPathCharacter(text[place - 1]) || isOfOption;
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

bool tellsOfASecret(std::string_view variable)
{
    constexpr std::array<std::string_view, 5> words{"token", "key", "secret", "password", "credential"};
    return std::any_of(words.begin(), words.end(),
        [name = lowerCase(variable)](std::string_view word) { return name.find(word) != std::string::npos; });
}

std::string hostName()
{
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

/// What the system knows of the user, who may go by another name in the environment, or by none.
struct Account {
    std::string name;
    std::string fullName;
    std::string home;
};

Account ownAccount()
{
    Account account;
    passwd entry{};
    passwd* found = nullptr;
    std::array<char, 4096> text{};
    if (::getpwuid_r(::getuid(), &entry, text.data(), text.size(), &found) != 0 || !found)
        return account;
    account.name = found->pw_name;
    account.home = found->pw_dir;
    const std::string_view described = found->pw_gecos ? found->pw_gecos : "";
    account.fullName = described.substr(0, described.find(','));
    if (account.fullName.find(' ') == std::string::npos) // "Ubuntu" is a word like others
        account.fullName.clear();
    return account;
}

std::string withoutNames(std::string text)
{
    const auto account = ownAccount();
    for (const auto& name : {environmentVariable("USER").value_or(""),
             environmentVariable("LOGNAME").value_or(""), account.name, account.fullName})
        replaceAll(text, name, "<user>");
    if (const auto host = hostName(); host != "localhost")
        replaceAll(text, host, "<host>");
    return text;
}

/// Also one with spaces in it, which would look like the end of the path.
std::string withoutHomeFolders(std::string text)
{
    for (const auto& home : {environmentVariable("HOME").value_or(""), ownAccount().home}) {
        if (home.size() > 1 && home.find('/', 1) != std::string::npos)
            replaceAll(text, home + "/", "~/");
    }
    return text;
}

/// Where the path ends that begins at a place: in quotes with them, else with the word, or with a later one
/// that goes on as a path does ("/data/My Models/net.py").
std::size_t endOfPath(std::string_view text, std::size_t begin)
{
    const char before = begin == 0 ? ' ' : text[begin - 1];
    if (before == '"' || before == '\'') {
        const auto quote = text.find(before, begin);
        const auto line = text.find('\n', begin);
        if (quote != std::string_view::npos && quote < line)
            return quote;
    }
    std::size_t end = begin;
    while (true) {
        while (end < text.size() && isPathCharacter(text[end]))
            ++end;
        auto next = end + 1;
        if (end >= text.size() || text[end] != ' ' || next >= text.size() || !isPathCharacter(text[next])
            || text[next] == '-' || beginsPath(text, next))
            return end;
        while (next < text.size() && isPathCharacter(text[next]))
            ++next;
        const auto word = text.substr(end + 1, next - end - 1);
        if (word.find('/') == std::string_view::npos)
            return end;
        end = next;
    }
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

std::string withoutSecrets(std::string text)
{
    constexpr std::size_t shortest = 8; // characters: ordinary words stay
    std::vector<std::string> secrets;
    for (char** entry = environ; entry && *entry; ++entry) {
        const std::string_view variable = *entry;
        const auto nameEnd = variable.find('=');
        if (nameEnd == std::string_view::npos || !tellsOfASecret(variable.substr(0, nameEnd)))
            continue;
        if (const auto value = variable.substr(nameEnd + 1); value.size() >= shortest)
            secrets.emplace_back(value);
    }
    // The longest first: one that holds another would no longer be known once that is replaced.
    std::sort(secrets.begin(), secrets.end(),
        [](const std::string& one, const std::string& other) { return one.size() > other.size(); });
    for (const auto& secret : secrets)
        replaceAll(text, secret, "<secret>");
    return text;
}

std::string withoutPaths(std::string_view written)
{
    // Secrets first: one that looks like a path would be cut, and no longer be known.
    const auto known = withoutHomeFolders(withoutSecrets(std::string(written)));
    const std::string_view text = known;
    std::string cleaned;
    for (std::size_t i = 0; i < text.size();) {
        if (!beginsPath(text, i)) {
            cleaned += text[i++];
            continue;
        }
        const auto end = endOfPath(text, i);
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

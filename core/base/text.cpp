// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace inferometer::core {

namespace {

constexpr std::string_view blanks = " \t\r\n";

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}

/// Levenshtein distance: insertions, deletions and substitutions between two names.
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const auto substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, substituted}));
        }
    }
    return row.back();
}

} // namespace

std::vector<std::string> split(std::string_view text, char separator)
{
    std::vector<std::string> parts;
    while (true) {
        const auto end = text.find(separator);
        if (auto part = trimmed(text.substr(0, end)); !part.empty())
            parts.push_back(std::move(part));
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

std::string join(std::span<const std::string> parts, std::string_view separator)
{
    std::string text;
    for (const auto& part : parts) {
        if (!text.empty())
            text += separator;
        text += part;
    }
    return text;
}

std::string trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return std::string(text.substr(first, text.find_last_not_of(blanks) - first + 1));
}

std::string lowerCase(std::string_view text)
{
    std::string lower(text);
    for (auto& c : lower)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return lower;
}

std::vector<std::string> nearestNames(
    std::string_view name, std::span<const std::string> known, std::size_t limit)
{
    constexpr std::size_t longestName = 200; // the distance takes time of the product of both lengths
    if (name.size() > longestName)
        return {};
    std::vector<std::pair<std::size_t, std::string>> near;
    for (const auto& candidate : known) {
        const auto apart = distance(lowerCase(name), lowerCase(candidate));
        const bool isPart =
            name.size() >= 3 && lowerCase(candidate).find(lowerCase(name)) != std::string::npos;
        if (isPart || apart <= std::max<std::size_t>(1, name.size() / 3))
            near.emplace_back(apart, candidate);
    }
    std::stable_sort(
        near.begin(), near.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(limit, near.size()); ++i)
        names.push_back(near[i].second);
    return names;
}

std::optional<Note> didYouMean(std::string_view name, std::span<const std::string> known)
{
    auto near = nearestNames(name, known);
    if (near.empty())
        return {};
    if (near.size() == 1)
        return Note{"did-you-mean", std::move(near)};
    const auto last = near.back();
    near.pop_back();
    return Note{"did-you-mean-one-of", {join(near, "', '"), last}};
}

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_'
        || c == '.';
}

bool isHubId(std::string_view text)
{
    constexpr std::size_t maxLength = 96;
    const auto slash = text.find('/');
    if (text.empty() || text.size() > maxLength || slash == 0 || slash == text.size() - 1)
        return false;
    if (text.find("..") != std::string_view::npos || text.find("--") != std::string_view::npos)
        return false;
    if (slash != std::string_view::npos && text.find('/', slash + 1) != std::string_view::npos)
        return false;
    return std::all_of(text.begin(), text.end(), [](char c) { return isNameCharacter(c) || c == '/'; })
        && text.front() != '.' && text.front() != '-';
}

std::string oneLine(std::string_view text, std::size_t maxLength)
{
    const auto start = text.find_first_not_of(blanks);
    if (start == std::string_view::npos)
        return {};
    text.remove_prefix(start);
    std::string line(text.substr(0, std::min(text.find('\n'), maxLength)));
    if (line.size() == maxLength) {
        while (!line.empty() && isContinuation(line.back()))
            line.pop_back(); // a character of several bytes is kept whole or left out
        if (!line.empty() && static_cast<unsigned char>(line.back()) >= 0xc0)
            line.pop_back();
    }
    for (auto& c : line)
        c = static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
    return trimmed(line);
}

} // namespace inferometer::core

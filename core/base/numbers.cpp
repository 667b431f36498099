// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/numbers.h"

#include <array>
#include <charconv>
#include <cmath>

namespace inferometer::core {

namespace {

template <typename... Format> std::string toCharacters(double value, Format... format)
{
    std::array<char, 400> buffer{}; // a fixed number can have 309 digits before the point
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format...);
    return error == std::errc() ? std::string(buffer.data(), end) : std::string();
}

template <typename Number> std::optional<Number> fromCharacters(std::string_view text)
{
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::optional<double> factorOf(std::string_view suffix)
{
    constexpr std::string_view letters = "KMGT";
    if (suffix.empty() || suffix == "B")
        return 1.0;
    const auto power = letters.find(suffix.front());
    const auto rest = suffix.substr(1);
    if (power == std::string_view::npos || !(rest.empty() || rest == "B" || rest == "iB"))
        return std::nullopt;
    return std::pow(1024.0, static_cast<double>(power + 1));
}

} // namespace

std::string exactText(double value)
{
    return toCharacters(value);
}

std::string fixedText(double value, int decimals)
{
    auto text = toCharacters(value, std::chars_format::fixed, decimals);
    const bool isZero = text.find_first_not_of("-0.") == std::string::npos;
    return isZero && text.starts_with('-') ? text.substr(1) : text; // what is rounded to nothing has no sign
}

std::optional<double> doubleFrom(std::string_view text)
{
    return fromCharacters<double>(text);
}

std::optional<std::int64_t> integerFrom(std::string_view text)
{
    return fromCharacters<std::int64_t>(text);
}

std::optional<std::uint64_t> bytesFrom(std::string_view text)
{
    const auto digits = text.substr(0, text.find_first_not_of("0123456789."));
    auto suffix = text.substr(digits.size());
    if (!suffix.empty() && suffix.front() == ' ')
        suffix.remove_prefix(1);
    const auto number = doubleFrom(digits);
    const auto factor = factorOf(suffix);
    constexpr double limit = 9e18;
    if (!number || !factor || *number * *factor > limit)
        return std::nullopt;
    return static_cast<std::uint64_t>(*number * *factor);
}

std::string bytesText(std::uint64_t bytes)
{
    constexpr std::array units{"B", "KiB", "MiB", "GiB", "TiB"};
    auto value = static_cast<double>(bytes);
    std::size_t unit = 0;
    while (value >= 1024 && unit + 1 < units.size()) {
        value /= 1024;
        ++unit;
    }
    return fixedText(value, unit == 0 || value >= 100 ? 0 : 1) + " " + units[unit];
}

} // namespace inferometer::core

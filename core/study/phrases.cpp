// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/phrases.h"

#include "core/base/numbers.h"

#include <algorithm>
#include <cmath>

namespace inferometer::core {
namespace {

/// Decimals with which about `digits` of a number are significant, in fixed notation.
int decimalsFor(double value, int digits)
{
    constexpr double lastBit = 1 + 1e-12; // 9.9999999999999 is a 10
    const double magnitude = value == 0 ? 0 : std::floor(std::log10(std::abs(value) * lastBit));
    return std::isfinite(magnitude) ? std::clamp(digits - 1 - static_cast<int>(magnitude), 0, 9) : 0;
}

int percentDecimals(double percent)
{
    return std::abs(percent) < 1 ? 2 : 1;
}

/// Value and bounds with the same decimals.
std::string withBounds(const Estimate& estimate, int decimals)
{
    const auto text = fixedText(estimate.value, decimals);
    if (!estimate.low || !estimate.high)
        return text;
    return text + " [" + fixedText(*estimate.low, decimals) + ", " + fixedText(*estimate.high, decimals)
        + "]";
}

std::optional<double> scaled(const std::optional<double>& value, double factor)
{
    return value ? std::optional(*value * factor) : std::nullopt;
}

} // namespace

std::string secondsText(double seconds)
{
    return fixedText(seconds, decimalsFor(seconds, 3));
}

std::string millisecondsText(double seconds)
{
    return fixedText(seconds * 1e3, decimalsFor(seconds * 1e3, 4));
}

std::string percentText(double percent)
{
    return fixedText(percent, percentDecimals(percent));
}

std::string factorText(double factor)
{
    return fixedText(factor, 2);
}

std::string countText(double count)
{
    // Rounded up, but not because of the last bit of a quotient.
    return std::isfinite(count) ? fixedText(std::ceil(count * (1 - 1e-12)), 0) : exactText(count);
}

std::string millisecondsText(const Estimate& seconds)
{
    const Estimate ms{seconds.value * 1e3, scaled(seconds.low, 1e3), scaled(seconds.high, 1e3)};
    return withBounds(ms, decimalsFor(ms.value, 4));
}

std::string percentText(const Estimate& percent)
{
    return withBounds(percent, percentDecimals(percent.value));
}

std::string factorText(const Estimate& factor)
{
    return withBounds(factor, 2);
}

std::string countText(const Estimate& count)
{
    if (!count.low || count.value == 0) // nothing has to be paid back
        return countText(count.value);
    return countText(count.value) + " [" + countText(*count.low) + ", "
        + (count.high ? countText(*count.high) : std::string("∞")) + (count.high ? "]" : ")");
}

std::string displayName(Engine engine)
{
    return engine == Engine::Cpp ? "C++" : "Python";
}

std::string displayName(const Variant& variant)
{
    std::string name = displayName(variant.engine) + " " + std::string(toWord(variant.mode));
    if (variant.frozen)
        name += "+frozen";
    if (variant.cudaGraph)
        name += "+cuda-graph";
    if (variant.layout != Layout::Contiguous)
        name += "+" + std::string(toWord(variant.layout));
    if (variant.repetition > 1)
        name += " #" + std::to_string(variant.repetition);
    return name;
}

std::string displayDevice(const Setting& setting, const std::string& deviceName)
{
    auto named = setting;
    if (!deviceName.empty())
        named.device = deviceName;
    return placeOf(named);
}

std::string displayDevice(const StudyRow& row)
{
    return displayDevice(row.setting, row.deviceName);
}

Note phrase(std::string_view code, std::vector<std::string> args)
{
    return Note{std::string(code), std::move(args)};
}

Note aboutRow(std::string_view code, const StudyRow& row, const std::vector<std::string>& more)
{
    std::vector<std::string> args{row.label, std::to_string(row.batch), displayName(row.variant)};
    args.insert(args.end(), more.begin(), more.end());
    return phrase(code, std::move(args));
}

} // namespace inferometer::core

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/half_width.h"

#include "core/stats/distributions.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace inferometer::core {
namespace {

/// What each round adds to the relative error of the mean of all samples.
std::vector<double> influences(std::span<const BlockSum> blocks)
{
    const double all = meanOf(blocks);
    double total = 0;
    for (const auto& block : blocks)
        total += block.sum_s;
    const double perRound = total / static_cast<double>(blocks.size());
    std::vector<double> result;
    result.reserve(blocks.size());
    for (const auto& block : blocks)
        result.push_back((block.sum_s - all * block.count) / perRound);
    return result;
}

double halfWidth(std::span<const double> deviations)
{
    const auto n = static_cast<double>(deviations.size());
    double squares = 0;
    for (const double deviation : deviations)
        squares += deviation * deviation;
    const int degrees = static_cast<int>(deviations.size()) - 1;
    return studentQuantile(0.975, degrees) * std::sqrt(squares / (n * (n - 1)));
}

} // namespace

std::optional<double> ratioHalfWidth(std::span<const BlockSum> baseline, std::span<const BlockSum> variant)
{
    const std::size_t n = std::min(baseline.size(), variant.size());
    if (n < 2)
        return std::nullopt;
    const auto ofBaseline = influences(baseline.first(n));
    auto deviations = influences(variant.first(n));
    for (std::size_t i = 0; i < n; ++i)
        deviations[i] -= ofBaseline[i];
    return halfWidth(deviations);
}

std::optional<double> meanHalfWidth(std::span<const BlockSum> blocks)
{
    if (blocks.size() < 2)
        return std::nullopt;
    return halfWidth(influences(blocks));
}

} // namespace inferometer::core

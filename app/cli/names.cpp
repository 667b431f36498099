// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/names.h"

#include "core/base/numbers.h"

#include <cmath>
#include <set>

namespace inferometer::cli {

namespace {

std::string twoDigits(long number)
{
    return (number < 10 ? "0" : "") + std::to_string(number);
}

} // namespace

std::string labelOf(const core::RunRecord& run, const core::Workload& workload)
{
    const auto found = run.models.find(workload.model);
    return found == run.models.end() || found->second.label.empty() ? workload.model : found->second.label;
}

std::string conditionsOf(const core::Workload& workload)
{
    auto text = core::toText(workload.device) + " · b" + std::to_string(workload.batch);
    if (workload.dtype != core::DataType::Float32)
        text += " · " + std::string(core::toWord(workload.dtype));
    return text;
}

bool hasSeveralEngines(const core::Plan& plan)
{
    std::set<core::Engine> engines;
    for (const auto& visit : plan.visits) {
        for (const auto& variant : visit.variants)
            engines.insert(variant.engine);
    }
    return engines.size() > 1;
}

std::string millisecondsText(double seconds)
{
    return core::fixedText(seconds * 1e3, 3) + " ms";
}

std::string durationText(double seconds)
{
    const long whole = std::lround(std::max(0.0, seconds));
    if (whole < 10)
        return core::fixedText(std::max(0.0, seconds), 1) + " s";
    if (whole < 60)
        return std::to_string(whole) + " s";
    if (whole < 3600)
        return std::to_string(whole / 60) + " min " + twoDigits(whole % 60) + " s";
    return std::to_string(whole / 3600) + " h " + twoDigits(whole % 3600 / 60) + " min";
}

std::string clockText(double seconds)
{
    const long whole = std::lround(std::floor(std::max(0.0, seconds)));
    const auto rest = ":" + twoDigits(whole % 60);
    if (whole < 3600)
        return std::to_string(whole / 60) + rest;
    return std::to_string(whole / 3600) + ":" + twoDigits(whole % 3600 / 60) + rest;
}

std::string countText(int count, const std::string& one, const std::string& many)
{
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

} // namespace inferometer::cli

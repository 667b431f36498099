// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/workload.h"

#include "core/base/numbers.h"

#include <algorithm>

namespace inferometer::core {

namespace {

std::optional<Device> deviceWithoutTarget(std::string_view text)
{
    constexpr std::string_view prefix = "cuda:";
    constexpr int maxIndex = 1023;
    if (text == "cpu")
        return Device{DeviceKind::Cpu, 0};
    if (text == "cuda")
        return Device{DeviceKind::Cuda, 0};
    if (!text.starts_with(prefix))
        return std::nullopt;
    const auto index = integerFrom(text.substr(prefix.size()));
    if (!index || *index < 0 || *index > maxIndex)
        return std::nullopt;
    return Device{DeviceKind::Cuda, static_cast<int>(*index)};
}

} // namespace

std::string toText(const Device& device)
{
    return (device.target.empty() ? "" : device.target + "/") + textWithoutTarget(device);
}

std::string textWithoutTarget(const Device& device)
{
    return device.kind == DeviceKind::Cpu ? "cpu" : "cuda:" + std::to_string(device.index);
}

std::optional<Device> deviceFromText(std::string_view text)
{
    const auto slash = text.find('/');
    if (slash == std::string_view::npos)
        return deviceWithoutTarget(text);
    auto device = deviceWithoutTarget(text.substr(slash + 1));
    const auto target = text.substr(0, slash);
    if (!device || !isTargetName(target))
        return std::nullopt;
    device->target = target;
    return device;
}

bool isTargetName(std::string_view text)
{
    constexpr std::size_t longest = 40;
    const auto isLetterOrDigit = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    };
    const auto isAllowed = [&](char c) { return isLetterOrDigit(c) || c == '_' || c == '.' || c == '-'; };
    return !text.empty() && text.size() <= longest && text != "local" && isLetterOrDigit(text.front())
        && std::all_of(text.begin(), text.end(), isAllowed);
}

std::string toText(const Variant& variant)
{
    auto text = std::string(toWord(variant.engine)) + "/" + std::string(toWord(variant.mode));
    if (variant.frozen)
        text += "+frozen";
    if (variant.cudaGraph)
        text += "+cuda-graph";
    if (variant.layout != Layout::Contiguous)
        text += "+" + std::string(toWord(variant.layout));
    if (variant.repetition > 1)
        text += "#" + std::to_string(variant.repetition);
    return text;
}

Variant baselineOf(const Variant& variant)
{
    return Variant{variant.engine};
}

} // namespace inferometer::core

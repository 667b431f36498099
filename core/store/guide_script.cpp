// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/guide_script.h"

#include "core/base/text.h"

#include <nlohmann/json.hpp>

namespace inferometer::core {

namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr std::string_view pretrained = "pretrained-";

/// Puts a value in the place of its mark; false without that mark.
bool replace(std::string& text, std::string_view mark, const std::string& value)
{
    const auto place = text.find(mark);
    if (place == std::string::npos)
        return false;
    text.replace(place, mark.size(), value);
    return true;
}

std::string conditionsText(const FlatRow& row)
{
    std::string text = row.record ? "weights " + row.record->weights + ", image " + row.record->image : "";
    for (const auto* key : {"device_name", "cpu_model", "torch", "transformers", "python", "cuda"}) {
        if (const auto value = conditionOf(row, key); !value.empty())
            text += (text.empty() ? "" : ", ") + std::string(key) + " " + oneLine(value, 100);
    }
    return text + ".";
}

/// Quotes in a name must not end the literal that holds it: JSON has another way to say them.
std::string literalOf(const OrderedJson& json)
{
    constexpr std::string_view quote = "\\\"";
    auto text = json.dump(-1, ' ', true, OrderedJson::error_handler_t::replace);
    for (auto place = text.find(quote); place != std::string::npos; place = text.find(quote, place))
        text.replace(place, quote.size(), "\\u0022");
    return text;
}

} // namespace

Result<std::string> guideScript(std::string_view frame, const CatalogModel& model, const FlatRow& row)
{
    if (model.own)
        return Error{ErrorCode::UsageInvalid, Note{"script-of-own-model", {model.name}}};
    const auto entry = OrderedJson::parse(model.entry, nullptr, false);
    if (entry.is_discarded())
        return Error{ErrorCode::FileInvalid, Note{"script-without-entry", {model.name}}};
    const auto& plan = row.run->plan;
    const auto& workload = row.visit->workload;
    const auto weights = row.record ? row.record->weights : std::string();
    const bool isPretrained = weights.starts_with(pretrained);
    const auto attention = attentionOf(row);
    OrderedJson settings{{"model", entry}, {"device", textWithoutTarget(workload.device)},
        {"batch", workload.batch}, {"dtype", toWord(workload.dtype)}, {"mode", toWord(row.variant.mode)},
        {"layout", toWord(row.variant.layout)},
        {"attention", attention.empty() ? std::string(toWord(plan.attention)) : attention},
        {"allocator", toWord(plan.allocator)}, {"threads", threadsOf(row)}, {"pretrained", isPretrained},
        {"revision", isPretrained ? OrderedJson(weights.substr(pretrained.size())) : OrderedJson()},
        {"tf32_matmul", conditionOf(row, "tf32_matmul") == "true"},
        {"tf32_conv", conditionOf(row, "tf32_conv") == "true"},
        {"cudnn_benchmark", conditionOf(row, "cudnn_benchmark") == "true"}, {"warmup", 10},
        {"runs", plan.policy.exactSamples.value_or(300)}};
    std::string script(frame);
    if (!replace(script, "@CONDITIONS@", conditionsText(row))
        || !replace(script, "@ROW@", literalOf(settings)))
        return Error{ErrorCode::FileInvalid, Note{"script-frame-damaged", {}}};
    return script;
}

} // namespace inferometer::core

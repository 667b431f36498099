// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/conclusions.h"

#include "core/base/text.h"
#include "core/study/headline.h"
#include "core/study/repeats.h"
#include "core/study/sanity.h"
#include "core/study/split.h"
#include "text/note_text.h"

#include <algorithm>

namespace inferometer::cli {

namespace {

/// Where a decision holds, in runs of several devices, types or executors.
std::string settingText(const core::Decision& decision)
{
    return " (" + core::placeOf(decision.setting) + ", " + std::string(core::toWord(decision.setting.dtype))
        + ")";
}

bool isOverSeveralRows(const core::Headline& headline)
{
    return std::any_of(headline.groups.begin(), headline.groups.end(),
        [](const core::HeadlineGroup& group) { return group.counted.size() > 1; });
}

} // namespace

std::string conclusionsAbove(const core::RunRecord& run)
{
    const auto table = core::tableOf(run);
    std::string lines;
    const auto add = [&](const core::Note& note, const std::string& place = {}) {
        lines += "- " + core::oneLine(text::sentence(note)) + place + "\n";
    };
    if (const auto headline = core::headlineOf(table); isOverSeveralRows(headline)) {
        for (const auto& note : core::sentencesOf(headline, table))
            add(note);
    }
    const auto decisions = core::decisionsOf(table);
    for (const auto& decision : decisions) {
        if (core::hasBasis(decision))
            add(decision.sentence, core::haveSeveralSettings(decisions) ? settingText(decision) : "");
    }
    for (const auto& split : core::splitsOf(table))
        add(split.sentence);
    for (const auto& note : core::repeatsOf(table))
        add(note);
    for (const auto& finding : core::sanityOf(table))
        add(finding.note);
    return lines.empty() ? lines : lines + "\n";
}

std::string decisionsText(const core::RunRecord& run, const core::DecisionInputs& inputs)
{
    std::string text;
    const auto decisions = core::decisionsOf(core::tableOf(run), inputs);
    for (const auto& decision : decisions) {
        text += "- " + core::oneLine(text::sentence(decision.sentence))
            + (core::haveSeveralSettings(decisions) ? settingText(decision) : "") + "\n";
        for (const auto& reason : decision.reasons)
            text += "  - " + core::oneLine(text::sentence(reason)) + "\n";
    }
    return text;
}

} // namespace inferometer::cli

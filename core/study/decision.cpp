// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/decision.h"

#include "core/study/batch_choice.h"
#include "core/study/note_codes.h"
#include "core/study/phrases.h"

#include <algorithm>

namespace inferometer::core {
namespace {

/// The rows that one decision is about.
struct Subject {
    const StudyRow* first = nullptr;
    std::vector<const StudyRow*> rows;
};

bool isSameSubject(const StudyRow& a, const StudyRow& b)
{
    return a.model == b.model && isSameSetting(a.setting, b.setting);
}

std::vector<Subject> subjectsOf(const StudyTable& table)
{
    std::vector<Subject> subjects;
    for (const auto& row : table.rows) {
        const auto found = std::find_if(subjects.begin(), subjects.end(),
            [&](const Subject& subject) { return isSameSubject(*subject.first, row); });
        if (found != subjects.end())
            found->rows.push_back(&row);
        else
            subjects.push_back({&row, {&row}});
    }
    return subjects;
}

Engine engineOf(const Subject& subject, const DecisionInputs& inputs)
{
    if (inputs.engine)
        return *inputs.engine;
    const bool hasCpp = std::any_of(subject.rows.begin(), subject.rows.end(),
        [](const StudyRow* row) { return row->variant.engine == Engine::Cpp; });
    return hasCpp ? Engine::Cpp : Engine::Python;
}

std::vector<BatchChoice> choicesOf(const Subject& subject, Engine engine, const DecisionInputs& inputs)
{
    std::vector<BatchChoice> choices;
    for (const auto* baseline : subject.rows) {
        if (baseline->variant != Variant{engine})
            continue;
        std::vector<const StudyRow*> variants;
        for (const auto* row : subject.rows) {
            if (row->group == baseline->group && row->batch == baseline->batch && !row->variant.isBaseline()
                && row->variant.engine == engine)
                variants.push_back(row);
        }
        choices.push_back(chooseFor(*baseline, variants, inputs));
    }
    std::sort(choices.begin(), choices.end(),
        [](const auto& a, const auto& b) { return a.baseline->batch < b.baseline->batch; });
    return choices;
}

struct PerImage {
    double low = 0;
    double high = 0;
    double value = 0;
};

std::optional<PerImage> perImage(const BatchChoice& choice)
{
    if (choice.chosen == nullptr)
        return std::nullopt;
    const auto mean = meanEstimate(*choice.chosen);
    if (!mean || !mean->low || !mean->high)
        return std::nullopt;
    const double batch = choice.chosen->batch;
    return PerImage{*mean->low / batch, *mean->high / batch, mean->value / batch};
}

bool isDecided(const BatchChoice& choice)
{
    return choice.advice == Advice::Compile || choice.advice == Advice::DoNotCompile;
}

/// The smallest batch whose time per image is not shown to be longer than the best one's, a decided one
/// before an unclear one. Batches were not measured in the same rounds: only intervals that do not overlap
/// show a difference.
const BatchChoice* bestOf(const std::vector<BatchChoice>& choices)
{
    const BatchChoice* best = nullptr;
    for (const auto& choice : choices) {
        if (perImage(choice) && (best == nullptr || perImage(choice)->value < perImage(*best)->value))
            best = &choice;
    }
    if (best == nullptr)
        return nullptr;
    const auto isAsGood = [&](const BatchChoice& choice) {
        return perImage(choice) && perImage(choice)->low <= perImage(*best)->high;
    };
    for (const bool wantsDecided : {true, false}) {
        for (const auto& choice : choices) {
            if (isAsGood(choice) && isDecided(choice) == wantsDecided)
                return &choice;
        }
    }
    return best;
}

/// Where no batch can be run: one about which too little is known, else one that is over the limits.
const BatchChoice& undecidedOf(const std::vector<BatchChoice>& choices)
{
    const auto found = std::find_if(choices.begin(), choices.end(),
        [](const BatchChoice& choice) { return choice.advice == Advice::Unclear; });
    return found == choices.end() ? choices.front() : *found;
}

void fillNumbers(Decision& decision, const BatchChoice& choice)
{
    decision.batch = choice.baseline->batch;
    decision.variant = choice.chosen->variant;
    decision.deviceName = choice.chosen->deviceName;
    decision.before_s = meanEstimate(*choice.baseline);
    decision.after_s = meanEstimate(*choice.chosen);
    if (choice.advice == Advice::Compile)
        decision.improvement_percent = choice.chosen->conclusions->improvement_percent;
    decision.paysBackAfter = choice.paysBackAfter;
}

Note compileSentence(const Decision& decision)
{
    std::vector<std::string> args{decision.label, displayName(*decision.variant),
        std::to_string(*decision.batch), millisecondsText(*decision.before_s),
        millisecondsText(*decision.after_s)};
    if (!decision.paysBackAfter)
        return phrase(codes::decisionCompile, std::move(args));
    args.push_back(countText(*decision.paysBackAfter));
    return phrase(codes::decisionCompilePays, std::move(args));
}

void fillSentence(Decision& decision, const BatchChoice& choice)
{
    const auto batch = std::to_string(choice.baseline->batch);
    switch (choice.advice) {
    case Advice::Compile:
        decision.sentence = compileSentence(decision);
        return;
    case Advice::DoNotCompile:
        decision.sentence = phrase(
            codes::decisionDoNotCompile, {decision.label, batch, millisecondsText(*decision.before_s)});
        break;
    case Advice::Unclear:
        decision.sentence = phrase(codes::decisionUnclear, {decision.label, batch});
        break;
    case Advice::NothingFits:
        decision.sentence = phrase(codes::decisionNothingFits, {decision.label});
        break;
    }
    decision.reasons.push_back(choice.reason);
}

Decision decisionOf(const Subject& subject, const DecisionInputs& inputs)
{
    Decision decision;
    decision.model = subject.first->model;
    decision.label = subject.first->label;
    decision.setting = subject.first->setting;
    decision.deviceName = subject.first->deviceName;
    decision.engine = engineOf(subject, inputs);
    const auto choices = choicesOf(subject, decision.engine, inputs);
    if (choices.empty()) {
        decision.sentence = phrase(codes::decisionNoBaseline, {decision.label, displayName(decision.engine)});
        return decision;
    }
    const auto* best = bestOf(choices);
    const auto& choice = best == nullptr ? undecidedOf(choices) : *best;
    decision.advice = choice.advice;
    if (best != nullptr)
        fillNumbers(decision, choice);
    fillSentence(decision, choice);
    for (const auto& each : choices) {
        for (const auto& note : each.leftOut) {
            if (std::find(decision.reasons.begin(), decision.reasons.end(), note) == decision.reasons.end())
                decision.reasons.push_back(note);
        }
    }
    return decision;
}

} // namespace

std::vector<Decision> decisionsOf(const StudyTable& table, const DecisionInputs& inputs)
{
    std::vector<Decision> decisions;
    for (const auto& subject : subjectsOf(table))
        decisions.push_back(decisionOf(subject, inputs));
    return decisions;
}

bool hasBasis(const Decision& decision)
{
    return decision.before_s || decision.advice != Advice::Unclear;
}

bool haveSeveralSettings(const std::vector<Decision>& decisions)
{
    return std::any_of(decisions.begin(), decisions.end(), [&](const Decision& decision) {
        return !isSameSetting(decision.setting, decisions.front().setting);
    });
}

} // namespace inferometer::core

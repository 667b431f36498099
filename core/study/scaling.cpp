// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/scaling.h"

#include "core/study/note_codes.h"
#include "core/study/phrases.h"

#include <algorithm>

namespace inferometer::core {
namespace {

std::optional<Estimate> perImage(const StudyRow& row)
{
    const auto mean = meanEstimate(row);
    if (row.outcome != Outcome::Measured || row.check == OutputCheck::Failed || !mean)
        return std::nullopt;
    const auto share = [&](const std::optional<double>& bound) {
        return bound ? std::optional(*bound / row.batch) : std::nullopt;
    };
    return Estimate{mean->value / row.batch, share(mean->low), share(mean->high)};
}

ScalingPoint pointOf(const StudyTable& table, std::size_t index)
{
    const auto& row = table.rows[index];
    ScalingPoint point{row.batch, index, row.outcome, perImage(row), improvementOf(table, row), {}};
    if (point.perImage_s && row.conclusions)
        point.verdict = row.conclusions->verdict;
    return point;
}

std::vector<ScalingCurve> collected(const StudyTable& table)
{
    std::vector<ScalingCurve> curves;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const auto& row = table.rows[i];
        auto found = std::find_if(curves.begin(), curves.end(), [&](const ScalingCurve& curve) {
            return curve.model == row.model && curve.variant == row.variant
                && isSameSetting(curve.setting, row.setting);
        });
        if (found == curves.end()) {
            curves.push_back(
                {row.model, row.label, row.setting, row.deviceName, row.variant, {}, {}, {}, {}, {}, {}});
            found = curves.end() - 1;
        }
        if (found->setting.executor.empty())
            found->setting = row.setting;
        if (found->deviceName.empty())
            found->deviceName = row.deviceName;
        found->points.push_back(pointOf(table, i));
    }
    return curves;
}

std::optional<int> bestBatchOf(const std::vector<ScalingPoint>& points)
{
    const ScalingPoint* best = nullptr;
    for (const auto& point : points) {
        if (point.perImage_s && (best == nullptr || point.perImage_s->value < best->perImage_s->value))
            best = &point;
    }
    return best == nullptr ? std::nullopt : std::optional(best->batch);
}

bool pays(const ScalingPoint* point)
{
    return point->verdict == Verdict::Faster;
}

/// One change of the answer over the batches, or none, is a statement; more are not.
void judge(ScalingCurve& curve, const std::vector<const ScalingPoint*>& compared)
{
    curve.payoff = Payoff::Unclear;
    const bool isKnown = std::all_of(compared.begin(), compared.end(),
        [](const ScalingPoint* point) { return point->verdict != Verdict::Unclear; });
    if (!isKnown || compared.size() < 2)
        return;
    const auto differs = [](const ScalingPoint* a, const ScalingPoint* b) { return pays(a) != pays(b); };
    const auto change = std::adjacent_find(compared.begin(), compared.end(), differs);
    if (change == compared.end()) {
        curve.payoff = pays(compared.front()) ? Payoff::Throughout : Payoff::Never;
        return;
    }
    if (std::adjacent_find(change + 1, compared.end(), differs) != compared.end())
        return;
    curve.payoff = pays(*change) ? Payoff::StopsPaying : Payoff::StartsPaying;
    curve.lastBefore = (*change)->batch;
    curve.firstAfter = (*(change + 1))->batch;
}

Note sentenceOf(const ScalingCurve& curve, const ScalingPoint& first, const ScalingPoint& last)
{
    const std::string device = displayDevice(curve.setting, curve.deviceName);
    const auto note = [&](std::string_view code, std::vector<std::string> more) {
        std::vector<std::string> args{curve.label, displayName(curve.variant), device};
        args.insert(args.end(), more.begin(), more.end());
        return phrase(code, std::move(args));
    };
    const auto from = std::to_string(first.batch);
    const auto to = std::to_string(last.batch);
    switch (curve.payoff) {
    case Payoff::Baseline:
        return {};
    case Payoff::Throughout:
        return note(codes::scalingThroughout, {from, to});
    case Payoff::StopsPaying:
        return note(codes::scalingStopsPaying,
            {std::to_string(*curve.lastBefore), std::to_string(*curve.firstAfter)});
    case Payoff::StartsPaying:
        return note(codes::scalingStartsPaying,
            {std::to_string(*curve.lastBefore), std::to_string(*curve.firstAfter)});
    case Payoff::Never:
        return note(codes::scalingNever, {from, to});
    case Payoff::Unclear:
        return note(codes::scalingUnclear, {from, to});
    case Payoff::MeansOnly:
        return note(codes::scalingMeansOnly,
            {from, percentText(first.improvement_percent->value), to,
                percentText(last.improvement_percent->value)});
    }
    return {};
}

void conclude(ScalingCurve& curve)
{
    std::sort(curve.points.begin(), curve.points.end(),
        [](const ScalingPoint& a, const ScalingPoint& b) { return a.batch < b.batch; });
    curve.bestBatch = bestBatchOf(curve.points);
    if (baselineOf(curve.variant) == curve.variant)
        return;
    std::vector<const ScalingPoint*> withVerdict;
    std::vector<const ScalingPoint*> improved;
    for (const auto& point : curve.points) {
        if (point.verdict)
            withVerdict.push_back(&point);
        if (point.improvement_percent)
            improved.push_back(&point);
    }
    if (withVerdict.empty() && improved.size() > 1)
        curve.payoff = Payoff::MeansOnly;
    else
        judge(curve, withVerdict);
    if (!improved.empty())
        curve.sentence = sentenceOf(curve, *improved.front(), *improved.back());
}

} // namespace

std::vector<ScalingCurve> scalingOf(const StudyTable& table)
{
    auto curves = collected(table);
    std::erase_if(curves, [](const ScalingCurve& curve) {
        const auto& points = curve.points;
        return std::all_of(points.begin(), points.end(),
            [&](const ScalingPoint& point) { return point.batch == points.front().batch; });
    });
    for (auto& curve : curves)
        conclude(curve);
    return curves;
}

} // namespace inferometer::core

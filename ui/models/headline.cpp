// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/headline.h"

#include "core/stats/comparison.h"
#include "ui/models/metrics.h"

namespace inferometer::ui {

namespace {

VariantGain gainOf(const RunView& view, const core::Variant& variant)
{
    VariantGain gain;
    gain.variant = variant;
    std::vector<double> factors;
    for (const auto& row : view.rows()) {
        if (row.variant() != variant)
            continue;
        if (!hasImprovement(row) || !row.conclusions()->speedup) {
            ++gain.excluded;
            continue;
        }
        factors.push_back(row.conclusions()->speedup->value);
        const auto verdict = row.conclusions()->verdict;
        gain.faster += verdict == core::Verdict::Faster;
        gain.slower += verdict == core::Verdict::Slower;
    }
    gain.counted = static_cast<int>(factors.size());
    gain.geometricMean = core::geometricMean(factors).value_or(1.0);
    return gain;
}

double improvementOf(const RunView& view, int index)
{
    return view.row(index).conclusions()->improvement_percent->value;
}

} // namespace

Headline headlineOf(const RunView& view)
{
    Headline headline;
    headline.planned = view.rowCount();
    for (int i = 0; i < view.rowCount(); ++i) {
        const auto& row = view.row(i);
        ++headline.outcomes[row.outcome];
        if (row.row())
            headline.compile_s += row.row()->cost.compile_s.value_or(0.0);
        if (!hasImprovement(row))
            continue;
        if (headline.best < 0 || improvementOf(view, i) > improvementOf(view, headline.best))
            headline.best = i;
        if (headline.worst < 0 || improvementOf(view, i) < improvementOf(view, headline.worst))
            headline.worst = i;
    }
    for (const auto& variant : view.variants()) {
        const auto gain = gainOf(view, variant);
        if (gain.counted > 0)
            headline.gains.push_back(gain);
    }
    return headline;
}

} // namespace inferometer::ui

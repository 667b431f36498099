// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/headline.h"

#include "core/study/headline.h"
#include "ui/text/names.h"

#include <QStringList>

namespace inferometer::ui {

namespace {

int countOf(const core::HeadlineGroup& group, core::Verdict verdict)
{
    const auto found = group.verdicts.find(verdict);
    return found == group.verdicts.end() ? 0 : found->second;
}

VariantGain gainOf(const RunView& view, const core::HeadlineGroup& group)
{
    VariantGain gain;
    gain.variant = group.variant;
    gain.place = placeOf(view, static_cast<int>(group.counted.front()));
    gain.geometricMean = group.speedup->value;
    gain.counted = static_cast<int>(group.counted.size());
    gain.excluded = static_cast<int>(group.exclusions.size());
    gain.faster = countOf(group, core::Verdict::Faster);
    gain.slower = countOf(group, core::Verdict::Slower);
    return gain;
}

double speedupOf(const RunView& view, int row)
{
    return core::speedupOf(view.table(), view.table().rows[static_cast<std::size_t>(row)])->value;
}

} // namespace

QString placeOf(const RunView& view, int row)
{
    QStringList parts;
    const auto& workload = view.row(row).workload();
    if (view.devices().size() > 1)
        parts << view.hardwareName(workload.device);
    if (view.dataTypes().size() > 1)
        parts << dataTypeName(workload.dtype);
    return parts.join(QStringLiteral(" · "));
}

Headline headlineOf(const RunView& view)
{
    const auto found = core::headlineOf(view.table());
    Headline headline;
    headline.planned = view.rowCount();
    headline.outcomes = found.outcomes;
    headline.compile_s = found.compile_s.value_or(0.0);
    for (const auto& group : found.groups) {
        if (!group.speedup)
            continue;
        headline.gains.push_back(gainOf(view, group));
        const int best = static_cast<int>(*group.best);
        const int worst = static_cast<int>(*group.worst);
        if (headline.best < 0 || speedupOf(view, best) > speedupOf(view, headline.best))
            headline.best = best;
        if (headline.worst < 0 || speedupOf(view, worst) < speedupOf(view, headline.worst))
            headline.worst = worst;
    }
    return headline;
}

} // namespace inferometer::ui

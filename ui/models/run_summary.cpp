// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/run_summary.h"

#include "ui/models/conditions.h"
#include "ui/models/headline.h"

namespace inferometer::ui {

RunSummary summaryOf(const RunView& view, const std::filesystem::path& file)
{
    RunSummary summary;
    const auto& record = view.record();
    summary.file = file;
    summary.id = record.id;
    summary.label = record.label;
    summary.note = record.note;
    summary.created_utc = record.created_utc;
    summary.ending = record.ending;
    for (const auto& model : view.models())
        summary.models << view.modelLabel(model);
    for (const auto& device : view.devices())
        summary.devices << view.hardwareName(device);
    summary.torch = recordedVersion(view, "torch");
    const auto headline = headlineOf(view);
    summary.outcomes = headline.outcomes;
    for (const auto& gain : headline.gains)
        summary.gains.push_back({gain.variant, gain.place, gain.geometricMean});
    return summary;
}

} // namespace inferometer::ui

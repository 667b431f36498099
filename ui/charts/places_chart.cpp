// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/cells.h"
#include "ui/charts/chart_builder.h"
#include "ui/text/tr.h"

#include <algorithm>

namespace inferometer::ui {

namespace {

bool holds(const RunView& view, const core::Workload& workload)
{
    return std::any_of(view.rows().begin(), view.rows().end(),
        [&](const ResultRow& row) { return row.workload() == workload; });
}

/// The version of torch that measured on a device; empty where nothing was measured.
QString torchOf(const RunView& view, const core::Device& device)
{
    for (const auto& row : view.rows()) {
        if (row.workload().device == device && row.record()) {
            const auto version = core::conditionOf(row.flat, "torch");
            if (!version.empty())
                return QString::fromStdString(version);
        }
    }
    return {};
}

} // namespace

/// One model on every device of the run that measured it, each with the version of torch that measured there.
BarChart placesChart(const RunView& view, const ChartOptions& options, const QLocale& locale)
{
    BarChart chart;
    chart.text.title = Tr::tr("Machines and Versions: %1 with Batch Size of %2")
                           .arg(view.guideLabel(options.model), locale.toString(options.batch));
    chart.text.subtitle = durationSubtitle(options);
    BarPanel panel;
    panel.axisTitle = durationAxisTitle(options);
    std::vector<core::Workload> groups;
    for (const auto& device : view.devices()) {
        core::Workload workload{options.model, device, options.batch, options.dtype};
        if (!holds(view, workload))
            continue;
        const QString torch = torchOf(view, device);
        const QString name = view.hardwareName(device);
        chart.groups.push_back(
            {torch.isEmpty() ? name : QStringLiteral("%1 · torch %2").arg(name, torch), {}});
        groups.push_back(std::move(workload));
    }
    addDurations(panel, view, groups, options, locale);
    addOnlyPanel(chart, std::move(panel), options);
    chart.text.description =
        Tr::tr("%1. %n device(s).", nullptr, static_cast<int>(chart.groups.size())).arg(chart.text.title);
    return chart;
}

} // namespace inferometer::ui

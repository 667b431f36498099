// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_options.h"

#include "ui/text/tr.h"

#include <algorithm>

namespace inferometer::ui {

namespace {

template <typename Value> bool contains(const std::vector<Value>& values, const Value& value)
{
    return std::find(values.begin(), values.end(), value) != values.end();
}

template <typename Value> void fit(Value& value, const std::vector<Value>& offered)
{
    if (!offered.empty() && !contains(offered, value))
        value = offered.front();
}

std::vector<core::Variant> firstVariants(const std::vector<core::Variant>& offered)
{
    std::vector<core::Variant> chosen;
    for (const auto& engine : core::Words<core::Engine>::all) {
        bool hasCompiled = false;
        for (const auto& variant : offered) {
            if (variant.engine != engine.value || variant.layout != core::Layout::Contiguous)
                continue;
            if (variant.isBaseline())
                chosen.push_back(variant);
            else if (!hasCompiled)
                chosen.push_back(variant);
            hasCompiled = hasCompiled || !variant.isBaseline();
        }
    }
    return chosen.empty() ? offered : chosen;
}

int firstTimedRow(const RunView& view)
{
    int found = -1;
    for (int i = 0; i < view.rowCount(); ++i) {
        if (!core::isTimed(view.row(i).outcome))
            continue;
        if (!view.row(i).variant().isBaseline())
            return i;
        if (found < 0)
            found = i;
    }
    return found;
}

} // namespace

ChartOptions firstOptions(const RunView& view)
{
    ChartOptions options;
    options.variants = firstVariants(view.variants());
    return fitted(std::move(options), view);
}

ChartOptions fitted(ChartOptions options, const RunView& view)
{
    fit(options.device, view.devices());
    fit(options.batch, view.batches());
    fit(options.dtype, view.dataTypes());
    fit(options.model, view.models());
    fit(options.engine, enginesOf(view));
    const auto models = view.models();
    std::erase_if(options.scaled, [&](const std::string& model) { return !contains(models, model); });
    if (options.scaled.empty() && !models.empty())
        options.scaled.push_back(models.front());
    const auto offered = view.variants();
    std::erase_if(
        options.variants, [&](const core::Variant& variant) { return !contains(offered, variant); });
    if (options.variants.empty())
        options.variants = firstVariants(offered);
    std::sort(options.variants.begin(), options.variants.end());
    if (options.row < 0 || options.row >= view.rowCount())
        options.row = firstTimedRow(view);
    return options;
}

std::vector<core::Engine> enginesOf(const RunView& view)
{
    std::vector<core::Engine> engines;
    for (const auto& variant : view.variants()) {
        if (!contains(engines, variant.engine))
            engines.push_back(variant.engine);
    }
    return engines;
}

QString chartKindName(ChartKind kind)
{
    switch (kind) {
    case ChartKind::Duration:
        return Tr::tr("Duration", "chart");
    case ChartKind::Batch:
        return Tr::tr("Batch comparison", "chart");
    case ChartKind::Improvement:
        return Tr::tr("Improvement", "chart");
    case ChartKind::Modes:
        return Tr::tr("Modes", "chart");
    case ChartKind::Scaling:
        return Tr::tr("Scaling", "chart");
    case ChartKind::Samples:
        return Tr::tr("Samples", "chart");
    case ChartKind::Places:
        return Tr::tr("Machines and versions", "chart");
    case ChartKind::Split:
        return Tr::tr("Python and compiler", "chart");
    }
    Q_UNREACHABLE();
}

} // namespace inferometer::ui

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/metrics.h"

#include "ui/text/tr.h"

#include <algorithm>

namespace inferometer::ui {

namespace {

std::optional<double> valueOf(const core::Conclusions& conclusions, Metric metric)
{
    switch (metric) {
    case Metric::Mean:
        return conclusions.mean_s;
    case Metric::Median:
        return conclusions.median_s;
    case Metric::P90:
        return conclusions.p90_s;
    }
    Q_UNREACHABLE();
}

void addWhiskers(Reading& reading, const core::Conclusions& conclusions, ErrorBars bars)
{
    switch (bars) {
    case ErrorBars::None:
        return;
    case ErrorBars::StandardDeviation:
        if (conclusions.sd_s) {
            reading.low_s = std::max(0.0, reading.value_s - *conclusions.sd_s);
            reading.high_s = reading.value_s + *conclusions.sd_s;
        }
        return;
    case ErrorBars::Quartiles:
        reading.low_s = std::min(conclusions.q1_s, reading.value_s);
        reading.high_s = std::max(conclusions.q3_s, reading.value_s);
        return;
    case ErrorBars::Range:
        reading.low_s = conclusions.min_s;
        reading.high_s = conclusions.max_s;
        return;
    }
}

} // namespace

std::optional<Reading> reading(const ResultRow& row, Metric metric, bool isPerImage, ErrorBars bars)
{
    const auto* conclusions = row.conclusions();
    if (!conclusions || !core::isTimed(row.outcome))
        return std::nullopt;
    const auto value = valueOf(*conclusions, metric);
    if (!value)
        return std::nullopt;
    Reading reading{*value, {}, {}};
    addWhiskers(reading, *conclusions, bars);
    const double share = isPerImage ? 1.0 / row.workload().batch : 1.0;
    reading.value_s *= share;
    for (auto* end : {&reading.low_s, &reading.high_s}) {
        if (*end)
            **end *= share;
    }
    return reading;
}

bool hasImprovement(const ResultRow& row)
{
    return row.outcome == core::Outcome::Measured && row.conclusions()
        && row.conclusions()->improvement_percent.has_value();
}

QString metricName(Metric metric)
{
    switch (metric) {
    case Metric::Mean:
        return Tr::tr("Mean");
    case Metric::Median:
        return Tr::tr("Median");
    case Metric::P90:
        return Tr::tr("90th percentile");
    }
    Q_UNREACHABLE();
}

QString errorBarsName(ErrorBars bars)
{
    switch (bars) {
    case ErrorBars::None:
        return Tr::tr("No error bars");
    case ErrorBars::StandardDeviation:
        return Tr::tr("Standard deviation");
    case ErrorBars::Quartiles:
        return Tr::tr("Quartiles");
    case ErrorBars::Range:
        return Tr::tr("Fastest to slowest");
    }
    Q_UNREACHABLE();
}

} // namespace inferometer::ui

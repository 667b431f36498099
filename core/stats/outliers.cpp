// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/outliers.h"

#include "core/stats/descriptive.h"

namespace inferometer::core {

Outlier Fences::classify(double sample_s) const
{
    if (sample_s < lowSevere)
        return Outlier::LowSevere;
    if (sample_s < lowMild)
        return Outlier::LowMild;
    if (sample_s > highSevere)
        return Outlier::HighSevere;
    if (sample_s > highMild)
        return Outlier::HighMild;
    return Outlier::None;
}

Fences fencesOf(std::span<const double> samples_s)
{
    const auto ordered = sorted(samples_s);
    const double q1 = quantileOfSorted(ordered, 0.25);
    const double q3 = quantileOfSorted(ordered, 0.75);
    const double iqr = q3 - q1;
    return {q1 - 3 * iqr, q1 - 1.5 * iqr, q3 + 1.5 * iqr, q3 + 3 * iqr};
}

OutlierCounts countOutliers(std::span<const double> samples_s)
{
    OutlierCounts counts;
    if (samples_s.empty())
        return counts;
    const Fences fences = fencesOf(samples_s);
    for (const double sample : samples_s) {
        switch (fences.classify(sample)) {
        case Outlier::None:
            break;
        case Outlier::LowSevere:
            ++counts.lowSevere;
            break;
        case Outlier::LowMild:
            ++counts.lowMild;
            break;
        case Outlier::HighMild:
            ++counts.highMild;
            break;
        case Outlier::HighSevere:
            ++counts.highSevere;
            break;
        }
    }
    return counts;
}

} // namespace inferometer::core

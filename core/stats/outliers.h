// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace inferometer::core {

/// How far a sample lies outside the quartiles.
enum class Outlier { None, LowSevere, LowMild, HighMild, HighSevere };

/// Tukey's fences at 1.5 and 3 interquartile ranges, as criterion.rs names them. In seconds.
struct Fences {
    double lowSevere = 0;
    double lowMild = 0;
    double highMild = 0;
    double highSevere = 0;

    Outlier classify(double sample_s) const;
};

/// Outliers are classified and counted; every sample stays in every other figure.
struct OutlierCounts {
    int lowSevere = 0;
    int lowMild = 0;
    int highMild = 0;
    int highSevere = 0;

    int mild() const { return lowMild + highMild; }
    int severe() const { return lowSevere + highSevere; }
};

/// Needs at least one sample.
Fences fencesOf(std::span<const double> samples_s);
/// All zero for no samples.
OutlierCounts countOutliers(std::span<const double> samples_s);

} // namespace inferometer::core

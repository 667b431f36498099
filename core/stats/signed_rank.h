// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace inferometer::core {

/// Wilcoxon's signed-rank test (Wilcoxon 1945) of paired differences against zero.
struct SignedRank {
    int n = 0; ///< differences other than zero; zeros carry no sign and are left out
    double positiveRanks = 0; ///< sum of the ranks of positive differences
    double negativeRanks = 0;
    double pValue = 1; ///< two-sided; 1 without any difference
    bool isExact = true;
};

/// Up to 50 differences other than zero the distribution is enumerated over all signs, tied ranks included;
/// beyond, the normal approximation with correction for ties is used (Hollander and Wolfe, Nonparametric
/// Statistical Methods, 3.1).
SignedRank signedRankTest(std::span<const double> differences);

} // namespace inferometer::core

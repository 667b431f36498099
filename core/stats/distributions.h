// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace inferometer::core {

/// Share of the standard normal distribution below z.
double normalCdf(double z);
/// The z below which a share `probability` (0 < p < 1) of the standard normal distribution lies.
double normalQuantile(double probability);
/// Share of Student's distribution below t, for whole degrees of freedom (Abramowitz and Stegun 26.7.3-4).
double studentCdf(double t, int degrees);
/// To 1e-9 for probabilities in 0.0005..0.9995.
double studentQuantile(double probability, int degrees);
/// Largest k with P(X <= k) <= `probability` for X ~ Binomial(n, 1/2); -1 if there is none.
int halfBinomialQuantile(int n, double probability);

} // namespace inferometer::core

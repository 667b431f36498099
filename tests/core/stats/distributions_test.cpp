// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/distributions.h"

#include "tests/core/stats/golden_data.h"

#include <gtest/gtest.h>

namespace inferometer::core {
namespace {

double evaluate(const std::string& name, double argument, int degrees)
{
    if (name == "normal-cdf")
        return normalCdf(argument);
    if (name == "normal-quantile")
        return normalQuantile(argument);
    if (name == "student-cdf")
        return studentCdf(argument, degrees);
    if (name == "student-quantile")
        return studentQuantile(argument, degrees);
    return halfBinomialQuantile(degrees, argument);
}

TEST(Distributions, EqualSciPy)
{
    auto file = tests::openGolden("distributions.txt");
    std::string name;
    double argument = 0;
    int degrees = 0;
    double golden = 0;
    int count = 0;
    while (file >> name >> argument >> degrees >> golden) {
        EXPECT_NEAR(evaluate(name, argument, degrees), golden, 1e-9 * std::max(1.0, std::abs(golden)))
            << name << ' ' << argument << ' ' << degrees;
        ++count;
    }
    EXPECT_EQ(count, 195);
}

} // namespace
} // namespace inferometer::core

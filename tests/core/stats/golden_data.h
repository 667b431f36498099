// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

/// Reads what tests/data/stats/make_goldens.py wrote, and draws the vectors that it drew.
namespace inferometer::tests {

inline std::ifstream openGolden(const std::string& name)
{
    return std::ifstream(std::string(INFEROMETER_STATS_DATA) + "/" + name, std::ios::binary);
}

/// One vector of numbers per line.
inline std::vector<std::vector<double>> readGoldenLines(const std::string& name)
{
    std::vector<std::vector<double>> lines;
    auto file = openGolden(name);
    for (std::string line; std::getline(file, line);) {
        std::istringstream fields(line);
        lines.emplace_back();
        for (double value = 0; fields >> value;)
            lines.back().push_back(value);
    }
    return lines;
}

class Lcg {
public:
    explicit Lcg(std::uint64_t seed)
        : m_state(seed)
    {
    }
    std::uint64_t next() { return m_state = m_state * 6364136223846793005u + 1442695040888963407u; }
    double uniform() { return static_cast<double>(next() >> 11) * 0x1p-53; }

private:
    std::uint64_t m_state;
};

inline double goldenValue(std::uint64_t shape, double base, Lcg& lcg)
{
    switch (shape) {
    case 0:
        return base * (1.0 + 0.1 * lcg.uniform());
    case 1: {
        double total = lcg.uniform();
        for (int i = 0; i < 3; ++i)
            total = total + lcg.uniform();
        return base * (1.0 + 0.02 * (total - 2.0));
    }
    case 2: {
        const double u = lcg.uniform();
        return base * (1.0 + 0.05 * (u / (1.02 - u)));
    }
    case 3:
        return base * (1.0 + std::floor(8.0 * lcg.uniform()) / 64.0);
    default: {
        const double mode = lcg.uniform() < 0.3 ? 1.0 : 1.5;
        return base * (mode + 0.01 * lcg.uniform());
    }
    }
}

inline std::vector<double> goldenVector(std::uint64_t index)
{
    constexpr std::array bases{1e-5, 3e-4, 0.001, 0.02, 0.2, 1.5, 30.0};
    Lcg lcg(index * 0x9E3779B97F4A7C15u + 1);
    const std::uint64_t longest = index % 50 == 0 ? 1000 : 200;
    std::vector<double> values(1 + (lcg.next() >> 33) % longest);
    for (double& value : values)
        value = goldenValue(index % 5, bases[index % 7], lcg);
    return values;
}

} // namespace inferometer::tests

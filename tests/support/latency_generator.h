// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/program.h"
#include "core/stats/random.h"
#include "tests/support/fake_clock.h"

#include <cmath>
#include <cstdint>
#include <numbers>

namespace inferometer::tests {

/// What disturbs a machine. All of it is a property of time, not of a program: whoever runs is hit.
struct Weather {
    double sigma = 0; ///< of every inference's logarithm
    double driftPerSecond = 0; ///< linear: share by which everything gets slower in a second
    double burstsPerSecond = 0; ///< others take the machine, at random times ...
    double burst_s = 0; ///< ... for so long on average ...
    double burstFactor = 1; ///< ... in which everything takes so much longer
    double secondMode = 1; ///< an inference takes so much longer ...
    double secondModeShare = 0; ///< ... in this share of cases
    double switchFactor = 1; ///< the first inference after a switch of programs
};

inline Weather whiteNoise(double sigma)
{
    return {.sigma = sigma, .switchFactor = 1.2};
}
inline Weather linearDrift(double perSecond)
{
    return {.sigma = 0.01, .driftPerSecond = perSecond, .switchFactor = 1.2};
}
/// About a tenth of the time at half the speed.
inline Weather bursts()
{
    return {.sigma = 0.01, .burstsPerSecond = 0.5, .burst_s = 0.2, .burstFactor = 2, .switchFactor = 1.2};
}

/// A machine with a clock of its own and seeded weather: the same seed gives the same latencies.
class SimulatedMachine {
public:
    SimulatedMachine(const Weather& weather, std::uint64_t seed)
        : m_weather(weather)
        , m_random(seed)
    {
        m_burstBegins_s = now_s() + untilNextBurst_s();
    }

    FakeClock clock;

    /// Lets an inference pass that would take `base_s` on a quiet machine.
    void run(double base_s, const void* program)
    {
        double latency = base_s * std::exp(m_weather.sigma * normal());
        latency *= 1 + m_weather.driftPerSecond * (now_s() - m_begin_s);
        if (m_random.uniform() < m_weather.secondModeShare)
            latency *= m_weather.secondMode;
        if (isInBurst())
            latency *= m_weather.burstFactor;
        if (program != m_lastProgram)
            latency *= m_weather.switchFactor;
        m_lastProgram = program;
        clock.advance_s(latency);
    }

private:
    double now_s() const { return core::seconds(clock.now()); }

    /// Box and Muller 1958.
    double normal()
    {
        const double radius = std::sqrt(-2 * std::log(1 - m_random.uniform()));
        return radius * std::cos(2 * std::numbers::pi * m_random.uniform());
    }

    double untilNextBurst_s()
    {
        const double share = 1 - m_random.uniform();
        return m_weather.burstsPerSecond > 0 ? -std::log(share) / m_weather.burstsPerSecond : 1e9;
    }

    bool isInBurst()
    {
        while (now_s() > m_burstEnds_s && now_s() > m_burstBegins_s) {
            m_burstEnds_s = m_burstBegins_s - m_weather.burst_s * std::log(1 - m_random.uniform());
            m_burstBegins_s = m_burstEnds_s + untilNextBurst_s();
        }
        return now_s() <= m_burstEnds_s;
    }

    Weather m_weather;
    core::Random m_random;
    const void* m_lastProgram = nullptr;
    double m_begin_s = core::seconds(clock.now());
    double m_burstBegins_s = 0;
    double m_burstEnds_s = 0;
};

/// A program of a known duration on such a machine.
class SimulatedProgram final : public core::Program {
public:
    SimulatedProgram(SimulatedMachine& machine, double base_s)
        : m_machine(machine)
        , m_base_s(base_s)
    {
    }

    core::Result<void> runAndRelease() override
    {
        m_machine.run(m_base_s, this);
        ++m_runs;
        return {};
    }

    int runs() const { return m_runs; }

private:
    SimulatedMachine& m_machine;
    double m_base_s;
    int m_runs = 0;
};

} // namespace inferometer::tests

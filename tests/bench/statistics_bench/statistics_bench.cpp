// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/// Prints what the product promises of its statistics, at full size: false verdicts between identical
/// programs, injected changes found, coverage of intervals, and what the measuring itself costs.
///     statistics_bench [simulations per line, default 1000] [first seed, default 1]

#include "core/stats/bootstrap.h"
#include "core/stats/conclusions.h"
#include "core/stats/descriptive.h"
#include "tests/support/simulated_pair.h"

#include <array>
#include <cstdint>
#include <cstdio>
#include <map>
#include <string>

namespace {

using namespace inferometer::core;
using namespace inferometer::tests;

struct Line {
    const char* name;
    Weather weather;
};

const std::array lines{
    Line{"white noise 1 %", whiteNoise(0.01)},
    Line{"white noise 5 %", whiteNoise(0.05)},
    Line{"drift 1 %/s", linearDrift(0.01)},
    Line{"drift 5 %/s", linearDrift(0.05)},
    Line{"bursts", bursts()},
};

struct Figures {
    std::map<Verdict, int> verdicts;
    int enclosed = 0;
    int intervals = 0;
    double width_percent = 0;
};

Figures simulateMany(const SimulatedPair& pair, int simulations, std::uint64_t firstSeed)
{
    Figures figures;
    const double truth = (1 - pair.factor) * 100;
    for (int i = 0; i < simulations; ++i) {
        const auto comparison = simulate(pair, firstSeed + static_cast<std::uint64_t>(i)).comparison;
        ++figures.verdicts[comparison.verdict];
        const auto& improvement = *comparison.improvement_percent;
        if (!improvement.low)
            continue;
        ++figures.intervals;
        figures.enclosed += *improvement.low <= truth && truth <= *improvement.high ? 1 : 0;
        figures.width_percent += *improvement.high - *improvement.low;
    }
    return figures;
}

void printSimulations(Preset preset, double factor, int simulations, std::uint64_t firstSeed)
{
    std::printf("\n%s, variant takes %.3f x the baseline's time, %d simulations\n",
        std::string(toWord(preset)).c_str(), factor, simulations);
    std::printf("  %-16s %7s %7s %7s %8s  %9s  %s\n", "machine", "faster", "slower", "same", "unclear",
        "enclosed", "mean width");
    for (const auto& [name, weather] : lines) {
        SimulatedPair pair{weather};
        pair.base_s = 0.02;
        pair.factor = factor;
        pair.policy = policyOf(preset);
        auto figures = simulateMany(pair, simulations, firstSeed);
        std::printf("  %-16s %7d %7d %7d %8d  %7.1f %%  %5.2f %%\n", name, figures.verdicts[Verdict::Faster],
            figures.verdicts[Verdict::Slower], figures.verdicts[Verdict::Same],
            figures.verdicts[Verdict::Unclear], 100.0 * figures.enclosed / std::max(1, figures.intervals),
            figures.width_percent / std::max(1, figures.intervals));
    }
}

/// Median seconds of repeated calls.
template <typename Call> double cost_s(int repeats, Call call)
{
    const SteadyClock clock;
    std::vector<double> times;
    for (int i = 0; i < repeats; ++i) {
        const auto begin = clock.now();
        call();
        times.push_back(seconds(clock.now() - begin));
    }
    return median(times);
}

std::vector<BlockSum> someBlocks(int rounds, std::uint64_t seed)
{
    Random random(seed);
    std::vector<BlockSum> blocks;
    for (int i = 0; i < rounds; ++i)
        blocks.push_back({5 * (1 + 0.1 * random.uniform()), 5});
    return blocks;
}

void printCosts()
{
    std::printf("\nWhat it costs (median)\n");
    for (const int rounds : {20, 300, 3000}) {
        const auto baseline = someBlocks(rounds, 1);
        const auto variant = someBlocks(rounds, 2);
        std::printf("  %4d rounds: bootstrap of 2000 resamples %7.3f ms, whole comparison %7.3f ms\n", rounds,
            cost_s(21, [&] { (void)resampleRounds(baseline, variant, 2000, 3); }) * 1e3,
            cost_s(21, [&] { (void)compare(baseline, variant); }) * 1e3);
        StopRule rule(policyOf(Preset::Standard), {std::nullopt, 0}, {});
        for (int i = 0; i < rounds; ++i) {
            rule.add(0, baseline[static_cast<std::size_t>(i)], 6e-3);
            rule.add(1, variant[static_cast<std::size_t>(i)], 6e-3);
        }
        std::printf("               stop rule after the last one %7.1f us\n", cost_s(101, [&] {
            (void)rule.decide();
            (void)rule.progress();
        }) * 1e6);
    }
}

class Empty final : public Program {
public:
    Result<void> runAndRelease() override { return {}; }
};

class Spin final : public Program {
public:
    explicit Spin(Nanoseconds duration)
        : m_duration(duration)
    {
    }
    Result<void> runAndRelease() override
    {
        const auto end = m_clock.now() + m_duration;
        while (m_clock.now() < end) { }
        return {};
    }

private:
    SteadyClock m_clock;
    Nanoseconds m_duration;
};

void printMeasuring()
{
    Empty empty;
    const SteadyClock clock;
    std::printf("\nMeasuring, on the real clock\n");
    std::printf(
        "  empty block of 5: %.2f us", cost_s(1001, [&] { (void)measureBlock(empty, clock, 5); }) * 1e6);
    std::printf(", median sample %.0f ns\n", median(measureBlock(empty, clock, 10'000)->samples_s) * 1e9);

    Spin baseline{std::chrono::milliseconds(20)};
    Spin variant{std::chrono::milliseconds(10)};
    TimedProgram first(baseline, clock);
    TimedProgram second(variant, clock);
    const std::array participants{Participant{first, {}}, Participant{second, 0}};
    MeasureObserver nobody;
    const auto measurement = measure(participants, policyOf(Preset::Standard), clock, {}, nobody);
    std::printf(
        "  20 ms against 10 ms, standard: %zu rounds, %d and %d samples, %.2f s, %.3f %% inside inferences\n",
        measurement.subjects[0].rounds.size(), measurement.subjects[0].samplesTaken(),
        measurement.subjects[1].samplesTaken(), measurement.measuring_s, 100 * measurement.insideShare());
    std::printf("  medians %.6f ms and %.6f ms, ended: %s\n",
        median(flatten(keptRounds(measurement, 0))) * 1e3, median(flatten(keptRounds(measurement, 1))) * 1e3,
        std::string(toWord(measurement.stoppedBecause)).c_str());
}

} // namespace

int main(int argc, char** argv)
{
    const int simulations = argc > 1 ? std::stoi(argv[1]) : 1000;
    const std::uint64_t firstSeed = argc > 2 ? std::stoull(argv[2]) : 1;
    for (const Preset preset : {Preset::Guide, Preset::Standard}) {
        for (const double factor : {1.0, 0.995, 0.99, 0.95, 1.05})
            printSimulations(preset, factor, factor == 1.0 ? simulations : simulations / 5, firstSeed);
    }
    printCosts();
    printMeasuring();
    return 0;
}

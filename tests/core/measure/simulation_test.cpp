// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/note_codes.h"
#include "core/stats/note_codes.h"
#include "core/stats/outliers.h"
#include "core/stats/summary.h"
#include "core/stats/warnings.h"
#include "tests/support/scripted_subject.h"
#include "tests/support/simulated_pair.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

/// The statistics and the measuring code together, on simulated machines; every figure follows from its
/// seeds.
namespace inferometer::core {
namespace {

using tests::simulate;
using tests::SimulatedPair;
using tests::Weather;

std::map<Verdict, int> countVerdicts(const SimulatedPair& pair, int simulations, std::uint64_t firstSeed)
{
    std::map<Verdict, int> verdicts;
    for (int i = 0; i < simulations; ++i)
        ++verdicts[simulate(pair, firstSeed + static_cast<std::uint64_t>(i)).comparison.verdict];
    return verdicts;
}

/// At most 1 % wrong: of 1,000 simulations 18 still agree with that (99 % of Poisson(10) lies below).
void expectFewFalseVerdicts(const SimulatedPair& pair)
{
    auto verdicts = countVerdicts(pair, 1000, 1'000'000);
    EXPECT_LE(verdicts[Verdict::Faster] + verdicts[Verdict::Slower], 18);
}

TEST(IdenticalPrograms, AreNotToldApartUnderWhiteNoise)
{
    expectFewFalseVerdicts({tests::whiteNoise(0.03)});
}

TEST(IdenticalPrograms, AreNotToldApartUnderDrift)
{
    expectFewFalseVerdicts({tests::linearDrift(0.02)});
}

TEST(IdenticalPrograms, AreNotToldApartUnderBursts)
{
    expectFewFalseVerdicts({tests::bursts()});
}

TEST(IdenticalPrograms, AreNotToldApartByTheStandardPolicyEither)
{
    SimulatedPair pair{tests::whiteNoise(0.05)};
    pair.policy = policyOf(Preset::Standard);
    expectFewFalseVerdicts(pair);
}

TEST(IdenticalPrograms, AreCalledTheSameOnAQuietMachine)
{
    auto verdicts = countVerdicts({tests::whiteNoise(0.01)}, 200, 5);
    EXPECT_GE(verdicts[Verdict::Same], 195);
}

TEST(FivePercent, AreFoundAtASigmaOfOnePercent)
{
    SimulatedPair pair{tests::whiteNoise(0.01)};
    pair.factor = 0.95;
    EXPECT_GE(countVerdicts(pair, 200, 7)[Verdict::Faster], 182);

    pair.factor = 1.05;
    EXPECT_GE(countVerdicts(pair, 200, 8)[Verdict::Slower], 182);
}

TEST(OneAndAHalfPercent, AreNotCalledTheSame)
{
    for (const Weather& weather : {tests::whiteNoise(0.03), tests::linearDrift(0.02), tests::bursts()}) {
        SimulatedPair pair{weather};
        pair.factor = 0.985;
        EXPECT_LE(countVerdicts(pair, 200, 9)[Verdict::Same], 2);
    }
}

TEST(Intervals, EncloseTheTruthAboutAsOftenAsTheySay)
{
    int enclosed = 0;
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        SimulatedPair pair{tests::whiteNoise(0.03)};
        pair.factor = 0.9;
        const auto improvement = *simulate(pair, seed).comparison.improvement_percent;
        enclosed += *improvement.low <= 10 && *improvement.high >= 10 ? 1 : 0;
    }
    EXPECT_GE(enclosed, 455);
    EXPECT_LE(enclosed, 492);
}

struct NamedWeather {
    const char* name;
    Weather weather;
    std::string_view flag; ///< the warning that has to come with it, if any
};

const std::vector<NamedWeather> synthetic{
    {"constant", {}, {}},
    {"sigma 0.1 %", tests::whiteNoise(0.001), {}},
    {"sigma 1 %", tests::whiteNoise(0.01), {}},
    {"sigma 10 %", tests::whiteNoise(0.10), codes::highVariation},
    {"bimodal", {.sigma = 0.01, .secondMode = 1.5, .secondModeShare = 0.4}, codes::bimodal},
    {"drift", {.sigma = 0.01, .driftPerSecond = 0.01}, codes::drift},
    {"strong drift", {.sigma = 0.01, .driftPerSecond = 0.1}, codes::drift},
};

bool has(const std::vector<Note>& notes, std::string_view code)
{
    return std::any_of(notes.begin(), notes.end(), [code](const Note& note) { return note.code == code; });
}

void expectHonestEnd(const Measurement& measurement, const Policy& policy)
{
    for (std::size_t subject = 0; subject < measurement.subjects.size(); ++subject) {
        const auto& record = measurement.subjects[subject];
        double inside_s = 0;
        for (const auto& block : record.rounds)
            inside_s += block.inside_s();
        const auto samples = flatten(keptRounds(measurement, subject));
        EXPECT_LE(inside_s, policy.maxTime_s + *std::max_element(samples.begin(), samples.end()));
        EXPECT_GE(std::ssize(samples), fewestSamples);
        if (measurement.stoppedBecause == StopReason::TimeLimit)
            continue;
        for (const auto& note : record.notReached)
            EXPECT_EQ(note.code, codes::trendNotGone);
    }
    const bool isCut = measurement.stoppedBecause == StopReason::TimeLimit;
    const bool isAnyMissing = std::any_of(measurement.subjects.begin(), measurement.subjects.end(),
        [](const SubjectRecord& record) { return !record.notReached.empty(); });
    EXPECT_TRUE(!isCut || isAnyMissing);
}

TEST(Stopping, StaysWithinItsTimeAndSaysWhatIsMissing)
{
    for (const Preset preset : {Preset::Quick, Preset::Standard, Preset::Guide}) {
        for (const auto& [name, weather, flag] : synthetic) {
            for (const double base_s : {0.002, 0.03, 0.4}) {
                SCOPED_TRACE(
                    std::string(toWord(preset)) + ", " + name + ", " + std::to_string(base_s) + " s");
                SimulatedPair pair{weather};
                pair.base_s = base_s;
                pair.policy = policyOf(preset);

                expectHonestEnd(simulate(pair, 11).measurement, pair.policy);
            }
        }
    }
}

TEST(Stopping, FlagsDriftAndModesWhereverItCallsItselfDone)
{
    for (const auto& [name, weather, flag] : synthetic) {
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            SimulatedPair pair{weather};
            pair.base_s = 0.03;
            pair.policy = policyOf(Preset::Standard);
            const auto measurement = simulate(pair, seed).measurement;
            for (std::size_t subject = 0; subject < 2; ++subject) {
                const auto warnings = warningsOf(keptRounds(measurement, subject));
                EXPECT_TRUE(flag.empty() ? warnings.empty() : has(warnings, flag))
                    << name << ", seed " << seed;
            }
        }
    }
}

/// A measurement in which anything may go wrong, by seed, and the samples that its programs really gave.
struct Eventful {
    Measurement measurement;
    std::array<int, 2> timed{}; ///< delivered to the measuring code
};

class CountingSubject final : public Subject {
public:
    CountingSubject(Subject& subject, int& timed)
        : m_subject(subject)
        , m_timed(timed)
    {
    }
    Result<Block> block(int count) override
    {
        auto block = m_subject.block(count);
        if (block && m_isCounting)
            m_timed += count;
        return block;
    }
    void beginRounds() { m_isCounting = true; }

private:
    Subject& m_subject;
    int& m_timed;
    bool m_isCounting = false;
};

class RoundsBegin final : public MeasureObserver {
public:
    explicit RoundsBegin(std::array<CountingSubject*, 2> subjects)
        : m_subjects(subjects)
    {
    }
    void warmedUp(std::size_t subject, const WarmUp&) override { m_subjects[subject]->beginRounds(); }

private:
    std::array<CountingSubject*, 2> m_subjects;
};

Eventful runEventful(std::uint64_t seed)
{
    Random random(seed);
    tests::FakeClock clock;
    std::stop_source source;
    const int event = static_cast<int>(random.below(400));
    const auto kind = random.below(4);
    int inferences = 0;
    const auto script = [&](int) -> Result<double> {
        if (++inferences == event) {
            if (kind == 0)
                source.request_stop();
            if (kind == 1)
                clock.sleep(std::chrono::seconds(1));
            if (kind == 2)
                return Error{ErrorCode::OutOfMemory, ""};
        }
        const double outlier = random.below(50) == 0 ? 5 : 1;
        return 0.01 * outlier * (1 + 0.1 * random.uniform());
    };
    tests::ScriptedSubject first(clock, script);
    tests::ScriptedSubject second(clock, script);
    Eventful result;
    CountingSubject countedFirst(first, result.timed[0]);
    CountingSubject countedSecond(second, result.timed[1]);
    const std::array participants{Participant{countedFirst, {}}, Participant{countedSecond, 0}};
    Policy policy = policyOf(Preset::Quick);
    policy.order = random.below(2) == 0 ? Order::Interleaved : Order::Sequential;
    policy.minSamples = 150;
    RoundsBegin observer({&countedFirst, &countedSecond});
    result.measurement = measure(participants, policy, clock, source.get_token(), observer);
    return result;
}

TEST(Samples, AreKeptOrDiscardedForAReasonWhateverHappens)
{
    std::map<StopReason, int> endings;
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
        const auto [measurement, timed] = runEventful(seed);
        ++endings[measurement.stoppedBecause];
        for (std::size_t subject = 0; subject < 2; ++subject) {
            const int taken = measurement.subjects[subject].samplesTaken();
            ASSERT_EQ(taken, timed[subject]) << seed;

            const auto samples = flatten(keptRounds(measurement, subject));
            const auto kept = static_cast<int>(samples.size());
            ASSERT_EQ(kept, measurement.voidedBecause ? 0 : taken) << "all of them, or none for a reason";
            const auto outliers = countOutliers(samples);
            const auto summary = summarise(samples);
            ASSERT_EQ(summary ? summary->n : 0, kept) << "outliers stay";
            ASSERT_LE(outliers.mild() + outliers.severe(), kept);
        }
    }
    EXPECT_GT(endings[StopReason::CriteriaMet], 50);
    EXPECT_GT(endings[StopReason::Cancelled], 50);
    EXPECT_GT(endings[StopReason::Suspended], 50);
    EXPECT_GT(endings[StopReason::Failed], 50);
}

} // namespace
} // namespace inferometer::core

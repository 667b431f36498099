// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/// The engine's library without Torch: for runs in the application's own process. Every round is recorded as
/// it begins.

#include "core/engine/engine.h"
#include "tests/support/fake_rules.h"

using namespace inferometer;

namespace {

class FakeEngine final : public engine::Engine {
public:
    core::RunnerEvent runVisit(const core::VisitJob& job, engine::VisitClient& client,
        const engine::VisitOptions& options, std::stop_token stop) override
    {
        constexpr int rounds = 20;
        core::VisitResult result;
        for (const auto& variant : job.variants) {
            result.variants.emplace_back().variant = variant.variant;
            result.variants.back().outcome = core::Outcome::Measured;
        }
        client.phase({core::Phase::Measure, std::nullopt, 0});
        for (int round = 0; round < rounds && !stop.stop_requested(); ++round) {
            fakes::record("rounds", job.job);
            core::RoundEvent event{round, (round + 1.0) / rounds, {}};
            for (auto& own : result.variants) {
                const double mean = own.variant.isBaseline() ? 0.01 : 0.008;
                own.rounds.push_back({round, {mean, mean * 1.001}, {}, mean});
                event.mean_s.push_back(mean);
            }
            client.round(event);
            if (job.gated)
                client.waitForGo(round);
        }
        result.stoppedBecause = options.hasOwnProcess ? "failed" : "criteria-met";
        return result;
    }

    core::HelloEvent hello() const override { return {}; }
    bool answers(const core::Device&) const override { return true; }
    std::string devicesLine() const override { return "{}"; }
};

} // namespace

engine::Engine* inferometerEngine()
{
    static FakeEngine engine;
    return &engine;
}

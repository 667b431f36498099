// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/// Speaks the runner's protocol and measures nothing: durations come from a formula. INFEROMETER_FAKE_RUNNER
/// scripts its faults, with the conditions phase (also probe), variant, model, device and batch, and the keys
/// fault (see fake_rules.h, and bad-line, long-line, other-job, garbage, late-crash, sticky, device-lost,
/// oom, oom-row, oom-text, wrong-output, load-failed, suspended), sleep_ms (of a phase), rounds, samples,
/// marks (1: every round is recorded as it begins), doubt (code of a warning of the whole runner; stop: of
/// why it ended) and torch (its version).

#include "core/protocol/runner_messages.h"
#include "tests/support/fake_rules.h"

#include <chrono>
#include <condition_variable>
#include <csignal>
#include <cstdio>
#include <iostream>
#include <mutex>
#include <thread>
#include <unistd.h>

using namespace inferometer;
using namespace inferometer::core;

namespace {

/// Reads standard input on a thread of its own, so that its end is noticed at any time.
class Input {
public:
    Input()
    {
        std::thread([this] {
            for (std::string line; std::getline(std::cin, line);)
                push(line);
            ::kill(0, SIGKILL); // the parent is gone
        }).detach();
    }

    std::string next()
    {
        std::unique_lock lock(m_mutex);
        m_arrived.wait(lock, [this] { return !m_lines.empty(); });
        auto line = m_lines.front();
        m_lines.erase(m_lines.begin());
        return line;
    }

private:
    void push(const std::string& line)
    {
        const std::lock_guard lock(m_mutex);
        m_lines.push_back(line);
        m_arrived.notify_one();
    }

    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::vector<std::string> m_lines;
};

class FakeRunner {
public:
    int run()
    {
        const auto job = decodeJob(m_input.next());
        if (!job)
            return 2;
        m_job = *job;
        fakes::record("visits", m_job.job);
        if (m_job.peer)
            fakes::record("peers", m_job.peer->python);
        send(HelloEvent{runnerProtocolVersion, {{"torch", "2.15.0+fake"}}});
        enter(Phase::Spawn);
        for (const auto phase : {Phase::Load, Phase::FirstRun, Phase::Verify, Phase::Memory, Phase::WarmUp})
            goThrough(phase);
        measure();
        send(result());
        enter(Phase::Exit);
        return 0;
    }

private:
    fakes::Facts facts(Phase phase, const std::optional<Variant>& variant) const
    {
        fakes::Facts facts{{"phase", std::string(toWord(phase))}, {"model", m_job.workload.model},
            {"batch", std::to_string(m_job.workload.batch)}, {"device", toText(m_job.workload.device)},
            {"variants", std::to_string(m_job.variants.size())}};
        if (variant)
            facts["variant"] = toText(*variant);
        return facts;
    }

    void send(const RunnerEvent& event) { write(encode(m_job.job, m_sequence++, event)); }

    static void write(const std::string& line) { std::cout << line << "\n" << std::flush; }

    void goThrough(Phase phase)
    {
        for (const auto& variant : m_job.variants) {
            send(PhaseEvent{phase, variant.variant, 0});
            enter(phase, variant.variant);
        }
    }

    void enter(Phase phase, const std::optional<Variant>& variant = {})
    {
        const auto here = facts(phase, variant);
        const auto pause = std::chrono::duration<double, std::milli>(m_rules.number("sleep_ms", 0, here));
        std::this_thread::sleep_for(pause);
        if (const auto fault = m_rules.find("fault", here))
            fail(*fault, variant);
    }

    void fail(const std::string& fault, const std::optional<Variant>& variant)
    {
        if (fault == "oom")
            refuse({Outcome::OutOfMemory, Note{"host-memory", {}}, "[enforce fail] can't allocate memory",
                variant});
        else if (fault == "device-lost")
            refuse(
                {Outcome::DeviceLost, Note{"device-error", {}}, "CUDA error: misaligned address", variant});
        else if (fault == "load-failed")
            refuse({Outcome::LoadFailed, Note{"load-error", {}}, "no such file", variant});
        else if (fault == "suspended")
            refuse({Outcome::NotRun, Note{"suspended", {"3"}}, "The machine was suspended meanwhile.", {}});
        else if (fault == "oom-text")
            dieWithText("DefaultCPUAllocator: can't allocate memory: you tried to allocate 123 bytes.");
        else if (fault == "sticky")
            dieWithText("CUDA error: an illegal memory access was encountered");
        else if (fault == "bad-line")
            write("{\"v\":1,");
        else if (fault == "garbage")
            write(std::string("\0\xff\xfe{]\x01", 6));
        else if (fault == "other-job")
            write(encode("another", m_sequence++, PhaseEvent{Phase::Load, std::nullopt, 0}));
        else if (fault == "long-line")
            writeLongLine();
        else if (fault != "oom-row" && fault != "too-large" && fault != "wrong-output"
            && fault != "late-crash")
            fakes::commit(fault);
    }

    void refuse(const VisitFailure& failure)
    {
        send(failure);
        std::cout.flush();
        ::_exit(0);
    }

    [[noreturn]] static void dieWithText(const char* text)
    {
        std::cerr << text << std::endl;
        ::_exit(1);
    }

    static void writeLongLine()
    {
        const std::string piece(1u << 20, 'x');
        for (int i = 0; i < 100; ++i)
            std::cout << piece;
        write("");
    }

    /// Compiled variants are a fifth faster; a little noise that depends on the round only by a formula.
    double duration(const Variant& variant, int round, int sample) const
    {
        const double base =
            0.010 * m_job.workload.batch * m_rules.number("factor", 1, facts(Phase::Measure, variant));
        const double noise = 1.0 + 0.0005 * ((round * 7 + sample * 3) % 11 - 5);
        return base * (variant.isBaseline() ? 1.0 : 0.8) * noise;
    }

    void measure()
    {
        const int rounds = static_cast<int>(m_rules.number("rounds", 20));
        for (const auto& variant : m_job.variants)
            m_samples.push_back({variant.variant, {}});
        send(PhaseEvent{Phase::Measure, std::nullopt, 0});
        enter(Phase::Measure);
        for (int round = 0; round < rounds; ++round)
            measureRound(round, rounds);
    }

    void measureRound(int round, int rounds)
    {
        const int samples = static_cast<int>(m_rules.number("samples", 5));
        if (m_rules.number("marks", 0) > 0)
            fakes::record("rounds", m_job.job);
        RoundEvent event{round, (round + 1.0) / rounds, {}};
        for (auto& [variant, taken] : m_samples) {
            RoundSamples own{round, {}, {}, duration(variant, round, 0) * 1.1};
            for (int i = 0; i < samples; ++i)
                own.samples_s.push_back(duration(variant, round, i));
            event.mean_s.push_back(own.samples_s.front());
            taken.push_back(std::move(own));
        }
        const auto pause = m_rules.number("round_ms", 0, facts(Phase::Measure, std::nullopt));
        std::this_thread::sleep_for(std::chrono::duration<double, std::milli>(pause));
        send(event);
        if (m_job.gated && decodeGo(m_input.next()).isOk() == false)
            ::_exit(4);
        if (round == rounds / 2) {
            for (const auto& variant : m_job.variants)
                enter(Phase::Measure, variant.variant);
        }
    }

    VisitResult result() const
    {
        VisitResult result;
        for (const auto& [variant, rounds] : m_samples) {
            VariantResult own;
            own.variant = variant;
            own.outcome = Outcome::Measured;
            own.rounds = rounds;
            own.load_s = 0.1;
            own.firstRun_s = 0.5;
            own.peak_bytes = 100u << 20;
            own.before = Verification{"float32-relative", 1e-4, 1e-6, 1e-6, true, {}};
            own.after = own.before;
            adjust(own);
            result.variants.push_back(std::move(own));
        }
        const auto first = facts(Phase::Measure, m_job.variants.front().variant);
        if (const auto doubt = m_rules.find("doubt", first))
            result.warnings.push_back(Note{*doubt, {"20"}});
        result.stoppedBecause = m_rules.find("stop", first).value_or("criteria-met");
        result.measuring_s = 1.0;
        result.insideShare = 0.99;
        result.conditions.threads = m_job.threads;
        result.conditions.deviceName = "Fake CPU";
        result.conditions.allocator = "retain";
        result.conditions.versions = {{"torch", "2.15.0+fake"}};
        return result;
    }

    void adjust(VariantResult& own) const
    {
        const auto fault = m_rules.find("fault", facts(Phase::Measure, own.variant));
        if (fault == "oom-row") {
            VariantResult refused;
            refused.variant = own.variant;
            refused.outcome = Outcome::OutOfMemory;
            refused.reason = Note{"host-memory", {}};
            own = std::move(refused);
        } else if (fault == "too-large") {
            VariantResult refused;
            refused.variant = own.variant;
            refused.reason = Note{"peaks-too-large", {"8 GB", "10 GB"}};
            own = std::move(refused);
        } else if (fault == "wrong-output") {
            own.outcome = Outcome::WrongOutput;
            own.reason = Note{"output-differs", {"0", "0.1", "0.0001"}};
            own.before->isPassed = false;
        }
    }

    Input m_input;
    fakes::Rules m_rules{"INFEROMETER_FAKE_RUNNER"};
    VisitJob m_job;
    int m_sequence = 0;
    std::vector<std::pair<Variant, std::vector<RoundSamples>>> m_samples;
};

} // namespace

/// Whether a device works, as its script says.
int probe(const std::string& device)
{
    fakes::record("probes", device);
    const fakes::Rules rules("INFEROMETER_FAKE_RUNNER");
    const auto fault = rules.find("fault", {{"phase", "probe"}, {"device", device}});
    if (fault && *fault != "silent")
        fakes::commit(*fault);
    return fault ? 1 : 0;
}

/// As the real one says it; the script may name another torch.
int sayVersion()
{
    const fakes::Rules rules("INFEROMETER_FAKE_RUNNER");
    const auto torch = rules.find("torch", {}).value_or("2.15.0+fake");
    std::cout << R"({"v":1,"versions":{"torch":")" << torch << R"(","torch_git":"abcdef"}})" << std::endl;
    return 0;
}

int main(int argc, char* argv[])
{
    fakes::dieWithParent();
    if (argc == 2 && std::string(argv[1]) == "--version")
        return sayVersion();
    if (argc == 3 && std::string(argv[1]) == "--probe")
        return probe(argv[2]);
    FakeRunner runner;
    const int code = runner.run();
    std::cout.flush();
    ::_exit(code);
}

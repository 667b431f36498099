// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/measure.h"
#include "core/measure/subject.h"
#include "tests/support/fake_clock.h"

#include <functional>
#include <utility>

namespace inferometer::tests {

/// A program whose n-th inference (from 0) does what a function says: a duration in seconds, or an error.
class ScriptedProgram final : public core::Program {
public:
    using Script = std::function<core::Result<double>(int inference)>;

    ScriptedProgram(FakeClock& clock, Script script)
        : m_clock(clock)
        , m_script(std::move(script))
    {
    }

    core::Result<void> runAndRelease() override
    {
        const auto duration = m_script(m_runs++);
        if (!duration)
            return duration.error();
        m_clock.advance_s(*duration);
        return {};
    }

    int runs() const { return m_runs; }

private:
    FakeClock& m_clock;
    Script m_script;
    int m_runs = 0;
};

/// A program and its timing in one, for tests that only need blocks.
class ScriptedSubject final : public core::Subject {
public:
    ScriptedSubject(FakeClock& clock, ScriptedProgram::Script script)
        : m_program(clock, std::move(script))
        , m_timed(m_program, clock)
    {
    }
    ScriptedSubject(FakeClock& clock, double duration_s)
        : ScriptedSubject(clock, [duration_s](int) { return duration_s; })
    {
    }

    core::Result<core::Block> block(int count) override
    {
        counts.push_back(count);
        return m_timed.block(count);
    }

    int runs() const { return m_program.runs(); }

    std::vector<int> counts; ///< what was asked for, call by call

private:
    ScriptedProgram m_program;
    core::TimedProgram m_timed;
};

/// Observes nothing.
inline core::MeasureObserver nobody;

/// 20 rounds of 5, whatever the numbers are.
inline core::Policy hundred()
{
    auto policy = core::policyOf(core::Preset::Custom);
    policy.exactSamples = 100;
    policy.warmup = 3;
    return policy;
}

} // namespace inferometer::tests

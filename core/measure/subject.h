// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/measure/block.h"

namespace inferometer::core {

/// One variant of a visit, as the rounds see it: in this process, or a peer that is asked for blocks.
class Subject {
public:
    virtual ~Subject() = default;
    /// One opening inference and `count` timed ones; 0 is allowed. A failure is final for the measurement.
    virtual Result<Block> block(int count) = 0;
};

/// A program of this process, timed by this process's clock. Both outlive it.
class TimedProgram final : public Subject {
public:
    TimedProgram(Program& program, const Clock& clock)
        : m_program(program)
        , m_clock(clock)
    {
    }

    Result<Block> block(int count) override { return measureBlock(m_program, m_clock, count); }

private:
    Program& m_program;
    const Clock& m_clock;
};

/// A block of the subject, checked: as many samples as asked for, every duration finite and above zero. A
/// subject that delivers something else is defect, and nothing is concluded from it.
Result<Block> takeBlock(Subject& subject, int count);

} // namespace inferometer::core

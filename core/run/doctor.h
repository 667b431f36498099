// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/words.h"
#include "core/run/run_session.h"

#include <string>
#include <vector>

namespace inferometer::core {

enum class CheckState { Good, Doubtful, Bad };

template <> struct Words<CheckState> {
    static constexpr std::array all{
        Word<CheckState>{CheckState::Good, "ok"},
        Word<CheckState>{CheckState::Doubtful, "warning"},
        Word<CheckState>{CheckState::Bad, "error"},
    };
};

/// One line of the examination: what was looked at, what was found, and how to mend it where something is
/// wrong.
struct Check {
    std::string topic; ///< code: cpu, memory, gpu, os, runner, python, torch, transformers, compiler, cache,
                       ///< history, space, hub, governor, resources
    CheckState state = CheckState::Good;
    Note finding; ///< code and arguments; sentence in text/
    Note remedy; ///< empty code where nothing is to be done
    std::string path; ///< shown on this machine only, never exported
};

/// Examines everything a run needs; starts the worker once to ask its environment. Stopped, which wants the
/// loop woken, it says what it found so far.
std::vector<Check> examine(const RunServices& services, Loop& loop, const std::stop_token& stop = {});

/// What a first start needs, told without starting anything: the Python environment, a compiler, room for
/// both.
std::vector<Check> examineStart(const RunServices& services);

/// The same question before a run, answered without Python where the cache knows: the first thing that makes
/// a run impossible, in one sentence.
Result<void> checkPrerequisites(const RunServices& services);

} // namespace inferometer::core

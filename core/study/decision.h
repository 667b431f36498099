// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/words.h"
#include "core/study/study_table.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace inferometer::core {

/// Whether a process that starts finds the compiled program (`Warm`) or has to make it (`Cold`).
enum class CacheState { Cold, Warm };

template <> struct Words<CacheState> {
    static constexpr std::array all{
        Word<CacheState>{CacheState::Cold, "cold"}, Word<CacheState>{CacheState::Warm, "warm"}};
};

/// What the user knows of the program that will run the model.
struct DecisionInputs {
    std::optional<Engine> engine; ///< nothing: C++ where it was measured, else Python
    /// Of one inference of a batch. A row keeps it when its 95th percentile does; with too few samples for
    /// that, its slowest sample.
    std::optional<double> latencyLimit_s;
    std::optional<std::uint64_t> memoryLimit_bytes; ///< on the peak as recorded
    std::optional<double> inferencesPerProcess; ///< of batches
    CacheState cache = CacheState::Cold;

    bool operator==(const DecisionInputs&) const = default;
};

enum class Advice {
    Compile,
    DoNotCompile,
    Unclear, ///< the samples do not say it; the sentence names the reason
    NothingFits, ///< no measured row keeps the limits
};

template <> struct Words<Advice> {
    static constexpr std::array all{
        Word<Advice>{Advice::Compile, "compile"},
        Word<Advice>{Advice::DoNotCompile, "do-not-compile"},
        Word<Advice>{Advice::Unclear, "unclear"},
        Word<Advice>{Advice::NothingFits, "nothing-fits"},
    };
};

/// What to do with one model on one device, drawn from verified rows and intervals only.
struct Decision {
    std::string model;
    std::string label;
    Setting setting;
    std::string deviceName;
    Engine engine = Engine::Cpp;
    Advice advice = Advice::Unclear;
    std::optional<int> batch; ///< the smallest one that is not shown to take longer per image than the best
    std::optional<Variant> variant; ///< what to run: the compiled variant, or the baseline
    std::optional<Estimate> before_s; ///< no compile, per inference of that batch
    std::optional<Estimate> after_s; ///< the advised variant
    std::optional<Estimate> improvement_percent;
    /// Inferences after which compiling has paid for itself; 0 when starting costs nothing more. Absent where
    /// its cost is not known.
    std::optional<Estimate> paysBackAfter;
    Note sentence;
    std::vector<Note> reasons; ///< what was left out, and what the advice rests on
};

/// One decision per model, device, data type and executor, in the order of the table.
std::vector<Decision> decisionsOf(const StudyTable& table, const DecisionInputs& inputs = {});

/// Whether something was measured to decide from; a model that was not has nothing to say.
bool hasBasis(const Decision& decision);
/// Whether each has to say where it holds: they are about several devices, types or executors.
bool haveSeveralSettings(const std::vector<Decision>& decisions);

} // namespace inferometer::core

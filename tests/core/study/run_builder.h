// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/record.h"
#include "core/study/study_table.h"

#include <ostream>
#include <string>
#include <vector>

namespace inferometer::core {

/// For the messages of failed tests.
inline void PrintTo(const Note& note, std::ostream* stream)
{
    *stream << note.code;
    for (const auto& arg : note.args)
        *stream << " | " << arg;
}

} // namespace inferometer::core

namespace inferometer::tests {

using namespace core;

/// One row of a visit to be built. Without round means it has no samples.
struct RowSpec {
    Variant variant = {};
    std::vector<double> rounds_s = {}; ///< mean of each round's block of five
    Outcome outcome = Outcome::Measured;
    bool isVerified = true;
    std::optional<double> compile_s = {};
    bool isCompileCached = false;
    std::optional<double> load_s = {};
    std::optional<double> firstRun_s = {};
    std::optional<std::uint64_t> peak_bytes = {};
    std::vector<Note> warnings = {};
};

struct VisitSpec {
    std::string model = "resnet";
    std::string label = "ResNet";
    Task task = Task::Classification;
    Device device = {};
    int batch = 1;
    std::string deviceName = "Test CPU";
    double flops = 0; ///< of the batch
    std::string torch = {}; ///< where it is another one than the session's
    int repetition = 1; ///< of the visit
    std::optional<Attention> attention = {};
};

inline constexpr Variant cppNone{Engine::Cpp, CompileMode::None};
inline constexpr Variant cppDefault{Engine::Cpp, CompileMode::Default};
inline constexpr Variant cppMaxAutotune{Engine::Cpp, CompileMode::MaxAutotune};
inline constexpr Variant pythonNone{Engine::Python, CompileMode::None};
inline constexpr Variant pythonDefault{Engine::Python, CompileMode::Default};

/// The same mean in every round.
std::vector<double> steady(double mean_s, int rounds = 20);
/// A row with the same mean in every round, and what its compilation took.
RowSpec costing(Variant variant, double mean_s, double compile_s);
/// A mean with a pattern of +- `share` that repeats every five rounds and averages out; `shift` moves the
/// pattern on.
std::vector<double> wavy(double mean_s, double share, int rounds = 20, int shift = 0);

/// Builds finished runs, with the conclusions that a run draws.
class RunBuilder {
public:
    explicit RunBuilder(std::string id = "run");

    RunBuilder& visit(const VisitSpec& visit, const std::vector<RowSpec>& rows);
    /// Planned, never run.
    RunBuilder& planned(const VisitSpec& visit, const std::vector<Variant>& variants);
    RunBuilder& condition(const std::string& key, const std::string& value);

    const RunRecord& run() const { return m_run; }
    RunRecord& run() { return m_run; }
    StudyTable table() const { return tableOf(m_run); }

private:
    Visit& plan(const VisitSpec& visit);

    RunRecord m_run;
};

} // namespace inferometer::tests

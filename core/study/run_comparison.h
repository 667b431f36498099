// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/words.h"
#include "core/study/study_table.h"

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// Two to five tables side by side; the first is the base.
namespace inferometer::core {

inline constexpr std::size_t mostTables = 5;

/// A condition in which the tables are not alike.
struct ConditionDifference {
    std::string key;
    std::vector<std::string> values; ///< per table; empty: not known
};

/// What a difference rests on.
enum class Evidence {
    Samples,
    MeansOnly, ///< at least one side is a published or imported mean: nothing can be said about its certainty
    None, ///< one side has no time
};

template <> struct Words<Evidence> {
    static constexpr std::array all{
        Word<Evidence>{Evidence::Samples, "samples"},
        Word<Evidence>{Evidence::MeansOnly, "means-only"},
        Word<Evidence>{Evidence::None, "none"},
    };
};

/// A table's row against the base's row of the same cell.
struct Difference {
    Evidence evidence = Evidence::None;
    std::optional<double> difference_s; ///< other - base
    std::optional<Estimate> change_percent; ///< (other / base - 1) x 100; positive is slower
    std::optional<Verdict> verdict; ///< of the other against the base, from samples
    Note reason; ///< of the verdict, or why there is none
};

struct CellKey {
    std::string model;
    std::string device; ///< as the base names it, with its target: "gpubox/cuda:0"
    int batch = 1;
    DataType dtype = DataType::Float32;
    Variant variant;

    auto operator<=>(const CellKey&) const = default;
};

struct ComparedCell {
    CellKey key;
    std::string label;
    std::vector<std::optional<std::size_t>> rows; ///< per table: index of its row
    std::vector<std::optional<Estimate>> improvement_percent; ///< per table: against its own baseline
    std::vector<Difference> differences; ///< per table; of the base against itself: empty
    bool isCommon = false; ///< every table has a time
};

struct RunComparison {
    std::vector<ConditionDifference> conditions; ///< what matters most first
    std::vector<ComparedCell> cells; ///< in the order of the tables' rows, the base's first
    std::size_t common = 0;
    std::vector<Note> notes; ///< which rows stand in no cell
};

struct ComparisonRequest {
    /// Per table after the base: its device -> the base's device, each with its target. Devices that are not
    /// named are matched by name, then by place, and where one is left on each side with each other.
    std::vector<std::map<std::string, std::string>> devices;
    double minimumChange_percent = 5.0; ///< smaller ones are no difference: see unpaired.h
};

/// Refuses fewer than two and more than five tables.
Result<RunComparison> compareTables(
    std::span<const StudyTable> tables, const ComparisonRequest& request = {});

/// A common cell that became worse by more than a limit, or can no longer be measured.
struct Regression {
    std::size_t cell = 0; ///< index into RunComparison::cells
    std::size_t table = 1;
    Note note;
};

struct RegressionCheck {
    std::vector<Regression> regressions;
    std::size_t common = 0; ///< times of other tables beside one of the base
    /// Of those, where samples show neither a regression nor that there is none: too few rounds, published
    /// means, noise beyond the limit.
    std::size_t notJudged = 0;
};

/// Slower by more than `limit_percent`, from samples: published means never fail a check. A row that was
/// measured and is not any more counts too. `limit_percent` replaces the minimum change.
Result<RegressionCheck> regressionsOf(
    std::span<const StudyTable> tables, double limit_percent, const ComparisonRequest& request = {});

} // namespace inferometer::core

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/plan/outcome.h"
#include "core/stats/conclusions.h"
#include "core/stats/rounds.h"
#include "core/store/record.h"

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// Rows as every conclusion over a whole run needs them, whether they were measured here, published or
/// imported.
namespace inferometer::core {

enum class SourceKind { Run, Reference, Imported };

/// Whether the outputs of the program that was timed were compared with a reference.
enum class OutputCheck { Passed, Failed, NotChecked };

/// What rows share when one figure may be drawn from them.
struct Setting {
    std::string device; ///< "cpu", "cuda:0"; a name such as "A100" where a table gives nothing else
    DataType dtype = DataType::Float32;
    std::string executor;
    std::string target;

    auto operator<=>(const Setting&) const = default;
};

/// A row that never ran knows neither executor nor target: it goes with those of its device and type.
bool isSameSetting(const Setting& a, const Setting& b);
/// The device with its target: "cpu", "gpubox/cuda:0".
std::string placeOf(const Setting& setting);

struct RoundBlock {
    int round = 0;
    BlockSum block;
};

/// One planned or published row. What is not known is absent.
struct StudyRow {
    std::string model; ///< short name
    std::string label; ///< as the guide's tables call it
    std::optional<Task> task;
    Setting setting;
    std::string deviceName;
    std::string torch; ///< version
    int batch = 1;
    Variant variant;
    std::string group; ///< rows of one group were measured together: the visit; else empty
    Outcome outcome = Outcome::NotRun;
    Note reason;
    OutputCheck check = OutputCheck::NotChecked;
    std::optional<double> mean_s;
    std::vector<RoundBlock> rounds; ///< empty where only the mean is known
    bool isInterleaved = false; ///< its rounds stand beside those of the group's other rows
    std::optional<Conclusions> conclusions;
    std::optional<double> compile_s;
    bool isCompileCached = false;
    std::optional<double> load_s;
    std::optional<double> firstRun_s;
    std::optional<std::uint64_t> peak_bytes;
    std::optional<double> size; ///< work per image; comparable within a table only
    std::vector<Note> notes; ///< what a reader of the row must know
    std::string origin; ///< where a published row stands

    bool isVerified() const { return outcome == Outcome::Measured && check == OutputCheck::Passed; }
};

/// A source of rows. Read-only once made.
struct StudyTable {
    SourceKind kind = SourceKind::Run;
    std::string id; ///< the same id: the same rows
    std::string label;
    std::string source; ///< address or file name of what was not measured here
    std::map<std::string, std::vector<std::string>> conditions; ///< every value found, in order of appearance
    std::vector<StudyRow> rows;
    std::vector<Note> notes;
};

/// What a table is called.
std::string nameOf(const StudyTable& table);
/// A condition's values in one text; empty where nobody knows.
std::string conditionText(const StudyTable& table, const std::string& key);

StudyTable tableOf(const RunRecord& run);

/// The row that a row is compared with: no compile, same engine, measured together. Nothing for a baseline
/// itself.
const StudyRow* baselineRow(const StudyTable& table, const StudyRow& row);
/// The row of the same workload and group with another variant.
const StudyRow* siblingRow(const StudyTable& table, const StudyRow& row, const Variant& variant);

std::vector<BlockSum> blocksOf(const StudyRow& row);
/// The mean with its 95 % interval over rounds; without bounds below two rounds.
std::optional<Estimate> meanEstimate(const StudyRow& row);
/// t_baseline / t_variant: the one concluded from samples, else the ratio of published means. Nothing where
/// outputs were wrong.
std::optional<Estimate> speedupOf(const StudyTable& table, const StudyRow& row);
/// (1 - t_variant / t_baseline) x 100, by the same rules.
std::optional<Estimate> improvementOf(const StudyTable& table, const StudyRow& row);

} // namespace inferometer::core

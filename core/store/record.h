// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/plan/plan.h"
#include "core/protocol/runner_messages.h"
#include "core/stats/conclusions.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace inferometer::core {

/// Facts of machine and software as found when a session began. Keys are snake_case; values locale-free.
/// Holds no user, host or path.
using Environment = std::map<std::string, std::string>;

/// Empty where the environment does not say.
std::string valueOf(const Environment& environment, std::string_view key);

/// What preparing a variant cost. Compile times are those of the compilation that made the package, cached or
/// not.
struct PreparationCost {
    std::optional<double> export_s;
    std::optional<double> compile_s;
    std::optional<bool> isCompileCached;
};

/// One planned row: a variant of a workload with all that is known about it.
struct Row {
    VariantResult result;
    PreparationCost cost;
    std::optional<Conclusions> conclusions; ///< only for timed rows
};

/// Whether a row was measured in a process of its own, so that it did not take turns with the others.
bool wasMeasuredApart(const VariantResult& result);

/// One finished visit.
struct VisitRecord {
    std::string visit; ///< id of the plan
    Workload workload;
    std::string weights; ///< "random-seed-0" or "pretrained-<commit>"
    std::string image; ///< "sample" or name and content hash
    double parameters = 0; ///< count
    double flops = 0; ///< per batch, as counted
    std::optional<Attention> attention; ///< that was computed; nothing: none, or an older version's record
    std::vector<Row> rows;
    std::string stoppedBecause;
    std::vector<Note> notReached; ///< of some row; in older files, where rows do not say it: codes alone
    double measuring_s = 0;
    double insideShare = 0;
    std::optional<double> noiseFloor_percent; ///< of these conditions, where it was measured before
    RunnerConditions conditions;
    std::vector<Note> warnings;
    std::string executor; ///< "process" or "in-process"
    std::string target; ///< "local" or a target's name
    bool isInParallel = false; ///< other GPUs of its machine were measured at the same time
    int session = 0; ///< which session of the run measured it: index into RunRecord::sessions
    std::string finished_utc;
    int attempts = 1;
    std::string
        line; ///< as it stands in the run file: keys that this version does not know survive an export
};

enum class Ending { Completed, Cancelled, Interrupted };

template <> struct Words<Ending> {
    static constexpr std::array all{
        Word<Ending>{Ending::Completed, "completed"},
        Word<Ending>{Ending::Cancelled, "cancelled"},
        Word<Ending>{Ending::Interrupted, "interrupted"},
    };
};

/// What tables and charts say about a model: kept with the run, so that it can be read without this
/// catalogue.
struct ModelFacts {
    std::string label;
    std::string hubId;
    Task task = Task::Classification;
};

/// A run as read from its file: the plan, the sessions that added to it, and the visits finished so far.
struct RunRecord {
    std::string id;
    std::string label;
    std::string created_utc; ///< ISO 8601
    std::string note;
    Plan plan;
    std::map<std::string, ModelFacts> models; ///< by short name
    std::vector<Environment> sessions;
    std::vector<VisitRecord> visits; ///< one per finished visit, in the order of finishing
    Ending ending = Ending::Interrupted;
    bool isSample = false;
};

/// Where a visit was measured: a run that goes on elsewhere leaves the device that was planned to others.
Device deviceOf(const VisitRecord& record);
/// The record of a visit, nothing where it is not finished.
const VisitRecord* findVisit(const RunRecord& run, std::string_view visit);
/// Whether nothing of a record is left to do: no row was cancelled, left out or lost with its connection.
bool isFinal(const VisitRecord& record);
/// Adds a record; one of the same visit is replaced, unless the new one did not come to its end and has fewer
/// rows with a time: trying again loses nothing.
void addVisit(RunRecord& run, VisitRecord record);

} // namespace inferometer::core

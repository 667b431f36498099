// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/record.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// A run as a table: one flat row per workload and variant planned, whatever became of it.
namespace inferometer::core {

/// One row with all that its columns draw from. Points into the run that it was made of.
struct FlatRow {
    const RunRecord* run = nullptr;
    const Visit* visit = nullptr; ///< of the plan
    const VisitRecord* record = nullptr; ///< nothing where the visit is not finished
    const Row* row = nullptr; ///< likewise
    Variant variant;
};

/// In the order of the plan.
std::vector<FlatRow> flatRows(const RunRecord& run);

/// Of a row that is not there: not-run, or unsupported where that is known without running.
Outcome outcomeOf(const FlatRow& row);
Note reasonOf(const FlatRow& row);
/// Code of why its measuring ended: of its own runner where it had one, else of its visit.
std::string stopReasonOf(const FlatRow& row);
/// The criteria that it did not reach; in older files codes alone, of its runner or visit.
std::vector<Note> notReachedBy(const FlatRow& row);
/// What the checks before and after it was timed say together; nothing where one that might fail is missing.
std::optional<bool> areOutputsRight(const VariantResult& result);
/// All warnings that concern a row: its own, its visit's, and that it was measured under another environment
/// than the run's first session.
std::vector<Note> warningsOf(const FlatRow& row);
const ModelFacts& modelOf(const FlatRow& row);
/// Where it was measured; where nothing was, as planned.
Device deviceOf(const FlatRow& row);
/// A condition of the row: from the process that measured it, else from its session; empty where nobody
/// knows.
std::string conditionOf(const FlatRow& row, const std::string& key);

/// "float32", or "float32 (TF32: conv, matmul)" where convolutions or matrix products may be computed in
/// that.
std::string arithmeticText(DataType type, bool convTf32, bool matmulTf32);
/// Of the process that measured it. TF32 changes durations on a GPU as much as another type does.
std::string arithmeticOf(const FlatRow& row);

/// Of the process that measured it, else as planned; 0: as many as the machine has.
int threadsOf(const FlatRow& row);
/// The word of the attention that was computed; empty where the model has none or nobody knows.
std::string attentionOf(const FlatRow& row);

/// The keys of an environment whose change makes rows of one run differ.
std::span<const std::string_view> decisiveConditions();

} // namespace inferometer::core

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/record.h"
#include "core/study/decision.h"
#include "core/study/report/document.h"
#include "core/study/study_table.h"

#include <string>
#include <vector>

namespace inferometer::core::report {

/// The guide's three kinds of pictures.
enum class FigureKind { BatchComparison, Duration, Improvement };

/// A picture that somebody has drawn for the report.
struct DrawnFigure {
    FigureKind kind = FigureKind::Duration;
    std::string deviceName;
    int batch = 1; ///< not of a batch comparison
    std::string path; ///< relative to the document
    std::string png; ///< content for self-contained documents; may be empty
    std::optional<Engine> engine = std::nullopt; ///< whose batches a run of several engines compares
};

struct ReportRequest {
    std::vector<DrawnFigure> figures; ///< in the order of their place
    DecisionInputs decision;
    std::vector<StudyTable> published; ///< the guide's series, put beside this run where it has their rows
};

/// The guide's page for a run: what it buys, advice, method, models by task, figures, a table per device and
/// batch, the modes beyond default, what the figures are worth, the guide's figures and claims, differences
/// from its method, conditions.
Document buildReport(const RunRecord& run, const ReportRequest& request = {});

} // namespace inferometer::core::report

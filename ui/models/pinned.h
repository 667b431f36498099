// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/run_comparison.h"
#include "core/study/study_table.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace inferometer::ui {

class RunView;

/// A run, or the guide's tables of one device, that is shown beside whatever run is open.
struct Pinned {
    QString name;
    core::StudyTable table;
    /// The same rows with their samples, in the same order; null: published or imported means.
    std::shared_ptr<const RunView> run = nullptr;
};

/// The pinned row beside one row of the run.
struct PinnedCell {
    std::size_t row = 0; ///< index into the pinned table
    bool isSameEngine = true; ///< else its figure is only for orientation, and nothing is compared
    core::Difference difference; ///< of the run's row against the pinned one
};

/// Per row of `own` what stands beside it; nothing where the pinned table has no such row.
std::vector<std::optional<PinnedCell>> pinnedCells(const core::StudyTable& own, const Pinned& pinned);

/// What of a pinned table stands beside some variants of a run.
struct PinnedVariant {
    core::Variant variant; ///< as the pinned rows have it: of the guide always Python
    std::vector<core::Variant> beside; ///< the run's, one of the same engine first
};

/// Each pinned variant once, in the order of the run's; none where nothing is pinned.
std::vector<PinnedVariant> pinnedBeside(const Pinned* pinned, const std::vector<core::Variant>& shown);

/// What the comparison with the pinned row comes to: "same", "published mean only", "different engine".
QString judgement(const PinnedCell& cell);

} // namespace inferometer::ui

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/pinned.h"

#include "core/study/reference.h"
#include "ui/models/study_cells.h"
#include "ui/text/tr.h"

#include <algorithm>
#include <array>

namespace inferometer::ui {

namespace {

using Cells = std::vector<std::optional<PinnedCell>>;

/// Rows of two runs, matched as the comparison of runs does.
void addRuns(Cells& cells, const core::StudyTable& own, const Pinned& pinned)
{
    const std::array tables{pinned.table, own};
    const auto comparison = core::compareTables(tables);
    if (!comparison)
        return;
    for (const auto& cell : comparison->cells) {
        if (cell.rows[0] && cell.rows[1])
            cells[*cell.rows[1]] = PinnedCell{*cell.rows[0], true, cell.differences[1]};
    }
}

/// Published means: how far apart they are, and no more.
core::Difference differenceOfMeans(const core::StudyRow& own, const core::StudyRow& published)
{
    core::Difference difference;
    if (own.outcome != core::Outcome::Measured || !own.mean_s || !published.mean_s)
        return difference;
    difference.evidence = core::Evidence::MeansOnly;
    difference.difference_s = *own.mean_s - *published.mean_s;
    difference.change_percent = core::Estimate{(*own.mean_s / *published.mean_s - 1) * 100, {}, {}};
    return difference;
}

void addPublished(Cells& cells, const core::StudyTable& own, const Pinned& pinned)
{
    if (pinned.table.rows.empty())
        return;
    const auto& device = pinned.table.rows.front().setting.device;
    for (const auto& cell : core::overlayOf(own, pinned.table, device)) {
        PinnedCell beside{cell.published, cell.isSameEngine, {}};
        if (cell.isSameEngine)
            beside.difference = differenceOfMeans(own.rows[cell.row], pinned.table.rows[cell.published]);
        cells[cell.row] = std::move(beside);
    }
}

} // namespace

Cells pinnedCells(const core::StudyTable& own, const Pinned& pinned)
{
    Cells cells(own.rows.size());
    if (pinned.table.kind == core::SourceKind::Reference)
        addPublished(cells, own, pinned);
    else
        addRuns(cells, own, pinned);
    return cells;
}

std::vector<PinnedVariant> pinnedBeside(const Pinned* pinned, const std::vector<core::Variant>& shown)
{
    std::vector<PinnedVariant> variants;
    if (!pinned)
        return variants;
    for (const auto& own : shown) {
        const bool isPublished = pinned->table.kind == core::SourceKind::Reference;
        const auto other = isPublished ? core::publishedVariant(own) : own;
        auto found = std::find_if(variants.begin(), variants.end(),
            [&](const PinnedVariant& each) { return each.variant == other; });
        if (found == variants.end())
            found = variants.insert(variants.end(), PinnedVariant{other, {}});
        const bool isSameEngine = own.engine == other.engine;
        found->beside.insert(isSameEngine ? found->beside.begin() : found->beside.end(), own);
    }
    return variants;
}

QString judgement(const PinnedCell& cell)
{
    return cell.isSameEngine ? judgement(cell.difference) : Tr::tr("different engine");
}

} // namespace inferometer::ui

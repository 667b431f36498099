// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/flat_rows.h"
#include "core/study/decision.h"
#include "core/study/split.h"
#include "ui/models/pinned.h"

#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace inferometer::ui {

/// One planned row of a run and what it is compared with. The pointers lead into the run that the RunView
/// holds.
struct ResultRow {
    core::FlatRow flat;
    core::Workload measured; ///< what was planned, on the device that measured it
    core::Outcome outcome = core::Outcome::NotRun;
    int baseline = -1; ///< row of no compile, same engine and visit; -1: itself one, or not planned

    const core::Workload& workload() const { return measured; }
    const core::Variant& variant() const { return flat.variant; }
    const core::VisitRecord* record() const { return flat.record; } ///< nothing: not measured yet
    const core::Row* row() const { return flat.row; }
    const core::Conclusions* conclusions() const
    {
        return flat.row && flat.row->conclusions ? &*flat.row->conclusions : nullptr;
    }
    /// Of the checks before and after measuring the worse one; nothing where one that might fail is missing.
    const core::Verification* verification() const;
};

/// A run as tables and charts see it: one row per workload and variant planned, measured or not. Immutable;
/// shared by whoever shows it.
class RunView {
public:
    explicit RunView(std::shared_ptr<const core::RunRecord> record);

    const core::RunRecord& record() const { return *m_record; }
    const std::shared_ptr<const core::RunRecord>& shared() const { return m_record; }
    const std::vector<ResultRow>& rows() const { return m_rows; }
    const ResultRow& row(int index) const { return m_rows[static_cast<std::size_t>(index)]; }
    int rowCount() const { return static_cast<int>(m_rows.size()); }
    /// The first row of a workload on the device that measured it; -1: none.
    int find(const core::Workload& workload, const core::Variant& variant) const;

    /// The rows as conclusions over the whole run are drawn from them, in the same order; made when first
    /// asked for, so not to be asked for by two threads.
    const core::StudyTable& table() const;
    /// What leaving Python and what compiling contributed, per compiled C++ row; as `table`.
    const core::Split* split(int row) const; ///< null: there is none of this row
    /// What to do with each model of which something was measured; as `table`.
    std::vector<core::Decision> decisions(const core::DecisionInputs& inputs) const;

    /// The same run with another one, or the guide's figures, beside it; nothing: alone.
    RunView withPinned(std::shared_ptr<const Pinned> pinned) const;
    const Pinned* pinned() const { return m_pinned.get(); }
    const PinnedCell* pinnedCell(int row) const; ///< null: nothing stands beside this row
    const core::StudyRow* pinnedRow(int row) const;

    QString modelLabel(const std::string& model) const; ///< the guide's row label, "ViT"
    std::optional<core::Task> task(const std::string& model) const;
    QString guideLabel(const std::string& model) const; ///< "Image Classification/ViT"
    /// "H100 80GB HBM3", with its place where the run has several of one name; "CPU" where not known.
    QString hardwareName(const core::Device& device) const;

    /// What the rows hold, each in its own order; models by task.
    std::vector<std::string> models() const;
    std::vector<core::Device> devices() const;
    std::vector<int> batches() const;
    std::vector<core::DataType> dataTypes() const;
    std::vector<core::Variant> variants() const; ///< sorted: engine, mode

private:
    QString recordedName(const core::Device& device) const;
    void link();
    void sortModels();

    std::shared_ptr<const core::RunRecord> m_record;
    std::vector<ResultRow> m_rows;
    std::vector<std::string> m_models;
    std::shared_ptr<const Pinned> m_pinned;
    std::vector<std::optional<PinnedCell>> m_pinnedCells; ///< per row, or none at all
    mutable std::shared_ptr<const core::StudyTable> m_table;
    mutable std::map<int, std::optional<core::Split>> m_splits; ///< of the rows that were asked for
    mutable std::optional<core::DecisionInputs> m_decisionInputs; ///< those that were asked for last
    mutable std::vector<core::Decision> m_decisions; ///< for them
};

/// A processor's marketing name without the parts that say nothing: "Intel Xeon", "A100-SXM4-40GB".
QString shortHardwareName(QString name);

} // namespace inferometer::ui

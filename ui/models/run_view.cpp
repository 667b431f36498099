// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/run_view.h"

#include "ui/text/names.h"

#include <QRegularExpression>

#include <algorithm>

namespace inferometer::ui {

namespace {

template <typename Value, typename Project>
std::vector<Value> distinct(const std::vector<ResultRow>& rows, Project project)
{
    std::vector<Value> values; // few, of many rows
    for (const auto& row : rows) {
        if (auto value = project(row); std::find(values.begin(), values.end(), value) == values.end())
            values.push_back(std::move(value));
    }
    std::sort(values.begin(), values.end());
    return values;
}

} // namespace

const core::Verification* ResultRow::verification() const
{
    const auto* result = flat.row ? &flat.row->result : nullptr;
    const auto* before = result && result->before ? &*result->before : nullptr;
    const auto* after = result && result->after ? &*result->after : nullptr;
    if (!before || !after) {
        const auto* only = before ? before : after;
        return only && !only->isPassed ? only : nullptr;
    }
    if (before->isPassed != after->isPassed)
        return before->isPassed ? after : before;
    return after->maxAbsError > before->maxAbsError ? after : before;
}

RunView::RunView(std::shared_ptr<const core::RunRecord> record)
    : m_record(std::move(record))
{
    for (const auto& flat : core::flatRows(*m_record)) {
        auto measured = flat.visit->workload;
        measured.device = core::deviceOf(flat);
        m_rows.push_back({flat, std::move(measured), core::outcomeOf(flat), -1});
    }
    sortModels();
    link();
}

void RunView::sortModels()
{
    for (const auto& row : m_rows) {
        if (std::find(m_models.begin(), m_models.end(), row.workload().model) == m_models.end())
            m_models.push_back(row.workload().model);
    }
    const auto place = [&](const std::string& model) {
        const auto kind = task(model);
        return kind ? static_cast<int>(*kind) : static_cast<int>(core::Words<core::Task>::all.size());
    };
    std::stable_sort(m_models.begin(), m_models.end(),
        [&](const std::string& left, const std::string& right) { return place(left) < place(right); });
}

void RunView::link()
{
    for (auto& row : m_rows) {
        const auto wanted = core::baselineOf(row.variant());
        const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const ResultRow& other) {
            return other.flat.visit == row.flat.visit && other.variant() == wanted;
        });
        if (row.variant() != wanted && found != m_rows.end())
            row.baseline = static_cast<int>(found - m_rows.begin());
    }
}

int RunView::find(const core::Workload& workload, const core::Variant& variant) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
        [&](const ResultRow& row) { return row.workload() == workload && row.variant() == variant; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

const core::StudyTable& RunView::table() const
{
    if (!m_table)
        m_table = std::make_shared<const core::StudyTable>(core::tableOf(*m_record));
    return *m_table;
}

const core::Split* RunView::split(int row) const
{
    auto found = m_splits.find(row);
    if (found == m_splits.end())
        found = m_splits.emplace(row, core::splitOf(table(), static_cast<std::size_t>(row))).first;
    return found->second ? &*found->second : nullptr;
}

std::vector<core::Decision> RunView::decisions(const core::DecisionInputs& inputs) const
{
    if (m_decisionInputs != inputs) {
        m_decisions = core::decisionsOf(table(), inputs);
        std::erase_if(m_decisions, [](const core::Decision& decision) { return !core::hasBasis(decision); });
        m_decisionInputs = inputs;
    }
    return m_decisions;
}

RunView RunView::withPinned(std::shared_ptr<const Pinned> pinned) const
{
    RunView view = *this;
    view.m_pinned = std::move(pinned);
    view.m_pinnedCells.clear();
    if (view.m_pinned)
        view.m_pinnedCells = pinnedCells(table(), *view.m_pinned);
    return view;
}

const PinnedCell* RunView::pinnedCell(int row) const
{
    const auto index = static_cast<std::size_t>(row);
    return row >= 0 && index < m_pinnedCells.size() && m_pinnedCells[index] ? &*m_pinnedCells[index]
                                                                            : nullptr;
}

const core::StudyRow* RunView::pinnedRow(int row) const
{
    const auto* cell = pinnedCell(row);
    return cell ? &m_pinned->table.rows[cell->row] : nullptr;
}

QString RunView::modelLabel(const std::string& model) const
{
    const auto found = m_record->models.find(model);
    return QString::fromStdString(
        found == m_record->models.end() || found->second.label.empty() ? model : found->second.label);
}

std::optional<core::Task> RunView::task(const std::string& model) const
{
    const auto found = m_record->models.find(model);
    return found == m_record->models.end() ? std::nullopt : std::optional(found->second.task);
}

QString RunView::guideLabel(const std::string& model) const
{
    const auto kind = task(model);
    return kind ? QStringLiteral("%1/%2").arg(taskName(*kind), modelLabel(model)) : modelLabel(model);
}

QString RunView::hardwareName(const core::Device& device) const
{
    const QString name = recordedName(device);
    const auto all = devices();
    const bool isShared = std::any_of(all.begin(), all.end(),
        [&](const core::Device& other) { return other != device && recordedName(other) == name; });
    const core::Device here{device.kind, device.index};
    return isShared ? QStringLiteral("%1 (%2)").arg(name, QString::fromStdString(core::toText(here))) : name;
}

QString RunView::recordedName(const core::Device& device) const
{
    for (const auto& row : m_rows) {
        if (row.workload().device != device || !row.record() || row.record()->conditions.deviceName.empty())
            continue;
        const QString name = shortHardwareName(QString::fromStdString(row.record()->conditions.deviceName));
        return device.target.empty()
            ? name
            : QStringLiteral("%1 · %2").arg(QString::fromStdString(device.target), name);
    }
    return deviceName(device);
}

std::vector<std::string> RunView::models() const
{
    return m_models;
}

std::vector<core::Device> RunView::devices() const
{
    return distinct<core::Device>(m_rows, [](const ResultRow& row) { return row.workload().device; });
}

std::vector<int> RunView::batches() const
{
    return distinct<int>(m_rows, [](const ResultRow& row) { return row.workload().batch; });
}

std::vector<core::DataType> RunView::dataTypes() const
{
    return distinct<core::DataType>(m_rows, [](const ResultRow& row) { return row.workload().dtype; });
}

std::vector<core::Variant> RunView::variants() const
{
    return distinct<core::Variant>(m_rows, [](const ResultRow& row) { return row.variant(); });
}

QString shortHardwareName(QString name)
{
    static const QRegularExpression noise(
        QStringLiteral("\\((R|TM|C)\\)|\\bNVIDIA\\b|\\bTesla\\b|\\b(CPU|Processor)\\b|@.*$|\\b\\d+-Core\\b"),
        QRegularExpression::CaseInsensitiveOption);
    const QString kept = QString(name).remove(noise).simplified();
    return kept.isEmpty() ? name.simplified() : kept;
}

} // namespace inferometer::ui

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/history_model.h"

#include "ui/text/error_text.h"
#include "ui/text/format.h"
#include "ui/text/names.h"
#include "ui/text/tr.h"

#include <algorithm>
#include <array>

namespace inferometer::ui {

namespace {

QString modelsText(const RunSummary& run)
{
    constexpr qsizetype shown = 3;
    if (run.models.size() <= shown)
        return run.models.join(Tr::tr(", ", "between the parts of a list"));
    return Tr::tr("%1 and %n more", nullptr, static_cast<int>(run.models.size() - shown))
        .arg(run.models.mid(0, shown).join(Tr::tr(", ", "between the parts of a list")));
}

QString gainsText(const RunSummary& run)
{
    QStringList parts;
    for (const auto& gain : run.gains) {
        const auto isBeside = [&](const Gain& other) {
            return other.variant.engine == gain.variant.engine && other.place == gain.place;
        };
        const bool isOnly = std::count_if(run.gains.begin(), run.gains.end(), isBeside) == 1;
        const QString text = Tr::tr("%1 %2", "%1 an engine, %2 a speed-up")
                                 .arg(isOnly ? engineName(gain.variant.engine) : variantName(gain.variant),
                                     speedup(QLocale(), gain.geometricMean));
        parts << (gain.place.isEmpty() ? text
                                       : Tr::tr("%1: %2", "a device and a figure").arg(gain.place, text));
    }
    return parts.isEmpty() ? absent() : parts.mid(0, 3).join(Tr::tr(", ", "between the parts of a list"));
}

QString outcomesText(const RunSummary& run)
{
    QStringList parts;
    for (const auto& [outcome, count] : run.outcomes)
        parts << Tr::tr("%1 %2", "%1 a count, %2 an outcome")
                     .arg(QLocale().toString(count), outcomeName(outcome));
    return parts.join(Tr::tr(", ", "between the parts of a list"));
}

QString devicesText(const RunSummary& run)
{
    return run.devices.join(Tr::tr(", ", "between the parts of a list"));
}

QString labelText(const RunSummary& run)
{
    return run.label.empty() ? QString::fromStdString(run.id) : QString::fromStdString(run.label);
}

QString endingText(const RunSummary& run)
{
    return run.problem.empty() ? endingName(run.ending) : Tr::tr("unreadable", "run");
}

/// One line of the column table.
struct HistoryColumn {
    const char* header;
    Qt::Alignment alignment;
    QVariant (*value)(const RunSummary&);
    QString (*text)(const RunSummary&);
};

const Qt::Alignment left = Qt::AlignLeft | Qt::AlignVCenter;

const std::array<HistoryColumn, HistoryModel::ColumnCount> columns{
    HistoryColumn{QT_TRANSLATE_NOOP("Inferometer", "Date"), left,
        [](const RunSummary& run) { return QVariant(QString::fromStdString(run.created_utc)); },
        [](const RunSummary& run) { return dateTime(QLocale(), run.created_utc); }},
    HistoryColumn{QT_TRANSLATE_NOOP("Inferometer", "Label"), left,
        [](const RunSummary& run) { return QVariant(labelText(run)); }, labelText},
    HistoryColumn{QT_TRANSLATE_NOOP("Inferometer", "Models"), left,
        [](const RunSummary& run) { return QVariant(static_cast<int>(run.models.size())); }, modelsText},
    HistoryColumn{QT_TRANSLATE_NOOP("Inferometer", "Device"), left,
        [](const RunSummary& run) { return QVariant(run.devices.join(QLatin1Char(' '))); }, devicesText},
    HistoryColumn{QT_TRANSLATE_NOOP("Inferometer", "torch"), left,
        [](const RunSummary& run) { return QVariant(run.torch); },
        [](const RunSummary& run) { return run.torch.isEmpty() ? absent() : run.torch; }},
    HistoryColumn{QT_TRANSLATE_NOOP("Inferometer", "Speed-up"), left,
        [](const RunSummary& run) {
            return run.gains.empty() ? QVariant() : QVariant(run.gains.front().geometricMean);
        },
        gainsText},
    HistoryColumn{QT_TRANSLATE_NOOP("Inferometer", "Status"), left,
        [](const RunSummary& run) { return QVariant(static_cast<int>(run.ending)); }, endingText},
    HistoryColumn{QT_TRANSLATE_NOOP("Inferometer", "Outcomes"), left,
        [](const RunSummary& run) {
            const auto found = run.outcomes.find(core::Outcome::Measured);
            return QVariant(found == run.outcomes.end() ? 0 : found->second);
        },
        outcomesText},
};

} // namespace

void HistoryModel::setRuns(std::vector<RunSummary> runs)
{
    beginResetModel();
    m_runs = std::move(runs);
    endResetModel();
}

void HistoryModel::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_runs.erase(m_runs.begin() + row);
    endRemoveRows();
}

void HistoryModel::insert(int row, RunSummary run)
{
    beginInsertRows({}, row, row);
    m_runs.insert(m_runs.begin() + row, std::move(run));
    endInsertRows();
}

void HistoryModel::rename(int row, const std::string& label, const std::string& note)
{
    auto& run = m_runs[static_cast<std::size_t>(row)];
    run.label = label;
    run.note = note;
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void HistoryModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_runs.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int HistoryModel::find(const std::filesystem::path& file) const
{
    for (std::size_t i = 0; i < m_runs.size(); ++i) {
        if (m_runs[i].file == file)
            return static_cast<int>(i);
    }
    return -1;
}

int HistoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int HistoryModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto& run = m_runs[static_cast<std::size_t>(index.row())];
    const auto& column = columns[static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return column.text(run);
    case Qt::TextAlignmentRole:
        return QVariant(column.alignment);
    case SortRole:
        return column.value(run);
    case SearchRole:
        return QStringList{labelText(run), run.models.join(QLatin1Char(' ')),
            run.devices.join(QLatin1Char(' ')), QString::fromStdString(run.note), run.torch}
            .join(QLatin1Char('\n'));
    case Qt::ToolTipRole: {
        const QString note = QString::fromStdString(run.note);
        return !run.problem.empty() ? reasonText({core::ErrorCode::FileInvalid, run.problem})
            : note.isEmpty()        ? column.text(run)
                                    : note;
    }
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    const auto& column = columns[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole)
        return Tr::tr(column.header);
    return role == Qt::TextAlignmentRole ? QVariant(column.alignment) : QVariant();
}

HistoryFilterModel::HistoryFilterModel(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(HistoryModel::SortRole);
    setFilterRole(HistoryModel::SearchRole);
    setFilterCaseSensitivity(Qt::CaseInsensitive);
    setFilterKeyColumn(0);
}

} // namespace inferometer::ui

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/model_tree_model.h"

#include "ui/text/format.h"
#include "ui/text/names.h"
#include "ui/text/note_text.h"
#include "ui/text/tr.h"

#include <QLocale>

#include <algorithm>

namespace inferometer::ui {

namespace {

/// Internal id of a task's index; a model's index holds the row of its task.
constexpr quintptr taskId = ~quintptr(0);

} // namespace

void ModelTreeModel::setModels(const std::vector<core::CatalogModel>& models)
{
    beginResetModel();
    m_models = models;
    m_groups.clear();
    for (const auto& task : core::Words<core::Task>::all) {
        Group group{task.value, {}};
        for (std::size_t i = 0; i < m_models.size(); ++i) {
            if (m_models[i].task == task.value)
                group.models.push_back(static_cast<int>(i));
        }
        if (!group.models.empty())
            m_groups.push_back(std::move(group));
    }
    std::erase_if(m_checked, [&](const std::string& name) {
        return std::none_of(
            models.begin(), models.end(), [&](const auto& model) { return model.name == name; });
    });
    endResetModel();
    emit checkedChanged();
}

void ModelTreeModel::setStates(std::map<std::string, ModelState> states)
{
    m_states = std::move(states);
    const auto unchecked = std::erase_if(m_checked,
        [this](const std::string& name) { return state(name).kind == ModelState::Kind::NotRunnable; });
    announceChecks();
    if (unchecked > 0)
        emit checkedChanged();
}

void ModelTreeModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    announceChecks();
}

std::vector<std::string> ModelTreeModel::checked() const
{
    std::vector<std::string> names;
    for (const auto& model : m_models) {
        if (m_checked.contains(model.name))
            names.push_back(model.name);
    }
    return names;
}

void ModelTreeModel::setChecked(const std::vector<std::string>& names)
{
    m_checked = {names.begin(), names.end()};
    announceChecks();
    emit checkedChanged();
}

void ModelTreeModel::setAllChecked(bool isChecked)
{
    m_checked.clear();
    for (const auto& model : m_models) {
        if (isChecked && stateOf(model).kind != ModelState::Kind::NotRunnable)
            m_checked.insert(model.name);
    }
    announceChecks();
    emit checkedChanged();
}

bool ModelTreeModel::hasPretrained() const
{
    return std::any_of(m_states.begin(), m_states.end(),
        [](const auto& state) { return state.second.kind == ModelState::Kind::Pretrained; });
}

void ModelTreeModel::announceChecks()
{
    if (m_groups.empty())
        return;
    emit dataChanged(index(0, 0), index(static_cast<int>(m_groups.size()) - 1, ColumnCount - 1));
    for (int i = 0; i < static_cast<int>(m_groups.size()); ++i) {
        const QModelIndex task = index(i, 0);
        emit dataChanged(index(0, 0, task), index(rowCount(task) - 1, ColumnCount - 1, task));
    }
}

QModelIndex ModelTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) : taskId);
}

QModelIndex ModelTreeModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == taskId)
        return {};
    return createIndex(static_cast<int>(child.internalId()), 0, taskId);
}

int ModelTreeModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    if (parent.internalId() != taskId || parent.column() != 0)
        return 0;
    return static_cast<int>(m_groups[static_cast<std::size_t>(parent.row())].models.size());
}

int ModelTreeModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

const core::CatalogModel* ModelTreeModel::modelAt(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == taskId)
        return nullptr;
    const auto& group = m_groups[index.internalId()];
    return &m_models[static_cast<std::size_t>(group.models[static_cast<std::size_t>(index.row())])];
}

const ModelState& ModelTreeModel::state(const std::string& name) const
{
    static const ModelState unknown;
    const auto found = m_states.find(name);
    return found == m_states.end() ? unknown : found->second;
}

QVariant ModelTreeModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (const auto* model = modelAt(index))
        return modelData(*model, index.column(), role);
    return taskData(m_groups[static_cast<std::size_t>(index.row())], index.column(), role);
}

QVariant ModelTreeModel::taskData(const Group& group, int column, int role) const
{
    if (column != NameColumn)
        return {};
    if (role == Qt::DisplayRole)
        return taskName(group.task);
    if (role == Qt::CheckStateRole) {
        const auto count = std::count_if(group.models.begin(), group.models.end(),
            [&](int model) { return m_checked.contains(m_models[static_cast<std::size_t>(model)].name); });
        return count == 0                                     ? Qt::Unchecked
            : count == static_cast<long>(group.models.size()) ? Qt::Checked
                                                              : Qt::PartiallyChecked;
    }
    return {};
}

QVariant ModelTreeModel::modelData(const core::CatalogModel& model, int column, int role) const
{
    switch (role) {
    case NameRole:
        return QString::fromStdString(model.name);
    case IsRunnableRole:
        return stateOf(model).kind != ModelState::Kind::NotRunnable;
    case IsOwnRole:
        return model.own.has_value();
    case Qt::CheckStateRole:
        return column == NameColumn ? QVariant(m_checked.contains(model.name) ? Qt::Checked : Qt::Unchecked)
                                    : QVariant();
    case Qt::TextAlignmentRole:
        return column == ParametersColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::DisplayRole:
        break;
    case Qt::ToolTipRole:
        return column == StateColumn ? stateText(model) : QString::fromStdString(model.hubId);
    default:
        return {};
    }
    switch (column) {
    case NameColumn:
        return QString::fromStdString(model.label);
    case ParametersColumn:
        return parameterCount(QLocale(), model.parameters);
    case HubIdColumn:
        return QString::fromStdString(model.hubId);
    case StateColumn:
        return stateText(model);
    default:
        return {};
    }
}

QString ModelTreeModel::stateText(const core::CatalogModel& model) const
{
    const auto& state = stateOf(model);
    switch (state.kind) {
    case ModelState::Kind::Random:
        return Tr::tr("random weights");
    case ModelState::Kind::Pretrained:
        return Tr::tr("pretrained, %1 cached").arg(bytes(QLocale(), state.bytes));
    case ModelState::Kind::Own:
        return Tr::tr("own weights");
    case ModelState::Kind::NotRunnable:
        return Tr::tr("not runnable: %1").arg(noteText(state.reason));
    }
    Q_UNREACHABLE();
}

bool ModelTreeModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != NameColumn)
        return false;
    const bool isChecked = value.toInt() == Qt::Checked;
    const auto check = [&](const core::CatalogModel& model) {
        if (isChecked && stateOf(model).kind != ModelState::Kind::NotRunnable)
            m_checked.insert(model.name);
        else
            m_checked.erase(model.name);
    };
    if (const auto* model = modelAt(index)) {
        check(*model);
    } else {
        for (const int each : m_groups[static_cast<std::size_t>(index.row())].models)
            check(m_models[static_cast<std::size_t>(each)]);
    }
    announceChecks();
    emit checkedChanged();
    return true;
}

Qt::ItemFlags ModelTreeModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const auto* model = modelAt(index);
    if (model && stateOf(*model).kind == ModelState::Kind::NotRunnable) {
        // One's own can be selected all the same: to be mended or taken out.
        return Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
            | (model->own ? Qt::ItemIsEnabled : Qt::NoItemFlags);
    }
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (index.column() == NameColumn)
        flags |= Qt::ItemIsUserCheckable;
    return model ? flags | Qt::ItemNeverHasChildren : flags;
}

QVariant ModelTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == ParametersColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return Tr::tr("Model");
    case ParametersColumn:
        return Tr::tr("Parameters");
    case HubIdColumn:
        return Tr::tr("Hub name");
    case StateColumn:
        return Tr::tr("Weights");
    default:
        return {};
    }
}

ModelFilterModel::ModelFilterModel(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
    setFilterCaseSensitivity(Qt::CaseInsensitive);
}

void ModelFilterModel::setOnlyRunnable(bool isOnly)
{
    m_isOnlyRunnable = isOnly;
    invalidateFilter();
}

bool ModelFilterModel::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    if (!parent.isValid())
        return false; // a task is kept by its models
    const auto cell = [&](int column) { return sourceModel()->index(row, column, parent); };
    const QString text = filterRegularExpression().pattern();
    const bool isMatch = text.isEmpty()
        || cell(ModelTreeModel::NameColumn).data().toString().contains(text, Qt::CaseInsensitive)
        || cell(ModelTreeModel::HubIdColumn).data().toString().contains(text, Qt::CaseInsensitive);
    return isMatch
        && (!m_isOnlyRunnable
            || cell(ModelTreeModel::NameColumn).data(ModelTreeModel::IsRunnableRole).toBool());
}

} // namespace inferometer::ui

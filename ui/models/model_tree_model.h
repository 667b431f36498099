// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/note.h"
#include "core/catalog/catalog.h"

#include <QAbstractItemModel>
#include <QSortFilterProxyModel>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace inferometer::ui {

/// What can be said about a model on this machine before it is run.
struct ModelState {
    /// `Own`: what the user's own files hold; there is nothing to be fetched.
    enum class Kind { Random, Pretrained, Own, NotRunnable };
    Kind kind = Kind::Random;
    double bytes = 0; ///< of the pretrained snapshot
    core::Note reason; ///< why not runnable
};

/// Models by task with check boxes. A task's box shows whether all, some or none of its models are checked.
class ModelTreeModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { NameColumn, ParametersColumn, HubIdColumn, StateColumn, ColumnCount };
    enum Role { NameRole = Qt::UserRole, IsRunnableRole, IsOwnRole };

    using QAbstractItemModel::QAbstractItemModel;

    void setModels(const std::vector<core::CatalogModel>& models);
    void setStates(std::map<std::string, ModelState> states);
    void clear() { setModels({}); }
    void retranslate();

    std::vector<std::string> checked() const; ///< short names in catalogue order
    void setChecked(const std::vector<std::string>& names);
    void setAllChecked(bool isChecked); ///< of the runnable ones
    int modelCount() const { return static_cast<int>(m_models.size()); }
    bool hasPretrained() const;
    const ModelState& state(const std::string& name) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void checkedChanged();

private:
    struct Group {
        core::Task task;
        std::vector<int> models; ///< indices into m_models
    };

    const core::CatalogModel* modelAt(const QModelIndex& index) const;
    const ModelState& stateOf(const core::CatalogModel& model) const { return state(model.name); }
    QVariant taskData(const Group& group, int column, int role) const;
    QVariant modelData(const core::CatalogModel& model, int column, int role) const;
    QString stateText(const core::CatalogModel& model) const;
    void announceChecks();

    std::vector<core::CatalogModel> m_models;
    std::vector<Group> m_groups;
    std::map<std::string, ModelState> m_states;
    std::set<std::string> m_checked;
};

/// Keeps models that match a text and, on request, only those that can be run.
class ModelFilterModel : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit ModelFilterModel(QObject* parent = nullptr);
    void setOnlyRunnable(bool isOnly);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    bool m_isOnlyRunnable = false;
};

} // namespace inferometer::ui

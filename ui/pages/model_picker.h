// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/model_tree_model.h"
#include "ui/widgets/page.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace inferometer::ui {

/// Models by task with check boxes, a filter, and what is known of each model's weights.
class ModelPicker : public Page {
    Q_OBJECT

public:
    explicit ModelPicker(const std::vector<core::CatalogModel>& models, QWidget* parent = nullptr);

    void setModels(const std::vector<core::CatalogModel>& models);
    void setStates(std::map<std::string, ModelState> states, const QString& hubFolder);
    void setChecked(const QStringList& names);
    QStringList checked() const;
    QStringList withoutWeights() const; ///< checked ones whose pretrained weights are not in the cache
    void setReadOnly(bool isReadOnly);
    void focusFilter();

signals:
    void checkedChanged();
    void addRequested();

private:
    void onLanguageChanged() override;
    void build();
    void bindTexts();
    void updateFooter();
    void applyFilter();

    ModelTreeModel m_model;
    ModelFilterModel m_filter;
    QLabel* m_title;
    QLineEdit* m_search;
    QCheckBox* m_onlyRunnable;
    QTreeView* m_tree;
    QLabel* m_noMatch;
    QPushButton* m_clearFilter;
    QPushButton* m_all;
    QPushButton* m_none;
    QPushButton* m_add;
    QLabel* m_weights;
    QString m_hubFolder;
};

} // namespace inferometer::ui

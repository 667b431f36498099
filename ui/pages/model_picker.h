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
    QStringList withoutWeights() const; ///< checked ones whose pretrained weights can be fetched
    void setReadOnly(bool isReadOnly);
    void focusFilter();

signals:
    void checkedChanged();
    void addRequested(const QString& path); ///< of what was dropped; empty: the user has yet to say
    void editRequested(const QString& name);
    void removeRequested(const QString& name);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void onLanguageChanged() override;
    QString currentOwn() const; ///< name of the user's own model that is selected; empty: none is
    void updateOwn();
    void build();
    void bindTexts();
    void updateFooter();
    void applyFilter();
    void fitColumns();

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
    QPushButton* m_edit;
    QPushButton* m_remove;
    bool m_isReadOnly = false;
    QLabel* m_weights;
    QString m_hubFolder;
};

} // namespace inferometer::ui

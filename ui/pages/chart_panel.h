// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_options.h"
#include "ui/settings/settings_store.h"
#include "ui/widgets/page.h"

#include <memory>

class QComboBox;
class QMenu;
class QTabBar;
class QToolButton;

namespace inferometer::ui {

class ChartView;
class EmptyState;

/// The charts of a run: a tab per kind, selectors for what they show.
class ChartPanel : public Page {
    Q_OBJECT

public:
    explicit ChartPanel(SettingsStore& store, QWidget* parent = nullptr);

    void setView(std::shared_ptr<const RunView> view);
    void setKind(ChartKind kind);
    ChartKind kind() const;
    void setCurrentRow(int row);
    ChartOptions options() const; ///< with the settings' part filled in
    ChartView& chart() { return *m_chart; }
    void addTool(QAction* action);

signals:
    void rowChosen(int row);
    void announced(const QString& sentence);
    void kindChanged(ChartKind kind);

private:
    void onLanguageChanged() override;
    void build();
    void fillSelectors();
    void fillVariants();
    void fillModels();
    void showSelectors();
    void takeSelectors();
    void redraw();
    void addSelector(QComboBox* combo, std::function<QString()> name);

    SettingsStore& m_store;
    std::shared_ptr<const RunView> m_view;
    ChartOptions m_options;
    QTabBar* m_tabs;
    QWidget* m_tools;
    ChartView* m_chart;
    QComboBox* m_device;
    QComboBox* m_batch;
    QComboBox* m_dataType;
    QComboBox* m_model;
    QComboBox* m_engine; ///< of the batch comparison
    QComboBox* m_metric;
    QComboBox* m_per;
    QToolButton* m_variants;
    QMenu* m_variantMenu;
    QToolButton* m_scaled; ///< models of the scaling chart
    QMenu* m_scaledMenu;
    bool m_isFilling = false;
};

} // namespace inferometer::ui

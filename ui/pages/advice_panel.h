// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/run_view.h"
#include "ui/settings/settings_store.h"
#include "ui/widgets/page.h"

#include <memory>
#include <vector>

class QComboBox;
class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QSpinBox;
class QVBoxLayout;

namespace inferometer::ui {

/// What to do with each model of a run, and what the user knows of the program that will run it. Every text
/// can be selected.
class AdvicePanel : public Page {
    Q_OBJECT

public:
    explicit AdvicePanel(SettingsStore& store, QWidget* parent = nullptr);

    void setView(std::shared_ptr<const RunView> view);

private:
    void onLanguageChanged() override { show(); }
    void showEvent(QShowEvent* event) override;
    void build();
    void add(QGridLayout* grid, int place, std::function<QString()> text, QWidget* field);
    void refresh();
    void take();
    void show();
    void showLines();
    QLabel* addText(const QString& text, const char* role = "");

    SettingsStore& m_store;
    std::shared_ptr<const RunView> m_view;
    bool m_isStale = true; ///< hidden panels are not filled
    bool m_isRefreshing = false;
    QDoubleSpinBox* m_latency;
    QDoubleSpinBox* m_memory;
    QSpinBox* m_inferences;
    QComboBox* m_cache;
    QWidget* m_content;
    QVBoxLayout* m_lines;
    // Made once and filled anew: polishing new labels is what takes time while a run grows.
    std::vector<QLabel*> m_pool;
    std::size_t m_shown = 0;
};

} // namespace inferometer::ui

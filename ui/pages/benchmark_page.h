// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/run/backend.h"
#include "ui/run/background.h"
#include "ui/settings/settings_store.h"
#include "ui/widgets/page.h"

#include <QTimer>

#include <optional>

class QAction;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QSplitter;

namespace inferometer::ui {

class Banner;
class ModelPicker;
class SetupForm;

/// Choose what is measured; a line says how many measurements that makes and how long they take.
class BenchmarkPage : public Page {
    Q_OBJECT

public:
    BenchmarkPage(Backend& backend, Background& background, SettingsStore& store, QWidget* parent = nullptr);

    void setRunning(bool isRunning);
    void takeCatalogue(const QString& chosen); ///< which has changed; a model to be checked, or empty
    void askMachine(); ///< for its devices, weights and tools
    void requestRun();
    void focusFilter();
    /// Measurements of the set-up; 0 when it cannot be run.
    int measurementCount() const { return m_rows; }
    QString whyNot() const { return m_whyNot; }
    const std::optional<core::Plan>& plan() const { return m_plan; } ///< of the set-up, where it can be run
    Settings setUp() const; ///< what is planned: with devices, and nothing that this installation lacks
    void addFooterButton(QAction* action);
    const std::vector<core::DeviceFacts>& devices() const { return m_devices; }
    const core::DeviceFacts& chosenDevice() const; ///< the first one; to be asked when there are devices
    QByteArray splitterState() const;
    void restoreSplitter(const QByteArray& state); ///< empty: as it was at first

signals:
    void runRequested(const core::Plan& plan);
    void downloadRequested(const QStringList& models);
    void planChanged();
    void prerequisitesMissing();
    void setUpRequested();
    void addModelRequested(const QString& path); ///< of what was dropped, or empty
    void editModelRequested(const QString& name);
    void removeModelRequested(const QString& name);
    void studyRequested();

private:
    void onLanguageChanged() override { updatePlan(); }
    void build();
    void updateDownload();
    void updatePlan();
    void askForecast();
    void showPlan(const core::Result<core::Plan>& plan);

    Backend& m_backend;
    Background& m_background;
    SettingsStore& m_store;
    Banner* m_banner;
    ModelPicker* m_models;
    SetupForm* m_form;
    QSplitter* m_splitter;
    QByteArray m_firstSplitter;
    QLabel* m_planLine;
    QLabel* m_forecastLine;
    QHBoxLayout* m_footer = nullptr;
    QPushButton* m_download;
    QPushButton* m_run;
    QPushButton* m_study;
    QTimer m_forecastDelay;
    std::vector<core::DeviceFacts> m_devices;
    std::optional<core::Plan> m_plan;
    std::optional<core::Forecast> m_forecast;
    QString m_whyNot;
    int m_rows = 0;
    bool m_isRunning = false;
};

} // namespace inferometer::ui

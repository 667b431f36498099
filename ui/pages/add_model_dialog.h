// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/run/run_controller.h"
#include "ui/settings/settings.h"

#include <QDialog>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>
#include <stop_token>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace inferometer::ui {

class Background;

/// Asks for a model of the user's own (an id, a folder or a file, typed, chosen or dropped), prepares it in
/// the background, shows what it is, and puts it into the catalogue. The same for a model that is there
/// already.
class AddModelDialog : public QDialog {
    Q_OBJECT

public:
    struct Services {
        Backend& backend;
        Background& background;
        RunController& controller;
        Settings settings; ///< image and leave to download, as the set-up has them
    };

    AddModelDialog(const Services& services, const QString& word, QWidget* parent = nullptr);
    AddModelDialog(const Services& services, const core::OwnModel& known, QWidget* parent = nullptr);

    const core::OwnModel& model() const { return m_model; } ///< once accepted
    const std::optional<core::ModelTrial>& trial() const { return m_trial; }

    void reject() override; ///< ends a reading or a preparation first; then closes

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    enum class Step { Idle, Examining, Preparing };

    void build();
    void buildForm(QFormLayout* form);
    void buildButtons();
    void connectParts();
    void choose(bool isFolder);
    void showState();
    void forget(); ///< what was found: something was changed
    void begin(bool isTried);
    void showReading();
    void endReading();
    void onExamined(core::Result<core::OwnModel> examined, bool isTried);
    void tryIt();
    void onTried(const core::Result<core::TrialEnd>& end);
    void showFailure(const core::WorkerFailure& failure);
    void takeWords();
    void keep();
    void refuse(const core::Error& error);

    Services m_services;
    core::OwnModel m_model;
    std::optional<core::ModelTrial> m_trial;
    bool m_isKnown = false; ///< in the catalogue already
    bool m_hasChosenTask = false;
    Step m_step = Step::Idle;
    std::stop_source m_examination;
    int m_examinations = 0;
    std::shared_ptr<std::atomic<int>> m_percent; ///< of the model that is read
    QTimer m_look;
    QLineEdit* m_word;
    QLineEdit* m_label;
    QComboBox* m_task;
    QSpinBox* m_imageSize;
    QCheckBox* m_download;
    QCheckBox* m_allow;
    QLabel* m_facts;
    QLabel* m_stepNow;
    QProgressBar* m_busy;
    QLabel* m_problem;
    QPlainTextEdit* m_log;
    QPushButton* m_folder;
    QPushButton* m_file;
    QPushButton* m_prepare;
    QPushButton* m_add;
};

} // namespace inferometer::ui

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/history_model.h"
#include "ui/run/backend.h"
#include "ui/run/background.h"
#include "ui/widgets/page.h"

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedLayout;
class QTableView;

namespace inferometer::ui {

class Banner;
class ColumnFit;
class EmptyState;
class ResumeMenu;

/// Every run of this user: find, open, rename, delete, resume.
class HistoryPage : public Page {
    Q_OBJECT

public:
    HistoryPage(Backend& backend, Background& background, QWidget* parent = nullptr);

    void reload();
    void setRunning(bool isRunning);
    int runCount() const { return m_model.rowCount(); }
    QTableView& table() { return *m_table; }

signals:
    void openRequested(const std::filesystem::path& file);
    void resumeRequested(const std::filesystem::path& file, const std::string& elsewhere);
    void compareRequested(const std::vector<std::filesystem::path>& files); ///< two to five
    void pinRequested(const std::filesystem::path& file);
    void benchmarkRequested();
    void relabelled(const std::filesystem::path& file, const QString& label);
    void loaded();

private:
    void onLanguageChanged() override;
    void build();
    void bindTexts();
    void updateButtons();
    void showCount();
    std::vector<int> selectedRows() const; ///< of the model, the current one first where it is selected
    std::vector<std::filesystem::path> selectedRuns() const; ///< readable ones, in the same order
    std::optional<int> chosenRow() const; ///< the first of those selected, for what is done with one
    void open(int row);
    void rename();
    void relabel(int row, const QString& label, const QString& note);
    /// A run that was deleted, and the way back.
    struct Removed {
        RunSummary run;
        int row = 0; ///< where it stood
        std::filesystem::path keptAs;
    };
    void remove();
    void showRemoved(const std::vector<Removed>& removed, const std::optional<core::Error>& failure);
    void restore(const std::vector<Removed>& removed);
    void showInFolder();
    void showError(const core::Error& error);

    Backend& m_backend;
    Background& m_background;
    HistoryModel m_model;
    HistoryFilterModel m_filter;
    QStackedLayout* m_stack;
    EmptyState* m_empty;
    Banner* m_banner;
    QLineEdit* m_search;
    QLabel* m_count;
    QTableView* m_table;
    ColumnFit* m_fit = nullptr;
    QPushButton* m_open;
    QPushButton* m_resume;
    ResumeMenu* m_resumeMenu;
    QPushButton* m_rename;
    QPushButton* m_folder;
    QPushButton* m_delete;
    QPushButton* m_compare;
    QPushButton* m_pin;
    bool m_isRunning = false;
};

} // namespace inferometer::ui

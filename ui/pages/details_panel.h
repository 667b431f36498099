// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/run_view.h"
#include "ui/widgets/page.h"

#include <filesystem>
#include <memory>

class QFormLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace inferometer::ui {

/// All that is known of one row: outcome and reason, statistics, conditions, log. Every text can be selected.
class DetailsPanel : public Page {
    Q_OBJECT

public:
    explicit DetailsPanel(QWidget* parent = nullptr);

    void setRow(std::shared_ptr<const RunView> view, int row);
    void setCanRun(bool canRun);
    void setFile(const std::filesystem::path& file); ///< of the view: logs lie beside it

signals:
    void runAgainRequested(int row);
    void allocatorRequested(int row); ///< the row once more, with the system's way of giving memory back

private:
    void onLanguageChanged() override { show(); }
    void show();
    void addSection(const QString& title);
    void add(const QString& name, const QString& value);
    void showOutcome(const ResultRow& row);
    void showStatistics(const ResultRow& row);
    void showVerification(const ResultRow& row);
    void showConditions(const ResultRow& row);
    void showDevice(const core::VariantResult& result);
    void showLog(const ResultRow& row);

    std::shared_ptr<const RunView> m_view;
    int m_row = -1;
    std::filesystem::path m_file;
    QLabel* m_title;
    QLabel* m_hint;
    QWidget* m_content;
    QVBoxLayout* m_sections;
    QFormLayout* m_form = nullptr;
    QPushButton* m_runAgain;
    QPushButton* m_allocator;
};

} // namespace inferometer::ui

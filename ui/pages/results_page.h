// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_options.h"
#include "ui/settings/settings_store.h"
#include "ui/widgets/page.h"

#include <QTimer>

#include <memory>

class QPushButton;
class QSplitter;
class QStackedLayout;
class QTabWidget;

namespace inferometer::ui {

class AdvicePanel;
class Banner;
class ChartPanel;
class DetailsPanel;
class EmptyState;
class ResultHeader;
class ResultTable;

/// One run: headline, charts, table, and beside them what to do or the details of a row; chart and table
/// follow each other.
class ResultsPage : public Page {
    Q_OBJECT

public:
    explicit ResultsPage(SettingsStore& store, QWidget* parent = nullptr);

    /// Nothing: the empty state. A live run fills in and cannot be renamed. One that begins, or is shown
    /// already, is drawn a part per turn of the event loop.
    void setView(std::shared_ptr<const RunView> view, bool isLive);
    /// Shown beside every run in charts and table, until something else is; nothing: each run alone.
    void setPinned(std::shared_ptr<const Pinned> pinned);
    const std::shared_ptr<const RunView>& view() const { return m_view; }
    void setFile(const std::filesystem::path& file); ///< of the next view; empty: it has none
    void commitLabel(); ///< of the view, before another file takes its place
    void setReadOnly(bool isReadOnly) { m_isReadOnly = isReadOnly; } ///< of the next view: no new label
    void setCanRun(bool canRun);
    void setCanResume(bool canResume);
    void setHasSample(bool hasSample);
    ChartPanel& charts() { return *m_charts; }
    ResultTable& table() { return *m_table; }
    Banner& banner() { return *m_banner; }
    QPushButton& resumeButton() { return *m_resume; }
    int currentRow() const { return m_row; }
    void chooseRow(int row);
    void setChartVisible(bool isVisible);
    bool isChartVisible() const;
    void setDetailsVisible(bool isVisible);
    QByteArray splitterState() const;
    void restoreSplitter(const QByteArray& state); ///< empty: as it was at first

signals:
    void benchmarkRequested();
    void openRequested();
    void sampleRequested();
    void labelChanged(const QString& label);
    void rowChosen(int row); ///< of the run; -1: none
    void runAgainRequested(int row);
    void allocatorRequested(int row);
    void announced(const QString& sentence);

private:
    void build();
    QWidget* buildEmpty();
    QWidget* buildContent();
    /// A run that grows is shown part by part, one turn of the event loop each, so that no turn gets long.
    void showNextPart();

    SettingsStore& m_store;
    std::shared_ptr<const RunView> m_view;
    std::shared_ptr<const Pinned> m_pinned;
    bool m_isLive = false;
    bool m_isReadOnly = false;
    int m_row = -1;
    QTimer m_parts;
    int m_part = 0; ///< the next one
    int m_staleParts = 0;
    bool m_areDetailsStale = false;
    QStackedLayout* m_stack;
    Banner* m_banner;
    EmptyState* m_empty;
    QPushButton* m_showSample = nullptr;
    ResultHeader* m_header;
    ChartPanel* m_charts;
    ResultTable* m_table;
    QTabWidget* m_side;
    AdvicePanel* m_advice;
    DetailsPanel* m_details;
    QPushButton* m_resume;
    QSplitter* m_vertical;
    QSplitter* m_horizontal;
    QByteArray m_firstSplitters;
};

} // namespace inferometer::ui

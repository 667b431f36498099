// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/import.h"
#include "ui/charts/chart_options.h"
#include "ui/charts/table_chart.h"
#include "ui/models/comparison_model.h"
#include "ui/run/backend.h"
#include "ui/run/background.h"
#include "ui/widgets/page.h"

#include <memory>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QMenu;
class QStackedLayout;
class QTableView;
class QToolButton;

namespace inferometer::ui {

class Banner;
class ChartView;
class EmptyState;

/// Two to five runs, published tables or imports side by side: what differs in their conditions, a chart with
/// a hue per source, and a table of the common cells.
class ComparePage : public Page {
    Q_OBJECT

public:
    ComparePage(Backend& backend, Background& background, QWidget* parent = nullptr);

    /// Reads runs in the background and puts them in place of what was compared; the first one is the base.
    void compare(const std::vector<std::filesystem::path>& files);
    void add(core::StudyTable table);
    /// Asks what the columns of a CSV file hold where they have to be named.
    void addFile(const std::filesystem::path& file);
    const std::vector<core::StudyTable>& sources() const { return m_sources; }
    const std::shared_ptr<const Compared>& compared() const { return m_model.compared(); }
    void setShowsMissing(bool showsMissing);
    void setBase(std::size_t source);
    void remove(std::size_t source);
    void copyMarkdown();
    QTableView& table() { return *m_table; }
    ChartView& chart() { return *m_chart; }
    // What the chart shows, of at least one source.
    BarChart makeChart() const; ///< in the language at hand
    ChartKind chartKind() const;
    TableChartOptions chartOptions() const;
    QString differencesText() const; ///< of the conditions, and what is not compared, as shown

signals:
    void historyRequested();
    void sourcesChanged();
    void announced(const QString& sentence);

private:
    void onLanguageChanged() override;
    QWidget* buildContent();
    QWidget* buildBar();
    void bindTexts();
    void fillAddMenu();
    void fillChips();
    QToolButton* makeChip(std::size_t source);
    void fillSelectors();
    void fillDataTypes();
    void recompute();
    void redraw();
    std::vector<core::Variant> shownVariants() const;
    void chooseFile();
    void chooseFolder();
    void readFile(const std::filesystem::path& file, const std::optional<core::CsvMapping>& columns);
    void askForColumns(const std::filesystem::path& file, const std::vector<std::string>& columns);
    std::string deviceIn(std::size_t source) const;
    void showError(const core::Error& error);

    Backend& m_backend;
    Background& m_background;
    std::vector<core::StudyTable> m_sources;
    ComparisonModel m_model;
    ComparisonSortModel m_sorted;
    QStackedLayout* m_stack;
    Banner* m_banner;
    EmptyState* m_empty;
    QWidget* m_chips;
    QToolButton* m_add;
    QMenu* m_addMenu;
    QLabel* m_differences;
    QLabel* m_count;
    QComboBox* m_kind;
    QComboBox* m_device; ///< of the base
    QComboBox* m_batch;
    QComboBox* m_dataType;
    QCheckBox* m_missing;
    QToolButton* m_copy;
    ChartView* m_chart;
    QTableView* m_table;
};

} // namespace inferometer::ui

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/history_page.h"

#include "core/study/run_comparison.h"
#include "ui/pages/label_dialog.h"
#include "ui/pages/resume_menu.h"
#include "ui/text/error_text.h"
#include "ui/text/tr.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/column_fit.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/looks.h"

#include <QAction>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QStackedLayout>
#include <QTableView>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace inferometer::ui {

HistoryPage::HistoryPage(Backend& backend, Background& background, QWidget* parent)
    : Page(parent)
    , m_backend(backend)
    , m_background(background)
    , m_stack(new QStackedLayout(this))
    , m_empty(new EmptyState(QStringLiteral("clock")))
    , m_banner(new Banner)
    , m_search(new QLineEdit)
    , m_count(new QLabel)
    , m_table(new QTableView)
    , m_open(makePrimary())
    , m_resume(new QPushButton)
    , m_resumeMenu(new ResumeMenu(backend, background, this))
    , m_rename(new QPushButton)
    , m_folder(new QPushButton)
    , m_delete(new QPushButton)
    , m_compare(new QPushButton)
    , m_pin(new QPushButton)
{
    m_filter.setSourceModel(&m_model);
    build();
    bindTexts();
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter.setFilterFixedString(text);
        showCount();
    });
    connect(m_table, &QTableView::activated, this,
        [this](const QModelIndex& index) { open(m_filter.mapToSource(index).row()); });
    connect(
        m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &HistoryPage::updateButtons);
    connect(
        m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HistoryPage::updateButtons);
    connect(m_compare, &QPushButton::clicked, this, [this] { emit compareRequested(selectedRuns()); });
    connect(m_pin, &QPushButton::clicked, this, [this] { emit pinRequested(selectedRuns().front()); });
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const auto row = chosenRow())
            open(*row);
    });
    connect(m_rename, &QPushButton::clicked, this, &HistoryPage::rename);
    connect(m_folder, &QPushButton::clicked, this, &HistoryPage::showInFolder);
    connect(m_delete, &QPushButton::clicked, this, &HistoryPage::remove);
    m_resumeMenu->openFrom(m_resume);
    connect(m_resumeMenu, &ResumeMenu::chosen, this, [this](const std::string& elsewhere) {
        if (const auto row = chosenRow())
            emit resumeRequested(m_model.run(*row).file, elsewhere);
    });
    auto* deleteKey = new QShortcut(QKeySequence::Delete, m_table, nullptr, nullptr, Qt::WidgetShortcut);
    connect(deleteKey, &QShortcut::activated, this, &HistoryPage::remove);
    updateButtons();
}

void HistoryPage::build()
{
    m_empty->setText(
        [] { return Tr::tr("No runs yet"); }, [] { return Tr::tr("Runs you make are kept here."); });
    auto* benchmark = m_empty->addButton([] { return Tr::tr("Go to &Benchmark"); }, true);
    connect(benchmark, &QPushButton::clicked, this, &HistoryPage::benchmarkRequested);
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(10);
    layout->addWidget(m_banner);
    auto* top = new QHBoxLayout;
    top->addWidget(m_search, 1);
    top->addWidget(m_count);
    layout->addLayout(top);
    m_search->addAction(lineIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_search->setClearButtonEnabled(true);
    setRole(m_count, "muted");
    m_table->setModel(&m_filter);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(HistoryModel::DateColumn, Qt::DescendingOrder);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    setRowsByFont(m_table, 12);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_fit = new ColumnFit(*m_table,
        {HistoryModel::LabelColumn, HistoryModel::ModelsColumn, HistoryModel::DeviceColumn,
            HistoryModel::GainColumn, HistoryModel::OutcomeColumn});
    layout->addWidget(m_table, 1);
    auto* buttons = new QHBoxLayout;
    for (auto* button : {m_open, m_compare, m_pin, m_resume, m_rename, m_folder, m_delete})
        buttons->addWidget(button);
    buttons->insertStretch(buttons->count() - 1);
    layout->addLayout(buttons);
    m_delete->setIcon(lineIcon(QStringLiteral("trash")));
    m_rename->setIcon(lineIcon(QStringLiteral("pencil")));
    m_folder->setIcon(lineIcon(QStringLiteral("folder")));
    m_resume->setIcon(lineIcon(QStringLiteral("resume")));
    m_stack->addWidget(m_empty);
    m_stack->addWidget(content);
}

void HistoryPage::bindTexts()
{
    m_texts.bind([this] {
        m_search->setPlaceholderText(Tr::tr("Find runs by label, model, device or note"));
        m_search->setAccessibleName(Tr::tr("Find runs"));
        m_table->setAccessibleName(Tr::tr("Runs"));
        m_open->setText(Tr::tr("&Open"));
        m_compare->setText(Tr::tr("&Compare"));
        m_compare->setToolTip(Tr::tr("Compare the selected runs, two to five"));
        m_pin->setText(Tr::tr("&Pin"));
        m_pin->setToolTip(Tr::tr("Show this run beside whatever run is open"));
        m_resume->setText(Tr::tr("Resume ru&n"));
        m_rename->setText(Tr::tr("&Label and note…"));
        m_folder->setText(Tr::tr("&Show in folder"));
        m_delete->setText(Tr::tr("&Delete"));
    });
}

void HistoryPage::onLanguageChanged()
{
    m_model.retranslate();
    m_fit->fit();
    showCount();
}

void HistoryPage::reload()
{
    m_resumeMenu->askTargets();
    m_background.ask(
        this, [this] { return m_backend.history(); },
        [this](std::vector<RunSummary> runs) {
            const QModelIndex current = m_filter.mapToSource(m_table->currentIndex());
            const auto file = current.isValid() ? m_model.run(current.row()).file : std::filesystem::path();
            m_model.setRuns(std::move(runs));
            m_fit->fit();
            const int kept = std::max(0, m_model.find(file));
            if (m_model.rowCount() > 0)
                m_table->setCurrentIndex(m_filter.mapFromSource(m_model.index(kept, 0)));
            showCount();
            emit loaded();
        });
}

void HistoryPage::showCount()
{
    m_stack->setCurrentIndex(m_model.rowCount() > 0 || m_banner->isVisibleTo(this) ? 1 : 0);
    m_count->setText(m_filter.rowCount() == 0 && !m_search->text().isEmpty()
            ? Tr::tr("No run matches “%1”.").arg(m_search->text())
            : Tr::tr("%n run(s)", nullptr, m_filter.rowCount()));
    updateButtons();
}

std::vector<int> HistoryPage::selectedRows() const
{
    std::vector<int> rows;
    const auto add = [&](const QModelIndex& index) {
        const int row = m_filter.mapToSource(index).row();
        if (std::find(rows.begin(), rows.end(), row) == rows.end())
            rows.push_back(row);
    };
    const auto* selection = m_table->selectionModel();
    const QModelIndex current = m_table->currentIndex(); // also the one that a click has just deselected
    if (current.isValid() && selection->isRowSelected(current.row(), {}))
        add(current);
    for (const auto& index : selection->selectedRows())
        add(index);
    return rows;
}

std::optional<int> HistoryPage::chosenRow() const
{
    const auto rows = selectedRows();
    return rows.empty() ? std::nullopt : std::optional(rows.front());
}

std::vector<std::filesystem::path> HistoryPage::selectedRuns() const
{
    std::vector<std::filesystem::path> files;
    for (const int row : selectedRows()) {
        if (m_model.run(row).problem.empty())
            files.push_back(m_model.run(row).file);
    }
    return files;
}

void HistoryPage::updateButtons()
{
    const auto selected = selectedRuns().size();
    m_compare->setEnabled(selected >= 2 && selected <= core::mostTables);
    m_pin->setEnabled(selected == 1);
    const auto row = chosenRow();
    const bool isReadable = row && m_model.run(*row).problem.empty();
    m_open->setEnabled(isReadable);
    m_rename->setEnabled(isReadable);
    m_folder->setEnabled(row.has_value());
    m_delete->setEnabled(row.has_value() && !m_isRunning);
    m_resume->setVisible(isReadable && m_model.run(*row).ending != core::Ending::Completed);
    m_resume->setEnabled(!m_isRunning);
}

void HistoryPage::setRunning(bool isRunning)
{
    m_isRunning = isRunning;
    updateButtons();
}

void HistoryPage::open(int row)
{
    if (m_model.run(row).problem.empty())
        emit openRequested(m_model.run(row).file);
}

void HistoryPage::rename()
{
    const auto row = chosenRow();
    if (!row)
        return;
    const auto& run = m_model.run(*row);
    auto* dialog = new LabelDialog(QString::fromStdString(run.label), QString::fromStdString(run.note), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, file = run.file] {
        const int now = m_model.find(file);
        if (now >= 0)
            relabel(now, dialog->label(), dialog->note());
    });
    dialog->open();
}

void HistoryPage::relabel(int row, const QString& label, const QString& note)
{
    const auto file = m_model.run(row).file;
    m_background.ask(
        this,
        [this, file, label = label.toStdString(), note = note.toStdString()] {
            return m_backend.relabel(file, label, note);
        },
        [this, file, label, note](const core::Result<void>& result) {
            if (!result) {
                showError(result.error());
                return;
            }
            const int now = m_model.find(file);
            if (now >= 0)
                m_model.rename(now, label.toStdString(), note.toStdString());
            emit relabelled(file, label);
        });
}

void HistoryPage::remove()
{
    if (m_isRunning)
        return;
    std::vector<Removed> runs;
    for (const int row : selectedRows())
        runs.push_back({m_model.run(row), row, {}});
    if (runs.empty())
        return;
    // So that putting them back in this order puts each where it stood.
    std::sort(runs.begin(), runs.end(), [](const Removed& a, const Removed& b) { return a.row < b.row; });
    m_background.ask(
        this,
        [this, runs] {
            std::vector<core::Result<std::filesystem::path>> results;
            for (const auto& each : runs)
                results.push_back(m_backend.remove(each.run.file));
            return results;
        },
        [this, runs](const std::vector<core::Result<std::filesystem::path>>& results) {
            std::vector<Removed> removed;
            std::optional<core::Error> failure;
            for (std::size_t i = 0; i < runs.size(); ++i) {
                if (!results[i]) {
                    failure = results[i].error();
                    continue;
                }
                removed.push_back(runs[i]);
                removed.back().keptAs = *results[i];
                if (const int now = m_model.find(runs[i].run.file); now >= 0)
                    m_model.remove(now);
            }
            showRemoved(removed, failure);
        });
}

void HistoryPage::showRemoved(const std::vector<Removed>& removed, const std::optional<core::Error>& failure)
{
    const auto sentence = [removed, failure] {
        QStringList sentences;
        if (removed.size() == 1) {
            const auto& run = removed.front().run;
            sentences << Tr::tr("“%1” was deleted.")
                             .arg(QString::fromStdString(run.label.empty() ? run.id : run.label));
        } else if (!removed.empty()) {
            sentences << Tr::tr("%n run(s) were deleted.", nullptr, static_cast<int>(removed.size()));
        }
        if (failure)
            sentences << errorText(*failure);
        return sentences.join(QLatin1Char(' '));
    };
    // The row that became current is not selected by itself; the next Delete is meant for it.
    if (!m_table->selectionModel()->hasSelection() && m_table->currentIndex().isValid())
        m_table->selectRow(m_table->currentIndex().row());
    if (removed.empty())
        m_banner->showMessage(sentence);
    else
        m_banner->showMessage(
            sentence, [] { return Tr::tr("&Undo"); }, [this, removed] { restore(removed); });
    showCount();
}

void HistoryPage::restore(const std::vector<Removed>& removed)
{
    m_background.ask(
        this,
        [this, removed] {
            std::vector<core::Result<void>> results;
            for (const auto& each : removed)
                results.push_back(m_backend.restore(each.keptAs, each.run.file));
            return results;
        },
        [this, removed](const std::vector<core::Result<void>>& results) {
            for (std::size_t i = 0; i < removed.size(); ++i) {
                if (results[i])
                    m_model.insert(std::min(removed[i].row, m_model.rowCount()), removed[i].run);
                else
                    showError(results[i].error());
            }
            showCount();
        });
}

void HistoryPage::showInFolder()
{
    if (const auto row = chosenRow())
        QDesktopServices::openUrl(
            QUrl::fromLocalFile(QString::fromStdString(m_model.run(*row).file.parent_path().string())));
}

void HistoryPage::showError(const core::Error& error)
{
    m_banner->showMessage([error] { return errorText(error); });
}

} // namespace inferometer::ui

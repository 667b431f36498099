// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/result_table.h"

#include "ui/models/result_columns.h"
#include "ui/models/table_text.h"
#include "ui/text/tr.h"
#include "ui/widgets/looks.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>

#include <algorithm>

namespace inferometer::ui {

namespace {

/// So many rows are looked at for the width of a column; all of a large run would hold up the window.
constexpr int rowsForWidth = 60;

} // namespace

ResultTable::ResultTable(QWidget* parent)
    : QTableView(parent)
{
    m_sorted.setSourceModel(&m_model);
    setModel(&m_sorted);
    setSortingEnabled(true);
    sortByColumn(-1, Qt::AscendingOrder);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    setRowsByFont(this, 9);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setResizeContentsPrecision(rowsForWidth);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this, &ResultTable::showColumnMenu);
    const auto columns = resultColumns();
    for (std::size_t i = 0; i < columns.size(); ++i)
        setColumnHidden(static_cast<int>(i), !columns[i].isVisibleAtFirst);
    m_firstColumns = columnState();
    setAccessibleName(Tr::tr("Results"));
}

void ResultTable::setView(std::shared_ptr<const RunView> view)
{
    const bool isOther = !m_model.view() || !view || m_model.view()->record().id != view->record().id;
    const bool hasPinned = view && view->pinned();
    if (hasPinned != m_hasPinned)
        showPinnedColumns(hasPinned);
    m_model.setView(std::move(view));
    if (isOther)
        sizeColumns();
    else
        growColumns();
}

void ResultTable::showPinnedColumns(bool isShown)
{
    m_hasPinned = isShown;
    const auto columns = resultColumns();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].isOfPinned)
            setColumnHidden(static_cast<int>(i), !isShown);
    }
}

void ResultTable::growColumns()
{
    for (int column = 0; column < m_model.columnCount(); ++column) {
        if (!isColumnHidden(column) && sizeHintForColumn(column) > columnWidth(column))
            setColumnWidth(column, std::min(sizeHintForColumn(column), widestColumn()));
    }
}

int ResultTable::widestColumn() const
{
    return fontMetrics().averageCharWidth() * 42;
}

void ResultTable::sizeColumns()
{
    resizeColumnsToContents();
    for (int column = 0; column < m_model.columnCount(); ++column) {
        if (columnWidth(column) > widestColumn())
            setColumnWidth(column, widestColumn());
    }
}

void ResultTable::setCurrentRow(int row)
{
    if (row == currentRow())
        return;
    m_isSetting = true;
    if (row < 0) {
        clearSelection();
        setCurrentIndex({});
    } else {
        const QModelIndex index = m_sorted.mapFromSource(m_model.index(row, 1));
        setCurrentIndex(index);
        scrollTo(index);
    }
    m_isSetting = false;
}

int ResultTable::currentRow() const
{
    const QModelIndex index = m_sorted.mapToSource(currentIndex());
    return index.isValid() ? index.row() : -1;
}

void ResultTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (!m_isSetting && current.isValid())
        emit rowChosen(m_sorted.mapToSource(current).row());
}

std::vector<int> ResultTable::shownRows(bool onlySelected) const
{
    std::vector<int> rows;
    const bool hasSelection = onlySelected && selectionModel()->hasSelection();
    for (int i = 0; i < m_sorted.rowCount(); ++i) {
        if (!hasSelection || selectionModel()->isRowSelected(i, {}))
            rows.push_back(m_sorted.mapToSource(m_sorted.index(i, 0)).row());
    }
    return rows;
}

std::vector<int> ResultTable::shownColumns() const
{
    std::vector<int> columns;
    for (int i = 0; i < m_model.columnCount(); ++i) {
        const int column = horizontalHeader()->logicalIndex(i);
        if (!isColumnHidden(column))
            columns.push_back(column);
    }
    return columns;
}

void ResultTable::copySelection() const
{
    if (!m_model.view())
        return;
    if (!selectionModel()->hasSelection()) {
        copyMarkdown();
        return;
    }
    QGuiApplication::clipboard()->setText(
        tabSeparated(QLocale(), *m_model.view(), shownRows(true), shownColumns()));
}

void ResultTable::copyMarkdown() const
{
    if (m_model.view())
        QGuiApplication::clipboard()->setText(
            markdownTable(QLocale(), *m_model.view(), shownRows(true), shownColumns()));
}

void ResultTable::showColumnMenu(const QPoint& position)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto columns = resultColumns();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const int column = static_cast<int>(i);
        auto* action = menu->addAction(headerOf(columns[i]));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool isShown) {
            setColumnHidden(column, !isShown);
            if (isShown)
                resizeColumnToContents(column);
        });
    }
    menu->popup(horizontalHeader()->mapToGlobal(position));
}

QByteArray ResultTable::columnState() const
{
    return horizontalHeader()->saveState();
}

void ResultTable::restoreColumns(const QByteArray& state)
{
    horizontalHeader()->restoreState(state.isEmpty() ? m_firstColumns : state);
    showPinnedColumns(m_hasPinned);
    if (state.isEmpty())
        sizeColumns();
}

void ResultTable::retranslate()
{
    setAccessibleName(Tr::tr("Results"));
    m_model.retranslate();
    sizeColumns();
}

void ResultTable::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace inferometer::ui

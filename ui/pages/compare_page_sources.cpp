// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/foreign.h"
#include "ui/pages/columns_dialog.h"
#include "ui/pages/compare_page.h"
#include "ui/pages/published_menu.h"
#include "ui/run/read_table.h"
#include "ui/text/note_text.h"
#include "ui/text/tr.h"
#include "ui/widgets/looks.h"

#include <QFileDialog>
#include <QMenu>
#include <QToolButton>

namespace inferometer::ui {

QToolButton* ComparePage::makeChip(std::size_t source)
{
    const auto& table = m_sources[source];
    const QString label = QString::fromStdString(nameOf(table));
    auto* chip = new QToolButton;
    chip->setText(source == 0 ? Tr::tr("★ %1", "the base of a comparison").arg(label) : label);
    chip->setPopupMode(QToolButton::InstantPopup);
    setRole(chip, "combo");
    QStringList notes;
    for (const auto& note : table.notes)
        notes << noteText(note);
    chip->setToolTip(
        (QStringList{source == 0 ? Tr::tr("The others are compared with this one.") : label} + notes)
            .join(QLatin1Char('\n')));
    auto* menu = new QMenu(chip);
    auto* base = menu->addAction(Tr::tr("Use as &base"));
    base->setEnabled(source > 0);
    connect(
        base, &QAction::triggered, this, [this, source] { setBase(source); }, Qt::QueuedConnection);
    connect(
        menu->addAction(Tr::tr("&Remove")), &QAction::triggered, this, [this, source] { remove(source); },
        Qt::QueuedConnection);
    chip->setMenu(menu);
    return chip;
}

void ComparePage::fillAddMenu()
{
    m_addMenu->clear();
    connect(m_addMenu->addAction(Tr::tr("Runs of the &History…")), &QAction::triggered, this,
        &ComparePage::historyRequested);
    connect(m_addMenu->addAction(Tr::tr("&File…")), &QAction::triggered, this, &ComparePage::chooseFile);
    auto* folder = m_addMenu->addAction(Tr::tr("F&older of optimum-benchmark…"));
    connect(folder, &QAction::triggered, this, &ComparePage::chooseFolder);
    m_addMenu->addSeparator();
    addPublishedTables(*m_addMenu, m_backend, [this](const core::StudyTable& table) { add(table); });
}

void ComparePage::chooseFile()
{
    auto* dialog = new QFileDialog(
        this, Tr::tr("Add a run or a table"), QString::fromStdString(m_backend.historyFolder().string()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(
        {Tr::tr("Runs and tables (*.inferometer.jsonl *.csv *.json *.jsonl)"), Tr::tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this,
        [this](const QString& path) { addFile(path.toStdString()); });
    dialog->open();
}

void ComparePage::chooseFolder()
{
    auto* dialog = new QFileDialog(this, Tr::tr("Add a folder of reports"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this,
        [this](const QString& path) { addFile(path.toStdString()); });
    dialog->open();
}

void ComparePage::addFile(const std::filesystem::path& file)
{
    m_background.ask(
        this, [file] { return core::columnsToMap(file); },
        [this, file](core::Result<std::vector<std::string>> columns) {
            if (!columns)
                showError(columns.error());
            else if (columns->empty())
                readFile(file, {});
            else
                askForColumns(file, *columns);
        });
}

void ComparePage::askForColumns(const std::filesystem::path& file, const std::vector<std::string>& columns)
{
    auto* dialog = new ColumnsDialog(QString::fromStdString(file.filename().string()), columns, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, file] { readFile(file, dialog->mapping()); });
    dialog->open();
}

void ComparePage::readFile(const std::filesystem::path& file, const std::optional<core::CsvMapping>& columns)
{
    m_background.ask(
        this, [this, file, columns] { return readTable(m_backend, file, columns); },
        [this](core::Result<core::StudyTable> table) {
            if (table)
                add(*std::move(table));
            else
                showError(table.error());
        });
}

} // namespace inferometer::ui

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/add_model_dialog.h"
#include "ui/pages/benchmark_page.h"
#include "ui/pages/first_start_page.h"
#include "ui/pages/main_window.h"
#include "ui/pages/model_words.h"
#include "ui/text/tr.h"

#include <QMessageBox>
#include <QPushButton>

#include <utility>

namespace inferometer::ui {

FirstStartPage& MainWindow::firstStartPage()
{
    if (m_firstStart)
        return *m_firstStart;
    m_firstStart = new FirstStartPage(m_backend, m_background, m_controller);
    place(PageId::FirstStart, m_firstStart);
    connect(m_firstStart, &FirstStartPage::benchmarkRequested, this, [this] { showPage(PageId::Benchmark); });
    connect(m_firstStart, &FirstStartPage::sampleRequested, this, &MainWindow::showSample);
    connect(m_firstStart, &FirstStartPage::looked, this, [this] {
        if (m_firstStart->isReady())
            benchmarkPage().askMachine();
    });
    return *m_firstStart;
}

/// A package without its Python environment opens with the way to it; once, so that the user may go
/// elsewhere.
void MainWindow::offerSetUp()
{
    if (m_backend.canSetUp() && !std::exchange(m_hasOfferedSetUp, true) && page() == PageId::Benchmark)
        showPage(PageId::FirstStart);
}

void MainWindow::addModel(const QString& path)
{
    openModelDialog(new AddModelDialog(
        {m_backend, m_background, m_controller, m_store.settings()}, modelWord(path), this));
}

void MainWindow::editModel(const QString& name)
{
    const auto* known = m_backend.catalog().findByName(name.toStdString());
    if (known && known->own)
        openModelDialog(new AddModelDialog(
            {m_backend, m_background, m_controller, m_store.settings()}, *known->own, this));
}

void MainWindow::openModelDialog(AddModelDialog* dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
        [this, dialog] { benchmarkPage().takeCatalogue(QString::fromStdString(dialog->model().name)); });
    dialog->open();
}

void MainWindow::removeModel(const QString& name)
{
    auto* box = new QMessageBox(QMessageBox::Question, Tr::tr("Remove the model?"),
        Tr::tr("“%1” is taken out of your catalogue. Its files and what was measured with it stay.")
            .arg(name),
        QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    auto* remove = box->addButton(
        Tr::tr("&Remove", "a model of one's own, from the list"), QMessageBox::DestructiveRole);
    box->addButton(QMessageBox::Cancel);
    connect(box, &QMessageBox::buttonClicked, this, [this, remove, name](const QAbstractButton* button) {
        if (button != remove)
            return;
        const auto removed = m_backend.removeModel(name.toStdString());
        if (!removed)
            showError(removed.error());
        benchmarkPage().takeCatalogue({});
    });
    box->open();
}

} // namespace inferometer::ui

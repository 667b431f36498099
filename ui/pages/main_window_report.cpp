// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/report/guide_table.h"
#include "core/study/report/writers.h"
#include "ui/pages/main_window.h"
#include "ui/pages/results_page.h"
#include "ui/pages/window_actions.h"
#include "ui/report/report_file.h"
#include "ui/text/note_text.h"
#include "ui/text/tr.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QMenu>

namespace inferometer::ui {

void MainWindow::exportReport(const QString& suffix)
{
    const auto view = resultsPage().view();
    if (!view)
        return;
    const auto published = m_backend.publishedTables();
    if (!published) {
        showError(published.error());
        return;
    }
    chooseTarget(Tr::tr("Write report"), reportName(*view, suffix),
        QStringLiteral("%1 (*.%2)").arg(suffix.toUpper(), suffix),
        [this, view, tables = *published](const QString& path) {
            const auto written = [&] {
                const ScopedLanguage scope(m_language, m_store.settings().pictureLanguage);
                return writeReport(*view, tables, path);
            }();
            if (!written)
                showError(written.error());
            else
                say(Tr::tr("Written: %1").arg(QDir::toNativeSeparators(path)));
        });
}

void MainWindow::fillGuideTables()
{
    QMenu* menu = m_actions->guideTables;
    menu->clear();
    const auto view = resultsPage().view();
    if (!view)
        return;
    for (auto& each : core::report::guideTables(core::tableOf(view->record()))) {
        auto* action = menu->addAction(noteText(each.name));
        connect(action, &QAction::triggered, this, [this, table = std::move(each.table)] {
            QGuiApplication::clipboard()->setText(
                QString::fromStdString(core::report::toMarkdown(table, phrases())));
            say(Tr::tr("The table was copied as Markdown."));
        });
    }
}

} // namespace inferometer::ui

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/store/run_lines.h"
#include "core/store/run_reader.h"
#include "ui/charts/chart_builder.h"
#include "ui/pages/benchmark_page.h"
#include "ui/pages/chart_panel.h"
#include "ui/pages/compare_page.h"
#include "ui/pages/export_dialog.h"
#include "ui/pages/main_window.h"
#include "ui/pages/picture_files.h"
#include "ui/pages/result_table.h"
#include "ui/pages/results_page.h"
#include "ui/pages/setup_state.h"
#include "ui/pages/system_page.h"
#include "ui/text/tr.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>

namespace inferometer::ui {

namespace {

constexpr std::size_t maxRunFile_bytes = 1u << 30;

QString exportFolder(const Settings& settings)
{
    return settings.exportFolder.isEmpty()
        ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
        : settings.exportFolder;
}

PictureOptions pictureOptions(const Settings& settings, bool isWindowDark)
{
    PictureOptions picture;
    picture.format = settings.pictureFormat;
    picture.size = QSize(settings.pictureWidth, settings.pictureHeight);
    picture.scale = settings.pictureScale;
    picture.isDark = settings.pictureTheme == ThemeChoice::Dark
        || (settings.pictureTheme == ThemeChoice::System && isWindowDark);
    picture.hasFooter = settings.pictureHasFooter;
    picture.isTransparent = settings.pictureIsTransparent;
    picture.palette = settings.palette;
    picture.hasHatch = settings.hasHatch;
    return picture;
}

} // namespace

void MainWindow::chooseTarget(
    const QString& title, const QString& name, const QString& filter, std::function<void(QString)> use)
{
    auto* dialog = new QFileDialog(this, title, exportFolder(m_store.settings()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(filter);
    dialog->setDefaultSuffix(name.section(QLatin1Char('.'), 1));
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, [this, use = std::move(use)](const QString& path) {
        m_store.change([&](Settings& settings) { settings.exportFolder = QFileInfo(path).absolutePath(); });
        use(path);
    });
    dialog->open();
}

/// A chart, and what its picture is called and says of itself.
struct MainWindow::ShownChart {
    std::function<Chart()> make; ///< in the language at hand
    std::function<QString(PictureFormat)> pictureName;
    std::function<PictureFacts(const Chart&)> facts;
};

std::optional<MainWindow::ShownChart> MainWindow::shownChart()
{
    if (page() == PageId::Compare) {
        auto& compared = comparePage();
        if (compared.sources().empty())
            return std::nullopt;
        return ShownChart{[&compared] { return compared.makeChart(); },
            [&compared](PictureFormat format) {
                return pictureName(compared.chartKind(), compared.chartOptions(), format);
            },
            [](const Chart& chart) { return pictureFacts(chart); }};
    }
    const auto view = resultsPage().view();
    if (!view)
        return std::nullopt;
    const ChartKind kind = resultsPage().charts().kind();
    const ChartOptions options = resultsPage().charts().options();
    return ShownChart{[=] { return buildChart(kind, *view, options); },
        [=](PictureFormat format) { return pictureName(kind, *view, options, format); },
        [=](const Chart& chart) { return pictureFacts(*view, chart); }};
}

void MainWindow::exportChart()
{
    const auto shown = shownChart();
    if (!shown)
        return;
    auto* dialog = new ExportDialog(m_store, m_language, shown->make, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, shown = *shown] {
        const auto picture = dialog->pictureOptions();
        const auto language = dialog->pictureLanguage();
        const QString suffix = suffixOf(picture.format);
        chooseTarget(Tr::tr("Export chart"), shown.pictureName(picture.format),
            QStringLiteral("%1 (*.%2)").arg(suffix.toUpper(), suffix), [=, this](const QString& path) {
                const auto written = [&] {
                    const ScopedLanguage scope(m_language, language);
                    const Chart chart = shown.make();
                    return writePicture(chart, picture, shown.facts(chart), path);
                }();
                if (!written)
                    showError(written.error());
                else
                    say(Tr::tr("Written: %1").arg(QDir::toNativeSeparators(path)));
            });
    });
    dialog->open();
}

void MainWindow::exportAllCharts()
{
    const auto view = resultsPage().view();
    if (!view)
        return;
    auto* dialog =
        new QFileDialog(this, Tr::tr("Export all charts to a folder"), exportFolder(m_store.settings()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this, view](const QString& folder) {
        const auto plans = picturePlans(wholeRunKinds(), *view, resultsPage().charts().options());
        const auto picture = pictureOptions(m_store.settings(), isDark(palette()));
        const auto language = m_store.settings().pictureLanguage;
        const auto replaced = [&] {
            const ScopedLanguage scope(m_language, language);
            return picturesToReplace(plans, *view, picture.format, folder);
        }();
        const auto write = [=, this] {
            const auto written = [&] {
                const ScopedLanguage scope(m_language, language);
                return writePictures(plans, *view, picture, folder);
            }();
            if (!written)
                showError(written.error());
            else
                say(Tr::tr("%n picture(s) written to %1", nullptr, static_cast<int>(written->size()))
                        .arg(QDir::toNativeSeparators(folder)));
        };
        if (replaced.isEmpty())
            write();
        else
            askToReplace(folder, replaced, write);
    });
    dialog->open();
}

void MainWindow::askToReplace(
    const QString& folder, const QStringList& names, const std::function<void()>& replace)
{
    auto* box = new QMessageBox(QMessageBox::Question, Tr::tr("Replace files?"),
        Tr::tr("%1 has pictures of the same names, maybe of another run. Files to be replaced: %2")
            .arg(QDir::toNativeSeparators(folder), QLocale().toString(names.size())),
        QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setDetailedText(names.join(QLatin1Char('\n')));
    auto* confirm = box->addButton(Tr::tr("&Replace"), QMessageBox::DestructiveRole);
    box->addButton(QMessageBox::Cancel);
    connect(box, &QMessageBox::buttonClicked, this, [confirm, replace](const QAbstractButton* button) {
        if (button == confirm)
            replace();
    });
    box->open();
}

void MainWindow::exportTable(
    const QString& suffix, const QString& filter, std::string (*write)(const core::RunRecord&))
{
    const auto view = resultsPage().view();
    if (!view)
        return;
    const QString name = QString::fromStdString(view->record().id) + QLatin1Char('.') + suffix;
    chooseTarget(Tr::tr("Export table"), name, filter,
        [this, view, write](const QString& path) { writeText(path, write(view->record())); });
}

void MainWindow::saveAs()
{
    const auto view = resultsPage().view();
    if (!view)
        return;
    const QString name = QString::fromStdString(view->record().id + std::string(core::runFileSuffix));
    chooseTarget(Tr::tr("Save results"), name, Tr::tr("Inferometer runs (*.inferometer.jsonl)"),
        [this, view, file = m_file](const QString& path) {
            // The file has all that was ever written; what could not be written is in memory only.
            const bool isWhole = !file.empty() && file != m_incompleteFile;
            auto text = isWhole ? core::readFile(file, maxRunFile_bytes)
                                : core::Result<std::string>(core::runText(view->record()));
            if (text)
                writeText(path, *text);
            else
                showError(text.error());
        });
}

void MainWindow::savePlan()
{
    if (!benchmarkPage().plan())
        return;
    const std::string text = core::planText(*benchmarkPage().plan()) + '\n';
    chooseTarget(Tr::tr("Save plan"), QStringLiteral("plan.json"), Tr::tr("JSON files (*.json)"),
        [this, text](const QString& path) { writeText(path, text); });
}

void MainWindow::copyCommandLine()
{
    QGuiApplication::clipboard()->setText(commandLine(benchmarkPage().setUp()));
    say(Tr::tr("The command line was copied."));
}

/// What measures the row at hand in Python alone, as the guide did.
void MainWindow::copyPython()
{
    const auto view = resultsPage().view();
    const int row = resultsPage().currentRow();
    if (!view || row < 0)
        return;
    const auto script = m_backend.pythonScript(view->row(row).flat);
    if (!script) {
        showError(script.error());
        return;
    }
    QGuiApplication::clipboard()->setText(QString::fromStdString(*script));
    say(Tr::tr("The Python script was copied."));
}

/// Writes a file whole or not at all, and says which.
void MainWindow::writeText(const QString& path, const std::string& text)
{
    if (const auto written = core::writeFileAtomically(path.toStdString(), text); !written)
        showError(written.error());
    else
        say(Tr::tr("Written: %1").arg(QDir::toNativeSeparators(path)));
}

void MainWindow::copyChart()
{
    const auto shown = shownChart();
    if (!shown)
        return;
    PictureOptions picture;
    picture.isDark = isDark(palette());
    picture.palette = m_store.settings().palette;
    picture.hasHatch = m_store.settings().hasHatch;
    const Chart chart = shown->make();
    QGuiApplication::clipboard()->setImage(renderPicture(chart, picture, shown->facts(chart)));
    say(Tr::tr("The chart was copied as an image."));
}

void MainWindow::copyText()
{
    // Selected text of a label goes first, then the table.
    if (const auto* label = qobject_cast<QLabel*>(QApplication::focusWidget());
        label && label->hasSelectedText()) {
        QGuiApplication::clipboard()->setText(label->selectedText());
        return;
    }
    switch (page()) {
    case PageId::Results:
        resultsPage().table().copySelection();
        break;
    case PageId::Compare:
        comparePage().copyMarkdown();
        break;
    case PageId::System:
        QGuiApplication::clipboard()->setText(systemPage().markdown());
        break;
    case PageId::Benchmark:
    case PageId::FirstStart:
    case PageId::History:
        break;
    }
}

} // namespace inferometer::ui

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/run_reader.h"
#include "core/study/reference.h"
#include "tests/support/sample_record.h"
#include "tests/ui/window_under_test.h"
#include "ui/charts/chart_builder.h"
#include "ui/charts/chart_export.h"
#include "ui/models/pinned.h"
#include "ui/pages/add_model_dialog.h"
#include "ui/pages/benchmark_page.h"
#include "ui/pages/chart_panel.h"
#include "ui/pages/compare_page.h"
#include "ui/pages/export_dialog.h"
#include "ui/pages/help_dialog.h"
#include "ui/pages/label_dialog.h"
#include "ui/pages/picture_files.h"
#include "ui/pages/results_page.h"
#include "ui/pages/system_page.h"
#include "ui/pages/target_dialog.h"
#include "ui/pages/targets_box.h"
#include "ui/settings/preferences_dialog.h"

#include <QApplication>
#include <QDir>
#include <QMenu>
#include <QMenuBar>
#include <QProcess>
#include <QScrollArea>
#include <QScrollBar>
#include <QStatusBar>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>

#include <cstdio>

// Pictures of every page and chart in both languages and themes at the window's scale of 1 and 1.5, into a
// folder: render_pages FOLDER [KIND] where KIND is pages or charts.
//
// The pictures of README, from a run that was measured: render_pages FOLDER readme RUN.

using namespace inferometer;
using namespace inferometer::ui;
using PageId = MainWindow::PageId;

namespace {

struct Look {
    LanguageChoice language;
    ThemeChoice theme;
    const char* name;
};

constexpr Look looks[] = {
    {LanguageChoice::English, ThemeChoice::Light, "en-light"},
    {LanguageChoice::English, ThemeChoice::Dark, "en-dark"},
    {LanguageChoice::Japanese, ThemeChoice::Light, "ja-light"},
    {LanguageChoice::Japanese, ThemeChoice::Dark, "ja-dark"},
};

class Renderer {
public:
    explicit Renderer(QString folder)
        : m_folder(std::move(folder))
    {
        QDir().mkpath(m_folder);
    }

    void renderWindow(const Look& look)
    {
        test::WindowUnderTest t;
        t.store->change([&](Settings& settings) {
            settings.language = look.language;
            settings.theme = look.theme;
        });
        t.backend.knownTargets = {{"gpubox", {"ssh", "gpubox"}, "/opt/inferometer",
                                      core::TargetFacts{{{core::Device{core::DeviceKind::Cuda, 0},
                                                            "NVIDIA A100", {}, "8.0", "13.0"}},
                                          16, "0.1.0", "2.13.0", "2026-01-01T00:00:00Z"}},
            {"cluster", {"srun", "--partition=gpu", "--gres=gpu:1"}, "/home/user/inferometer", {}}};
        t.window->benchmarkPage().askMachine();
        t.window->resize(1280, 840);
        showPage(t, look, "results-empty", PageId::Results);
        showPage(t, look, "compare-empty", PageId::Compare);
        showPage(t, look, "benchmark", PageId::Benchmark);
        t.window->openRun(t.backend.runs.back().file);
        t.settle();
        save(*t.window, look, "results-advice");
        for (const auto& kind : core::Words<ChartKind>::all) {
            t.window->resultsPage().charts().setKind(kind.value);
            t.window->resultsPage().chooseRow(1);
            save(*t.window, look, ("results-" + std::string(kind.word)).c_str());
        }
        showPage(t, look, "history", PageId::History);
        showPage(t, look, "system", PageId::System);
        t.backend.targetChecks = test::sampleChecks();
        t.window->systemPage().targets().add(t.backend.knownTargets.front());
        t.settle();
        save(t.window->systemPage().targets(), look, "targets");
        t.window->comparePage().compare({t.backend.runs[2].file, t.backend.runs[1].file});
        showPage(t, look, "compare", PageId::Compare);
        renderFiveCompared(t, look);
        renderPinned(t, look);
        renderMenus(t, look);
        renderDialogs(t, look);
        renderFirstStart(look);
        renderRunning(look);
    }

    void renderCharts(const Look& look)
    {
        Language language;
        language.apply(look.language);
        const std::pair<const char*, std::shared_ptr<const core::RunRecord>> runs[] = {
            {"study", test::studyRecord()}, {"places", test::movedRecord()}};
        for (const auto& [name, record] : runs) {
            renderCharts(RunView(record), look, QString::fromLatin1(name));
        }
    }

    /// The page of results alone, without a machine that this one is not.
    void renderResults(test::WindowUnderTest& t, const Look& look, const std::filesystem::path& run)
    {
        t.store->change([&](Settings& settings) {
            settings.language = look.language;
            settings.theme = look.theme;
        });
        t.window->resize(1280, 860);
        t.window->statusBar()->hide();
        t.window->openRun(run);
        t.settle();
        t.window->resultsPage().charts().setKind(ChartKind::Duration);
        t.window->resultsPage().chooseRow(1);
        save(*t.window, look, "window");
    }

private:
    void showPage(test::WindowUnderTest& t, const Look& look, const char* name, PageId page)
    {
        t.window->showPage(page);
        t.settle();
        QTest::qWait(250); // the forecast
        save(*t.window, look, name);
    }

    void renderPinned(test::WindowUnderTest& t, const Look& look)
    {
        auto tables = t.backend.publishedTables();
        auto& page = t.window->resultsPage();
        const auto guide = std::make_shared<const Pinned>(
            Pinned{QStringLiteral("A100"), core::ofDevice(tables->front(), "A100")});
        page.setPinned(guide);
        page.charts().setKind(ChartKind::Improvement);
        showPage(t, look, "results-pinned", PageId::Results);
        const auto run = std::make_shared<const RunView>(test::firstRecord());
        const auto first = std::make_shared<const Pinned>(Pinned{QStringLiteral("first"), run->table(), run});
        for (const auto& pinned : {guide, first}) {
            page.setPinned(pinned);
            renderCharts(*page.view(), look, QStringLiteral("beside-%1").arg(pinned->name));
        }
        page.setPinned(nullptr);
    }

    void renderFiveCompared(test::WindowUnderTest& t, const Look& look)
    {
        const auto tables = t.backend.publishedTables();
        for (const char* device : {"A100", "V100", "T4"})
            t.window->comparePage().add(core::ofDevice(tables->front(), device));
        showPage(t, look, "compare-five", PageId::Compare);
    }

    void renderCharts(const RunView& view, const Look& look, const QString& name)
    {
        for (const auto& kind : core::Words<ChartKind>::all) {
            PictureOptions picture;
            picture.scale = 1;
            picture.isDark = look.theme == ThemeChoice::Dark;
            const auto path = QStringLiteral("%1/chart-%2-%3-%4.png")
                                  .arg(m_folder, name, QString::fromStdString(std::string(kind.word)),
                                      QString::fromLatin1(look.name));
            if (!writePicture(buildChart(kind.value, view, firstOptions(view)), picture, {}, path))
                std::fprintf(stderr, "cannot write %s\n", qPrintable(path));
        }
    }

    void renderMenus(test::WindowUnderTest& t, const Look& look)
    {
        int number = 0;
        for (auto* menu : t.window->menuBar()->findChildren<QMenu*>()) {
            emit menu->aboutToShow();
            save(*menu, look, ("menu-" + std::to_string(++number)).c_str());
        }
    }

    /// Before anything is installed, and with the details of measuring open.
    void renderFirstStart(const Look& look)
    {
        test::WindowUnderTest t;
        t.backend.prerequisites = core::Error(core::ErrorCode::EnvironmentMissing,
            std::vector<core::Note>{
                {"no-python", {"/home/user/.cache/inferometer/python"}}, {"set-up-of-package", {}}});
        t.backend.machine.back().capability = "7.5";
        t.store->change([&](Settings& settings) {
            settings.language = look.language;
            settings.theme = look.theme;
            settings.preset = core::Preset::Custom;
        });
        t.window->resize(1280, 840);
        t.window->benchmarkPage().askMachine();
        showPage(t, look, "first-start", PageId::Benchmark);
        for (auto* button : t.window->benchmarkPage().findChildren<QToolButton*>()) {
            if (button->isCheckable() && button->toolButtonStyle() == Qt::ToolButtonTextBesideIcon)
                button->setChecked(true);
        }
        for (auto* scroll : t.window->benchmarkPage().findChildren<QScrollArea*>())
            scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum() * 3 / 4);
        save(*t.window, look, "benchmark-details");
    }

    void renderDialogs(test::WindowUnderTest& t, const Look& look)
    {
        AddModelDialog adding(
            {t.backend, t.window->background(), t.window->controller(), t.store->settings()},
            QStringLiteral("timm/resnet18.a1_in1k"), t.window.get());
        adding.show();
        t.settle();
        save(adding, look, "add-model");
        TargetDialog target(t.window.get());
        target.show();
        save(target, look, "target");
        PreferencesDialog preferences(*t.store, t.backend, t.window.get());
        preferences.show();
        preferences.setCacheSize(t.backend.cacheSize_bytes());
        auto* tabs = preferences.findChild<QTabWidget*>();
        for (int i = 0; i < tabs->count(); ++i) {
            tabs->setCurrentIndex(i);
            save(preferences, look, ("preferences-" + std::to_string(i + 1)).c_str());
        }
        LabelDialog label(QStringLiteral("ResNet-50"), QStringLiteral("After the update."), t.window.get());
        label.show();
        save(label, look, "label");
        const auto view = t.window->resultsPage().view();
        ExportDialog exporting(
            *t.store, *t.language,
            [&] { return buildChart(ChartKind::Improvement, *view, firstOptions(*view)); }, t.window.get());
        exporting.show();
        save(exporting, look, "export");
        for (const auto topic : {HelpDialog::Topic::GettingStarted, HelpDialog::Topic::Shortcuts,
                 HelpDialog::Topic::Numbers, HelpDialog::Topic::Method, HelpDialog::Topic::Guide,
                 HelpDialog::Topic::Limits, HelpDialog::Topic::Problem, HelpDialog::Topic::About}) {
            HelpDialog help(topic, {}, t.window.get());
            help.show();
            save(help, look, ("help-" + std::to_string(static_cast<int>(topic) + 1)).c_str());
        }
    }

    void renderRunning(const Look& look)
    {
        test::WindowUnderTest t;
        t.store->change([&](Settings& settings) {
            settings.language = look.language;
            settings.theme = look.theme;
        });
        t.backend.allowedVisits = 5;
        t.backend.roundsPerVisit = 12;
        t.window->resize(1280, 840);
        t.window->controller().start({});
        test::waitFor([&] {
            return t.window->controller().view()
                && t.window->controller().view()->record().visits.size() == 5;
        });
        t.settle();
        QTest::qWait(500); // the page is drawn part by part
        save(*t.window, look, "running");
        t.window->controller().stopNow();
        test::waitFor([&] { return !t.window->controller().isRunning(); });
    }

    void save(QWidget& widget, const Look& look, const char* name)
    {
        QCoreApplication::sendPostedEvents();
        QTest::qWait(30);
        const auto path = QStringLiteral("%1/%2-%3.png")
                              .arg(m_folder, QString::fromLatin1(name), QString::fromLatin1(look.name));
        if (!widget.grab().save(path))
            std::fprintf(stderr, "cannot write %s\n", qPrintable(path));
    }

    QString m_folder;
};

/// What README shows: the window and a chart.
int renderReadme(const QString& folder, const QString& run)
{
    const auto file = core::readRun(run.toStdString());
    if (!file) {
        std::fprintf(stderr, "%s\n", file.error().detail.c_str());
        return 1;
    }
    QDir().mkpath(folder);
    const auto record = std::make_shared<const core::RunRecord>(file->run);
    Renderer renderer(folder);
    for (const Look& look : {looks[0], looks[3]}) {
        test::WindowUnderTest t;
        t.backend.files[run.toStdString()] = record;
        renderer.renderResults(t, look, run.toStdString());
    }
    Language language;
    language.apply(LanguageChoice::English);
    const RunView view(record);
    PictureOptions picture;
    picture.size = QSize(1000, view.models().size() > 4 ? 620 : 400);
    picture.scale = 1;
    const Chart chart = buildChart(ChartKind::Improvement, view, firstOptions(view));
    const auto written =
        writePicture(chart, picture, pictureFacts(view, chart), folder + QStringLiteral("/improvement.png"));
    if (!written)
        std::fprintf(stderr, "%s\n", written.error().detail.c_str());
    return written ? 0 : 1;
}

/// The scale of a display is fixed when a program starts: each has a process of its own.
int renderScales(const QStringList& arguments)
{
    for (const char* scale : {"1", "1.5"}) {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_SCALE_FACTOR"), QString::fromLatin1(scale));
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.insert(QStringLiteral("RENDER_PAGES_SCALE"), QString::fromLatin1(scale));
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        process.start(QCoreApplication::applicationFilePath(), arguments.mid(1));
        process.waitForFinished(-1);
        if (process.exitCode() != 0)
            return process.exitCode();
    }
    return 0;
}

} // namespace

int main(int argc, char* argv[])
{
    if (argc < 2) {
        std::fprintf(stderr, "usage: render_pages FOLDER [pages|charts|readme RUN]\n");
        return 2;
    }
    const QByteArray scale = qgetenv("RENDER_PAGES_SCALE");
    if (scale.isEmpty() && QByteArray(argc > 2 ? argv[2] : "") != "readme") {
        const QCoreApplication application(argc, argv);
        return renderScales(QCoreApplication::arguments());
    }
    const QApplication application(argc, argv);
    const QString kind = QString::fromLocal8Bit(argc > 2 ? argv[2] : "");
    if (kind == QLatin1String("readme"))
        return renderReadme(QString::fromLocal8Bit(argv[1]), QString::fromLocal8Bit(argc > 3 ? argv[3] : ""));
    Renderer renderer(
        QStringLiteral("%1/%2x").arg(QString::fromLocal8Bit(argv[1]), QString::fromLatin1(scale)));
    for (const auto& look : looks) {
        if (kind != QLatin1String("charts"))
            renderer.renderWindow(look);
        if (kind != QLatin1String("pages"))
            renderer.renderCharts(look);
    }
    return 0;
}

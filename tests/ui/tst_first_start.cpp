// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "tests/ui/ui_test.h"
#include "tests/ui/window_under_test.h"
#include "ui/pages/first_start_page.h"
#include "ui/run/background.h"
#include "ui/run/core_backend.h"

#include <QFileInfo>
#include <QLabel>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace inferometer;
using namespace inferometer::ui;
using PageId = MainWindow::PageId;

namespace {

/// A package that was installed a moment ago.
struct FreshPackage : test::WindowUnderTest {
    FreshPackage()
    {
        backend.isPackage = true;
        backend.prerequisites = core::Error{core::ErrorCode::EnvironmentMissing, "There is no torch."};
        reopen();
        test::waitFor([this] { return window->page() == PageId::FirstStart; });
        settle();
    }

    FirstStartPage& page() { return window->firstStartPage(); }

    void agree(const QString& answer)
    {
        test::buttonNamed(page(), QStringLiteral("Set up PyTorch…"))->click();
        auto* box = window->findChild<QMessageBox*>();
        QVERIFY(box);
        QVERIFY(box->informativeText().isEmpty() && box->text().contains(QStringLiteral("3 GB")));
        test::buttonNamed(*box, answer)->click();
    }
};

/// Answers as the interpreter of a system does, and makes environments whose pip brings as much of torch as
/// is looked at.
constexpr const char* systemPython = R"(#!/bin/sh
case "$1 $2" in
    "- ") exit 0 ;;
    "-c "*) echo '(3, 11)' ;;
    "-m venv") mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;
    "-m pip")
        packages=$(dirname "$0")/../lib/python3.11/site-packages
        mkdir -p "$packages/torch/lib" && echo "__version__ = '2.15.0'" > "$packages/torch/version.py"
        echo 'Collecting numpy==2.3.1 (from -r requirements.lock (line 1))'
        echo 'Collecting torch==2.15.0 (from -r requirements.lock (line 3))' ;;
esac
)";

/// A package as it lies on a disk: the real inferometer-setup, the real guard and core, a list of packages,
/// and a system whose Python downloads nothing.
struct InstalledPackage {
    InstalledPackage()
    {
        qputenv("XDG_CACHE_HOME", path("cache").toLocal8Bit());
        qputenv("INFEROMETER_BASE_PYTHON", path("tools/python3").toLocal8Bit());
        qputenv("PATH", path("tools").toLocal8Bit() + ':' + before);
        write("share/inferometer/requirements.lock", "numpy==2.3.1 \\\n    --hash=a\ntorch==2.15.0\n");
        write("tools/python3", systemPython);
        write("tools/df", "#!/bin/sh\nprintf 'head\\ndisk 1 1 99999999 1%% /\\n'\n");
        write("bin/inferometer-setup", *core::readFile(INFEROMETER_SETUP_SCRIPT, 1u << 20));
        core::RunServices services;
        services.paths = *core::userPaths();
        services.tools = core::findTools();
        services.tools.runner = services.tools.guard; // a program, which nothing here starts
        services.tools.python = path("cache/inferometer/environment/bin/python").toStdString();
        services.tools.requirements = path("share/inferometer/requirements.lock").toStdString();
        services.tools.setup = path("bin/inferometer-setup").toStdString();
        auto catalog = core::readCatalog(services.tools.resources / "models.json");
        backend = std::make_unique<CoreBackend>(std::move(services), *std::move(catalog));
        store = std::make_unique<SettingsStore>(path("settings.ini"));
        language.apply(LanguageChoice::English);
        window = std::make_unique<MainWindow>(*backend, *store, language, theme);
        window->show();
    }
    ~InstalledPackage()
    {
        window.reset();
        qunsetenv("INFEROMETER_BASE_PYTHON");
        qputenv("XDG_CACHE_HOME", cacheBefore);
        qputenv("PATH", before);
    }

    QString path(const char* name) const { return folder.filePath(QString::fromLatin1(name)); }
    void write(const char* name, std::string_view content) const
    {
        const std::filesystem::path file = path(name).toStdString();
        std::filesystem::create_directories(file.parent_path());
        QVERIFY(core::writeFileAtomically(file, content));
        std::filesystem::permissions(file, std::filesystem::perms::owner_all);
    }

    QTemporaryDir folder;
    QByteArray before = qgetenv("PATH");
    QByteArray cacheBefore = qgetenv("XDG_CACHE_HOME");
    std::unique_ptr<CoreBackend> backend;
    std::unique_ptr<SettingsStore> store;
    Language language;
    Theme theme{*qApp};
    std::unique_ptr<MainWindow> window;
};

} // namespace

/// What a new user of a package sees before anything can be measured.
class FirstStartTest : public QObject {
    Q_OBJECT

private slots:
    void whatIsMissingIsSaidAndSetUpAfterConsent()
    {
        FreshPackage the;
        QCOMPARE(the.window->page(), PageId::FirstStart);
        QVERIFY(test::says(the.page(), QStringLiteral("PyTorch")));
        QVERIFY(test::says(the.page(), QStringLiteral("Compiler: /usr/bin/g++")));
        the.backend.isHeld = true;

        the.agree(QStringLiteral("Download and set up"));
        QVERIFY(test::waitFor([&] { return test::says(the.page(), QStringLiteral("3 of 71: torch")); }));
        QCOMPARE(the.page().findChild<QProgressBar*>()->maximum(), 71);
        the.backend.isHeld = false;
        QVERIFY(test::waitFor([&] { return the.page().isReady(); }));
        the.settle();

        QVERIFY(!test::buttonNamed(the.page(), QStringLiteral("Set up PyTorch…"))->isVisible());
        test::buttonNamed(the.page(), QStringLiteral("Go to Benchmark"))->click();
        QCOMPARE(the.window->page(), PageId::Benchmark);
        the.settle();
    }

    void theSetUpOfAPackageMakesTheEnvironmentThatThePageThenFinds()
    {
        InstalledPackage the;
        QVERIFY(test::waitFor([&] { return the.window->page() == PageId::FirstStart; }));
        auto& page = the.window->firstStartPage();
        QVERIFY(test::waitFor(
            [&] { return test::buttonNamed(page, QStringLiteral("Set up PyTorch…"))->isVisible(); }));
        QVERIFY(!page.isReady());
        QSignalSpy told(&the.window->controller(), &RunController::progressed);

        test::buttonNamed(page, QStringLiteral("Set up PyTorch…"))->click();
        test::press(the.window->findChild<QMessageBox*>(), QMessageBox::AcceptRole);
        QVERIFY(test::waitFor([&] { return page.isReady(); }));

        QVERIFY(!told.isEmpty());
        QVERIFY(test::says(page, QStringLiteral("Everything needed is there.")));
        QVERIFY(the.backend->checkPrerequisites());
        QVERIFY(QFileInfo(the.path("cache/inferometer/environment/complete")).exists());
        QVERIFY(test::waitFor([&] { return !the.window->background().isBusy(); }));
    }

    void withoutConsentNothingHappens()
    {
        FreshPackage the;

        the.agree(QStringLiteral("Cancel"));
        the.settle();

        QVERIFY(!the.window->controller().isRunning());
        QVERIFY(!the.page().isReady());
    }

    void aSetUpIsCancelled()
    {
        FreshPackage the;
        the.backend.isHeld = true;
        the.agree(QStringLiteral("Download and set up"));
        QVERIFY(test::waitFor([&] { return the.window->controller().isRunning(); }));

        test::buttonNamed(the.page(), QStringLiteral("Cancel"))->click();
        QVERIFY(test::waitFor([&] { return !the.window->controller().isRunning(); }));
        the.settle();

        QVERIFY(!the.page().isReady());
        QVERIFY(test::buttonNamed(the.page(), QStringLiteral("Set up PyTorch…"))->isVisible());
    }

    void aFailureIsSaidWhereItHappened()
    {
        FreshPackage the;
        the.backend.setUpEnd =
            core::Error{core::ErrorCode::EnvironmentMissing, "pip could not install; is there a network?"};

        the.agree(QStringLiteral("Download and set up"));

        QVERIFY(test::waitFor([&] { return test::says(the.page(), QStringLiteral("is there a network?")); }));
        the.settle();
    }

    void nothingIsInTheWayWhereEverythingIsThere()
    {
        test::WindowUnderTest the;
        QCOMPARE(the.window->page(), PageId::Benchmark);

        the.window->showPage(PageId::FirstStart);
        the.settle();

        QVERIFY(the.window->firstStartPage().isReady());
        QVERIFY(test::says(the.window->firstStartPage(), QStringLiteral("Everything needed is there.")));
    }

    void itFollowsTheLanguage()
    {
        FreshPackage the;

        the.store->change([](Settings& settings) { settings.language = LanguageChoice::Japanese; });

        QVERIFY(test::waitFor([&] { return test::says(the.page(), QStringLiteral("最初の測定の前に")); }));
        QVERIFY(test::waitFor([&] { return test::says(the.page(), QStringLiteral("PyTorch がまだ")); }));
        QVERIFY(!test::buttonNamed(the.page(), QStringLiteral("Go to Benchmark")));
    }
};

int tst_first_start(int argc, char* argv[])
{
    return test::runTest<FirstStartTest>(argc, argv);
}

#include "tst_first_start.moc"

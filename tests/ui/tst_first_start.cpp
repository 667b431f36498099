// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window_under_test.h"
#include "ui/pages/first_start_page.h"

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
        QVERIFY(test::says(the.page(), QStringLiteral("/usr/bin/g++")));
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

QTEST_MAIN(FirstStartTest)
#include "tst_first_start.moc"

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sample_record.h"
#include "tests/ui/ui_test.h"
#include "tests/ui/window_under_test.h"
#include "ui/models/run_view.h"
#include "ui/pages/compare_page.h"
#include "ui/pages/history_page.h"
#include "ui/pages/results_page.h"

#include <QAbstractButton>
#include <QGroupBox>
#include <QKeySequence>
#include <QLabel>
#include <QMap>
#include <QMenuBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

using namespace inferometer;
using namespace inferometer::ui;
using PageId = MainWindow::PageId;

namespace {

using Letters = QMap<QString, QStringList>; ///< a key, and the texts that claim it

/// What a text that is seen would do with Alt.
QStringList textsOf(const QWidget& widget)
{
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        return {button->text()};
    if (const auto* group = qobject_cast<const QGroupBox*>(&widget))
        return {group->title()};
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        return label->buddy() ? QStringList(label->text()) : QStringList();
    QStringList texts;
    if (const auto* tabs = qobject_cast<const QTabBar*>(&widget)) {
        for (int i = 0; i < tabs->count(); ++i)
            texts << tabs->tabText(i);
    }
    return texts;
}

Letters lettersIn(const MainWindow& window)
{
    QStringList texts;
    for (const auto* menu : window.menuBar()->actions())
        texts << menu->text();
    for (const auto* widget : window.findChildren<QWidget*>()) {
        if (widget->isVisible())
            texts << textsOf(*widget);
    }
    Letters letters;
    for (const auto& text : texts) {
        const auto key = QKeySequence::mnemonic(text);
        if (!key.isEmpty())
            letters[key.toString(QKeySequence::PortableText)] << text;
    }
    return letters;
}

/// The letters that stand for more than one thing in what the window shows, in either language.
QStringList clashes(test::WindowUnderTest& t)
{
    constexpr qsizetype menus = 5;
    QStringList found;
    for (const auto language : {LanguageChoice::Japanese, LanguageChoice::English}) {
        t.store->change([&](Settings& settings) { settings.language = language; });
        t.settle();
        const auto letters = lettersIn(*t.window);
        if (letters.size() <= menus)
            found << QStringLiteral("the page has no letters");
        for (auto it = letters.begin(); it != letters.end(); ++it) {
            if (it->size() > 1)
                found << QStringLiteral("%1: %2").arg(it.key(), it->join(QStringLiteral(", ")));
        }
    }
    return found;
}

} // namespace

/// With Alt each letter does one thing: where two claim it, it only moves the focus to and fro.
class MnemonicsTest : public QObject {
    Q_OBJECT

private slots:
    void theSetUpHasALetterForEachThing()
    {
        test::WindowUnderTest t;
        t.store->change([](Settings& settings) { settings.language = LanguageChoice::English; });
        t.settle();
        for (auto* button : t.window->findChildren<QToolButton*>()) {
            if (button->text().remove(QLatin1Char('&')) == QStringLiteral("Measurement details"))
                button->click();
        }
        QVERIFY(test::says(*t.window, QStringLiteral("Memory &layout")));

        QCOMPARE(clashes(t), QStringList());
    }

    void theResultsHaveALetterForEachThing()
    {
        test::WindowUnderTest t;
        t.window->showPage(PageId::Results);
        QCOMPARE(clashes(t), QStringList());
        auto cancelled = *test::firstRecord();
        cancelled.ending = core::Ending::Cancelled;
        const auto file = t.backend.runs[1].file;
        t.backend.files[file] = std::make_shared<const core::RunRecord>(cancelled);
        QSignalSpy opened(t.window.get(), &MainWindow::runOpened);
        t.window->openRun(file);
        QVERIFY(test::waitFor([&] { return !opened.isEmpty(); }));
        QVERIFY(t.window->resultsPage().resumeButton().isVisible());

        QCOMPARE(clashes(t), QStringList());
        t.window->resultsPage().chooseRow(1);
        QCOMPARE(clashes(t), QStringList());
    }

    void theHistoryHasALetterForEachThing()
    {
        test::WindowUnderTest t;
        t.store->change([](Settings& settings) { settings.language = LanguageChoice::English; });
        for (auto& run : t.backend.runs)
            run.ending = core::Ending::Interrupted;
        t.window->showPage(PageId::History);
        t.settle();
        auto& page = t.window->historyPage();

        test::buttonNamed(page, QStringLiteral("Delete"))->click();
        t.settle();
        for (const char* text : {"Resume run", "Undo"})
            QVERIFY(test::buttonNamed(page, QString::fromLatin1(text))->isVisible());

        QCOMPARE(clashes(t), QStringList());
    }

    void everyOtherPageHasALetterForEachThing()
    {
        test::WindowUnderTest t;
        t.backend.isPackage = true;
        t.backend.prerequisites = core::Error{core::ErrorCode::EnvironmentMissing, "No environment."};
        for (const auto page : {PageId::System, PageId::Compare, PageId::FirstStart}) {
            t.window->showPage(page);
            t.settle();
            QCOMPARE(clashes(t), QStringList());
        }
        t.backend.runs.clear();
        t.window->showPage(PageId::History);
        t.settle();
        QCOMPARE(clashes(t), QStringList());
    }

    void aComparisonHasALetterForEachThing()
    {
        test::WindowUnderTest t;
        t.window->comparePage().compare({t.backend.runs[2].file, t.backend.runs[1].file});
        t.window->showPage(PageId::Compare);
        t.settle();

        QCOMPARE(clashes(t), QStringList());
    }
};

int tst_mnemonics(int argc, char* argv[])
{
    return test::runTest<MnemonicsTest>(argc, argv);
}

#include "tst_mnemonics.moc"

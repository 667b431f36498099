// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/own_home.h"
#include "tests/ui/ui_test.h"
#include "tests/ui/window_under_test.h"
#include "ui/models/run_view.h"
#include "ui/pages/add_model_dialog.h"
#include "ui/pages/benchmark_page.h"
#include "ui/pages/main_window.h"
#include "ui/pages/model_picker.h"
#include "ui/pages/results_page.h"
#include "ui/pages/window_actions.h"
#include "ui/run/core_backend.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace inferometer;
using namespace inferometer::ui;

namespace {

constexpr int limit_ms = 10 * 60 * 1000; // Python starts and exports, on a small, busy machine

} // namespace

/// A user's own models, one of each kind, through the window with the real worker and runner.
class OwnModelsMeasured : public QObject {
    Q_OBJECT

public:
    static void initMain() { test::useOwnHome(); }

private:
    void settle()
    {
        QVERIFY(QTest::qWaitFor([this] { return !m_window->background().isBusy(); }, 60'000));
        QCoreApplication::sendPostedEvents();
    }

    AddModelDialog* openDialog(const QString& word)
    {
        emit m_window->findChild<ModelPicker*>()->addRequested({});
        auto* dialog = m_window->findChild<AddModelDialog*>();
        dialog->findChild<QLineEdit*>()->setText(word);
        dialog->findChild<QCheckBox*>(QStringLiteral("allow"))->setChecked(true);
        return dialog;
    }

    void addUnprepared(const QString& word)
    {
        const QPointer<AddModelDialog> dialog = openDialog(word);
        test::buttonNamed(*dialog, QStringLiteral("Add unprepared"))->click();
        QVERIFY(QTest::qWaitFor([&] { return !dialog; }, 60'000));
        settle();
    }

private slots:
    void initTestCase()
    {
        QVERIFY(QProcess::execute(QStringLiteral(INFEROMETER_PYTHON),
                    {QStringLiteral("-B"), QStringLiteral(INFEROMETER_MAKE_OWN_MODELS), test::home().path()})
            == 0);
        m_backend = CoreBackend::make().value();
        m_theme = std::make_unique<Theme>(*qApp);
        m_language.apply(LanguageChoice::English);
        m_window = std::make_unique<MainWindow>(*m_backend, m_store, m_language, *m_theme);
        m_window->show();
        settle();
    }

    void aPythonFileIsPreparedAndItsInputsAreShownByName()
    {
        const QPointer<AddModelDialog> dialog =
            openDialog(test::home().filePath(QStringLiteral("net.py:counting")));

        test::buttonNamed(*dialog, QStringLiteral("Prepare"))->click();
        QVERIFY(QTest::qWaitFor([&] { return dialog->trial().has_value(); }, limit_ms));

        QVERIFY(test::says(*dialog, QStringLiteral("image: 1 × 3 × 16 × 16, float32")));
        QVERIFY(test::says(*dialog, QStringLiteral("mask: 1 × 1 × 14 × 14, float32")));
        test::buttonNamed(*dialog, QStringLiteral("Add"))->click();
        QVERIFY(QTest::qWaitFor([&] { return !dialog; }, 60'000));
        settle();
        const auto* model = m_backend->catalog().findByName("net-counting");
        QVERIFY(model);
        QCOMPARE(model->parameters, 3.0 * 4 * 3 * 3 + 4);
    }

    void whatCannotBeExportedSaysWhereAndShowsItsLog()
    {
        const QPointer<AddModelDialog> dialog =
            openDialog(test::home().filePath(QStringLiteral("net.py:branching")));

        test::buttonNamed(*dialog, QStringLiteral("Prepare"))->click();

        QVERIFY(QTest::qWaitFor([&] { return test::says(*dialog, QStringLiteral("net.py:")); }, limit_ms));
        QVERIFY(dialog->findChild<QPlainTextEdit*>()->toPlainText().contains(QStringLiteral("Traceback")));
        test::buttonNamed(*dialog, QStringLiteral("Add unprepared"))->click();
        QVERIFY(QTest::qWaitFor([&] { return !dialog; }, 60'000));
        settle();
    }

    void oneOfEachKindIsMeasuredAndVerified()
    {
        addUnprepared(QStringLiteral("timm:test_resnet"));
        addUnprepared(test::home().filePath(QStringLiteral("my-vit")));
        addUnprepared(test::home().filePath(QStringLiteral("net.pt2")));
        m_store.change([](Settings& settings) {
            settings.models = {QStringLiteral("test_resnet"), QStringLiteral("my-vit"),
                QStringLiteral("net-counting"), QStringLiteral("net-branching"), QStringLiteral("net")};
            settings.devices = {QStringLiteral("cpu")};
            settings.engines = {QStringLiteral("cpp")};
            settings.modes = {};
            settings.preset = core::Preset::Quick;
        });
        settle();
        QSignalSpy finished(&m_window->controller(), &RunController::finished);
        QSignalSpy failed(&m_window->controller(), &RunController::failed);
        QCOMPARE(m_window->benchmarkPage().measurementCount(), 5);

        m_window->actions().run->trigger();
        QVERIFY(QTest::qWaitFor([&] { return !finished.isEmpty() || !failed.isEmpty(); }, limit_ms));

        QVERIFY(failed.isEmpty());
        const auto view = m_window->resultsPage().view();
        QCOMPARE(view->rowCount(), 5);
        for (int row = 0; row < view->rowCount(); ++row) {
            const auto& each = view->row(row);
            const bool isBranching = each.workload().model == "net-branching";
            QCOMPARE(each.outcome, isBranching ? core::Outcome::ExportFailed : core::Outcome::Measured);
            QVERIFY(isBranching || (each.verification() && each.verification()->isPassed));
            if (isBranching)
                m_failedRow = row;
        }
    }

    void theLogOfTheFailedRowIsAtHand()
    {
        auto& page = m_window->resultsPage();
        page.chooseRow(m_failedRow);
        QVERIFY(test::says(page, QStringLiteral("net.py:")));

        auto* show = test::buttonNamed(page, QStringLiteral("Show the whole log"));
        QVERIFY(show);
        show->click();

        const auto texts = page.findChildren<QPlainTextEdit*>();
        QVERIFY(std::any_of(texts.begin(), texts.end(), [](const QPlainTextEdit* text) {
            return text->toPlainText().contains(QStringLiteral("Traceback"));
        }));
    }

    void cleanupTestCase() { m_window.reset(); }

private:
    std::unique_ptr<Backend> m_backend;
    SettingsStore m_store;
    Language m_language;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
    int m_failedRow = -1;
};

int tst_own_models_measured(int argc, char* argv[])
{
    return test::runTest<OwnModelsMeasured>(argc, argv);
}

#include "tst_own_models_measured.moc"

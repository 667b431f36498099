// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/ui_test.h"
#include "tests/ui/window_under_test.h"
#include "ui/pages/benchmark_page.h"
#include "ui/pages/setup_state.h"
#include "ui/pages/system_page.h"
#include "ui/pages/target_dialog.h"
#include "ui/pages/targets_box.h"
#include "ui/pages/window_actions.h"
#include "ui/text/note_text.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace inferometer;
using namespace inferometer::ui;

namespace {

QString textOf(const QWidget& widget)
{
    QStringList texts;
    for (const auto* label : widget.findChildren<QLabel*>())
        texts << label->text();
    return texts.join(QLatin1Char('\n'));
}

QCheckBox* deviceBox(const QWidget& page, const char* device)
{
    for (auto* box : page.findChildren<QCheckBox*>()) {
        if (box->property("device").toString() == QLatin1String(device))
            return box;
    }
    return nullptr;
}

const core::DeviceFacts cpu{{core::DeviceKind::Cpu, 0}, "Xeon", {}, "", ""};
const core::DeviceFacts otherGpu{{core::DeviceKind::Cuda, 0, "gpubox"}, "A100", {}, "8.0", "13.0"};

} // namespace

class TargetsTest : public QObject {
    Q_OBJECT

private slots:
    void whatIsAddedIsAskedAndKept()
    {
        test::FakeBackend backend;
        Background background;
        TargetsBox box(backend, background);
        QSignalSpy changed(&box, &TargetsBox::changed);

        box.add({"gpubox", {"ssh", "gpubox"}, "/opt/inferometer", {}});

        QTRY_VERIFY(changed.count() > 0);
        QCOMPARE(static_cast<int>(backend.knownTargets.size()), 1);
        const QString shown = textOf(box);
        QVERIFY2(shown.contains(QStringLiteral("GPU 0: NVIDIA A100 · torch 2.13.0")), qPrintable(shown));
        QVERIFY(shown.contains(QStringLiteral("ssh gpubox /opt/inferometer")));
    }

    void whatIsForgottenIsGone()
    {
        test::FakeBackend backend;
        backend.knownTargets = {{"old", {}, "/opt/old", {}}};
        Background background;
        TargetsBox box(backend, background);
        box.load();
        QTRY_COMPARE(static_cast<int>(box.targets().size()), 1);
        QVERIFY(textOf(box).contains(QStringLiteral("Never asked")));

        box.remove("old");

        QTRY_VERIFY(backend.knownTargets.empty());
        QTRY_VERIFY(textOf(box).contains(QStringLiteral("There are none yet.")));
    }

    void whatOthersAddedMeanwhileStays()
    {
        test::FakeBackend backend;
        Background background;
        TargetsBox box(backend, background); // which has read nothing yet
        backend.knownTargets = {{"old", {}, "/opt/old", {}}};

        box.add({"gpubox", {"ssh", "gpubox"}, "/opt/inferometer", {}});

        QTRY_VERIFY(textOf(box).contains(QStringLiteral("torch 2.13.0")));
        QCOMPARE(static_cast<int>(box.targets().size()), 2);
        QCOMPARE(box.targets().front().name, std::string("old"));
    }

    void whatIsMissingThereIsSaid()
    {
        test::FakeBackend backend;
        backend.targetChecks = {{"runner", core::CheckState::Good, {"runner-found", {}}, {}, ""},
            {"conditions", core::CheckState::Doubtful, {"governor-not-performance", {"powersave"}}, {}, ""},
            {"compiler", core::CheckState::Bad, {"compiler-missing", {}}, {"install-compiler", {}}, ""}};
        Background background;
        TargetsBox box(backend, background);

        box.add({"gpubox", {"ssh", "gpubox"}, "/opt/inferometer", {}});

        QTRY_VERIFY(textOf(box).contains(noteText({"compiler-missing", {}})));
        const QString shown = textOf(box);
        QVERIFY2(shown.contains(noteText({"install-compiler", {}})), qPrintable(shown));
        QVERIFY2(shown.contains(QStringLiteral("powersave")), qPrintable(shown));
        QVERIFY2(!shown.contains(noteText({"runner-found", {}})), qPrintable(shown));
    }

    void aTargetWithoutTorchSaysSo()
    {
        test::FakeBackend backend;
        backend.knownTargets = {{"bare", {}, "/opt/bare", core::TargetFacts{{cpu}, 8, "0.1.0", "", ""}}};
        Background background;
        TargetsBox box(backend, background);

        box.load();

        QTRY_VERIFY(textOf(box).contains(QStringLiteral("Xeon · no torch that can be used")));
    }

    void aFailureIsSaid()
    {
        test::FakeBackend backend;
        backend.storage = core::Error{core::ErrorCode::ProcessFailed, "The target 'x' did not answer."};
        Background background;
        TargetsBox box(backend, background);

        box.add({"x", {"ssh", "x"}, "/opt/inferometer", {}});

        QTRY_VERIFY(textOf(box).contains(QStringLiteral("did not answer")));
    }

    void nothingIsAskedWhileARunMeasures()
    {
        test::FakeBackend backend;
        Background background;
        TargetsBox box(backend, background);

        box.setRunning(true);

        for (const auto* button : box.findChildren<QPushButton*>())
            QVERIFY(!button->isEnabled());
    }

    void theDialogAddsATargetWithoutHoldingTheWindowUp()
    {
        test::FakeBackend backend;
        Background background;
        TargetsBox box(backend, background);
        box.QWidget::show();

        test::buttonNamed(box, QStringLiteral("Add a target…"))->click(); // and goes on at once
        auto* dialog = box.findChild<TargetDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        const auto edits = dialog->findChildren<QLineEdit*>();
        for (auto* edit : edits) {
            const bool isPlain = edit->placeholderText().endsWith(QStringLiteral("gpubox"));
            edit->setText(isPlain ? edit->placeholderText() : QStringLiteral("/opt/inferometer"));
        }
        dialog->accept();

        QTRY_COMPARE(static_cast<int>(backend.knownTargets.size()), 1);
        QCOMPARE(backend.knownTargets.front().name, std::string("gpubox"));
        QTRY_VERIFY(textOf(box).contains(QStringLiteral("torch 2.13.0")));
    }

    void aTargetThatDoesNotAnswerHoldsNothingUp()
    {
        test::FakeBackend backend;
        backend.isHeld = true;
        auto background = std::make_unique<Background>();
        TargetsBox box(backend, *background);
        box.add({"slow", {"ssh", "slow"}, "/opt/inferometer", {}});
        QTRY_VERIFY(textOf(box).contains(QStringLiteral("Asking slow")));
        bool isAnswered = false;

        background->ask(
            &box, [&] { return backend.history().size(); }, [&](std::size_t) { isAnswered = true; });
        QTRY_VERIFY(isAnswered);

        QVERIFY(background->isBusy());
        background.reset(); // stops the question instead of waiting for its answer
    }

    void aJobThatWaitsSaysWhyAndCanBeGivenUp()
    {
        test::FakeBackend backend;
        backend.isHeld = true;
        backend.targetSays = core::Note{"job-waits-for-resources", {"a100"}};
        Background background;
        TargetsBox box(backend, background);
        box.QWidget::show();
        QVERIFY(!test::buttonNamed(box, QStringLiteral("Stop asking"))->isVisible());

        box.add({"a100", {"srun"}, "/opt/inferometer", {}});
        QTRY_VERIFY(textOf(box).contains(QStringLiteral("waits in the queue until resources are free")));
        test::buttonNamed(box, QStringLiteral("Stop asking"))->click();

        QTRY_VERIFY(textOf(box).contains(QStringLiteral("was not asked to its end")));
        QVERIFY(!test::buttonNamed(box, QStringLiteral("Stop asking"))->isVisible());
    }

    void itsDevicesStandUnderItsNameAndAreMeasuredThere()
    {
        test::WindowUnderTest t;
        auto& page = t.window->benchmarkPage();
        QVERIFY(!test::says(page, QStringLiteral("gpubox")));

        t.window->systemPage().targets().add({"gpubox", {"ssh", "gpubox"}, "/opt/inferometer", {}});
        QVERIFY(test::waitFor([&] { return deviceBox(page, "gpubox/cuda:0") != nullptr; }));
        QVERIFY(test::waitFor([&] { return test::says(page, QStringLiteral("gpubox")); }));
        QVERIFY(!deviceBox(page, "gpubox/cuda:0")->isChecked());
        deviceBox(page, "gpubox/cuda:0")->setChecked(true);
        for (const char* device : {"cpu", "cuda:0"})
            deviceBox(page, device)->setChecked(false);
        t.settle();
        t.window->actions().run->trigger();
        QVERIFY(test::waitFor([&] { return t.backend.runsEnded.try_acquire(); }));

        const core::Device there{core::DeviceKind::Cuda, 0, "gpubox"};
        QCOMPARE(t.backend.lastPlan.visits.size(), std::size_t{1});
        QVERIFY(t.backend.lastPlan.visits.front().workload.device == there);
    }

    void withoutAChoiceThisMachineMeasures()
    {
        QCOMPARE(chosenDevices({}, {cpu, otherGpu}), QStringList{QStringLiteral("cpu")});
        const core::DeviceFacts gpu{{core::DeviceKind::Cuda, 0}, "T4", {}, "7.5", "13.0"};
        QCOMPARE(chosenDevices({}, {cpu, gpu, otherGpu}), QStringList{QStringLiteral("cuda:0")});
    }

    void choicesForCudaAreForTheGpusOfTargetsToo()
    {
        test::WindowUnderTest t;
        t.backend.machine = {cpu, otherGpu};
        const auto choice = [&] {
            return test::widgetNamed<QWidget>(t.window->benchmarkPage(), QStringLiteral("CUDA"));
        };
        t.window->benchmarkPage().askMachine();
        t.settle();
        QVERIFY(choice());
        QVERIFY(!choice()->isEnabled());

        deviceBox(t.window->benchmarkPage(), "gpubox/cuda:0")->setChecked(true);
        t.settle();

        QVERIFY(choice()->isEnabled());
    }

    void gpusOfOneMachineCanBeMeasuredSideBySide()
    {
        Settings settings;
        settings.cudaChoices << QStringLiteral("parallel-devices");
        settings.coolTo_c = 55;
        settings.devices = {QStringLiteral("cuda:0"), QStringLiteral("gpubox/cuda:1")};
        QVERIFY(!selectionOf(settings).parallelDevices);
        QVERIFY(!commandLine(settings).contains(QStringLiteral("--parallel-devices")));

        settings.devices << QStringLiteral("cuda:1");

        QVERIFY(selectionOf(settings).parallelDevices);
        QCOMPARE(selectionOf(settings).coolTo_c.value_or(0), 55.0);
        QVERIFY(commandLine(settings).contains(QStringLiteral("--parallel-devices")));
        QVERIFY(commandLine(settings).contains(QStringLiteral("--cool-to 55")));
    }

    void theDialogReadsWordsAsAShellDoes()
    {
        TargetDialog dialog(nullptr);
        const auto edits = dialog.findChildren<QLineEdit*>();
        QCOMPARE(static_cast<int>(edits.size()), 3);
        for (auto* edit : edits) {
            if (edit->placeholderText() == QStringLiteral("gpubox"))
                edit->setText(QStringLiteral("a100"));
            else if (edit->placeholderText() == QStringLiteral("ssh gpubox"))
                edit->setText(QStringLiteral("srun --comment \"for me\" --gres=gpu:1"));
            else
                edit->setText(QStringLiteral("/opt/inferometer"));
        }

        const auto target = dialog.target();

        QCOMPARE(target.name, std::string("a100"));
        QCOMPARE(target.launcher, (std::vector<std::string>{"srun", "--comment", "for me", "--gres=gpu:1"}));
    }
};

int tst_targets(int argc, char* argv[])
{
    return test::runTest<TargetsTest>(argc, argv);
}

#include "tst_targets.moc"

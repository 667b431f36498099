// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "tests/ui/ui_test.h"
#include "tests/ui/window_under_test.h"
#include "ui/pages/add_model_dialog.h"
#include "ui/pages/benchmark_page.h"
#include "ui/pages/model_picker.h"
#include "ui/pages/model_words.h"
#include "ui/run/background.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDropEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTreeView>

using namespace inferometer;
using namespace inferometer::ui;

namespace {

/// Drops a file on a widget, as a file manager does.
void drop(QWidget& widget, const QString& path)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &enter);
    if (!enter.isAccepted())
        return;
    QDropEvent event({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &event);
}

/// A model that was prepared.
core::ModelTrial preparedModel()
{
    return {25.6e6, 1, {{"image", {1, 3, 64, 64}, "float32"}, {"mask", {1, 1, 62, 62}, "float32"}},
        {{"logits", {1, 10}, "float32"}}};
}

} // namespace

/// A user's own models in the window.
class OwnModelsTest : public QObject {
    Q_OBJECT

    /// A dialog on a machine of its own.
    struct Bench {
        test::FakeBackend backend;
        Background background;
        RunController controller{backend};
        std::unique_ptr<AddModelDialog> dialog;

        explicit Bench(const QString& word)
        {
            backend.trialEnd = preparedModel();
            dialog = std::make_unique<AddModelDialog>(
                AddModelDialog::Services{backend, background, controller, {}}, word);
            dialog->show();
        }
        QPushButton* press(const QString& text) const
        {
            auto* found = test::buttonNamed(*dialog, text);
            if (found)
                found->click();
            return found;
        }
    };

private slots:
    void aModelIsPreparedShownAndComesIntoTheCatalogue()
    {
        Bench the(QStringLiteral("timm:test_resnet"));
        the.dialog->findChild<QSpinBox*>()->setValue(64);
        the.dialog->findChild<QComboBox*>()->setCurrentIndex(0);

        QVERIFY(the.press(QStringLiteral("Prepare")));
        QVERIFY(test::waitFor([&] { return the.dialog->trial().has_value(); }));

        QVERIFY(test::says(*the.dialog, QStringLiteral("25.6")));
        QVERIFY(test::says(*the.dialog, QStringLiteral("image: 1 × 3 × 64 × 64, float32")));
        QVERIFY(test::says(*the.dialog, QStringLiteral("mask: 1 × 1 × 62 × 62, float32")));
        QVERIFY(!the.backend.catalog().findByName("test_resnet"));
        QSignalSpy accepted(the.dialog.get(), &QDialog::accepted);
        QVERIFY(the.press(QStringLiteral("Add")));
        QCOMPARE(accepted.count(), 1);
        const auto* model = the.backend.catalog().findByName("test_resnet");
        QVERIFY(model && model->own);
        QCOMPARE(model->own->imageSize, std::optional(64));
        QCOMPARE(model->own->parameters, 25.6e6);
        QCOMPARE(the.backend.tried.front().imageSize, std::optional(64));
    }

    void theTaskIsWhatTheModelSaysUnlessTheUserDoes()
    {
        for (const bool isChosen : {false, true}) {
            Bench the(QStringLiteral("org/some-net"));
            auto found = preparedModel();
            found.task = core::Task::Detection;
            the.backend.trialEnd = found;
            auto* task = the.dialog->findChild<QComboBox*>();
            if (isChosen) {
                task->setCurrentIndex(task->findData(static_cast<int>(core::Task::Segmentation)));
                emit task->activated(task->currentIndex());
            }

            the.press(QStringLiteral("Prepare"));
            QVERIFY(test::waitFor([&] { return the.dialog->trial().has_value(); }));
            the.press(QStringLiteral("Add"));

            const auto* model = the.backend.catalog().findByName("some-net");
            QVERIFY(model);
            QCOMPARE(model->task, isChosen ? core::Task::Segmentation : core::Task::Detection);
        }
    }

    void whatWasShownIsForgottenWhenTheModelIsAnotherOne()
    {
        Bench the(QStringLiteral("timm:test_resnet"));
        the.press(QStringLiteral("Prepare"));
        QVERIFY(test::waitFor([&] { return the.dialog->trial().has_value(); }));

        the.dialog->findChild<QSpinBox*>()->setValue(96);

        QVERIFY(!the.dialog->trial());
        QVERIFY(test::buttonNamed(*the.dialog, QStringLiteral("Add unprepared")));
    }

    void aModelThatCannotBeExportedSaysWhyAndShowsTheLog()
    {
        Bench the(QStringLiteral("timm:test_resnet"));
        the.backend.trialEnd = core::WorkerFailure{core::Outcome::ExportFailed,
            core::Note{"data-dependent", {"net.py:29"}}, "GuardOnDataDependentSymNode", "Traceback of it"};

        the.press(QStringLiteral("Prepare"));

        QVERIFY(test::waitFor([&] { return test::says(*the.dialog, QStringLiteral("net.py:29")); }));
        auto* log = the.dialog->findChild<QPlainTextEdit*>();
        QVERIFY(log->isVisible());
        QCOMPARE(log->toPlainText(), QStringLiteral("Traceback of it"));
        QVERIFY(test::buttonNamed(*the.dialog, QStringLiteral("Prepare"))->isEnabled());
    }

    void aPreparationIsCancelledAndTheDialogStays()
    {
        Bench the(QStringLiteral("timm:test_resnet"));
        the.backend.isHeld = true;
        the.press(QStringLiteral("Prepare"));
        QVERIFY(test::waitFor([&] { return test::says(*the.dialog, QStringLiteral("Graph capture")); }));

        the.press(QStringLiteral("Cancel"));
        QVERIFY(test::waitFor([&] { return !the.controller.isRunning(); }));

        QVERIFY(the.dialog->isVisible());
        QVERIFY(!the.dialog->trial());
        QVERIFY(test::buttonNamed(*the.dialog, QStringLiteral("Prepare"))->isEnabled());
        the.press(QStringLiteral("Cancel"));
        QVERIFY(!the.dialog->isVisible());
    }

    void aReadingShowsHowFarItIsAndCanBeStopped()
    {
        Bench the(QStringLiteral("timm:test_resnet"));
        the.backend.readsForever = true;
        the.press(QStringLiteral("Prepare"));
        auto* bar = the.dialog->findChild<QProgressBar*>();
        QVERIFY(test::waitFor([&] { return bar->value() == 25; }));
        QVERIFY(test::says(*the.dialog, QStringLiteral("Reading the model: 25%")));

        the.press(QStringLiteral("Cancel"));

        QVERIFY(the.dialog->isVisible());
        QVERIFY(test::waitFor([&] { return !the.background.isBusy(); }));
        QVERIFY(!the.dialog->trial());
        QVERIFY(test::buttonNamed(*the.dialog, QStringLiteral("Prepare"))->isEnabled());
    }

    void whatIsNoModelIsSaidAndTheDialogStays()
    {
        Bench the(QStringLiteral("/no/such/net.pt2"));
        the.dialog->findChild<QCheckBox*>(QStringLiteral("allow"))->setChecked(true);

        the.press(QStringLiteral("Prepare"));

        QVERIFY(test::waitFor([&] { return test::says(*the.dialog, QStringLiteral("net.pt2'")); }));
        QVERIFY(the.dialog->isVisible());
        QVERIFY(test::buttonNamed(*the.dialog, QStringLiteral("Prepare"))->isEnabled());
    }

    void codeWantsAConsent()
    {
        QTemporaryDir folder;
        const auto path = folder.filePath(QStringLiteral("net.py"));
        QVERIFY(core::writeFileAtomically(path.toStdString(), "def build(): ..."));
        Bench the(path + QStringLiteral(":build"));
        auto* allow = the.dialog->findChild<QCheckBox*>(QStringLiteral("allow"));
        QVERIFY(allow->isVisible());
        QVERIFY(!test::buttonNamed(*the.dialog, QStringLiteral("Prepare"))->isEnabled());
        QVERIFY(!test::buttonNamed(*the.dialog, QStringLiteral("Add unprepared"))->isEnabled());

        allow->setChecked(true);
        QSignalSpy accepted(the.dialog.get(), &QDialog::accepted);
        the.press(QStringLiteral("Add unprepared"));

        QVERIFY(accepted.wait());
        QVERIFY(the.dialog->model().isAllowed());
        QVERIFY(the.backend.tried.empty());
    }

    void aDroppedFileBecomesTheWordWithAFunctionThatIsInIt()
    {
        QTemporaryDir folder;
        const auto path = folder.filePath(QStringLiteral("net.py"));
        QVERIFY(core::writeFileAtomically(
            path.toStdString(), "import torch\n\ndef helper():\n    pass\n\ndef build():\n    pass\n"));
        Bench the{QString()};

        drop(*the.dialog, path);

        QCOMPARE(the.dialog->findChild<QLineEdit*>()->text(), path + QStringLiteral(":build"));
        QVERIFY(
            core::writeFileAtomically(path.toStdString(), "class A:\n  def f(self): ...\ndef net(): ...\n"));
        QCOMPARE(modelWord(path), path + QStringLiteral(":net"));
    }

    void aFolderOrAFileIsChosenWithoutHoldingTheWindowUp()
    {
        QTemporaryDir folder;
        const auto path = folder.filePath(QStringLiteral("net.pt2"));
        QVERIFY(core::writeFileAtomically(path.toStdString(), "an exported program"));
        Bench the{QString()};
        const auto choose = [&](const QString& button, const QString& chosen) {
            the.press(button); // and goes on at once
            auto* files = the.dialog->findChild<QFileDialog*>();
            QVERIFY(files && files->isVisible());
            files->selectFile(chosen);
            QMetaObject::invokeMethod(files, "accept");
            delete files;
        };

        choose(QStringLiteral("File…"), path);
        QCOMPARE(the.dialog->findChild<QLineEdit*>()->text(), path);
        choose(QStringLiteral("Folder…"), folder.path());
        QCOMPARE(the.dialog->findChild<QLineEdit*>()->text(), folder.path());
    }

    void whatIsDroppedOnTheModelsOpensTheDialogAndTheNewModelIsChosen()
    {
        test::WindowUnderTest the;
        QTemporaryDir folder;
        const auto path = folder.filePath(QStringLiteral("net.pt2"));
        QVERIFY(core::writeFileAtomically(path.toStdString(), "an exported program"));
        auto* picker = the.window->findChild<ModelPicker*>();
        drop(*picker, path);
        auto* dialog = the.window->findChild<AddModelDialog*>();
        QVERIFY(dialog);
        dialog->findChild<QCheckBox*>(QStringLiteral("allow"))->setChecked(true);

        test::buttonNamed(*dialog, QStringLiteral("Add unprepared"))->click();

        QVERIFY(test::waitFor([&] { return picker->checked().contains(QStringLiteral("net")); }));
        the.settle();
    }

    void removingAModelIsNoDeletionInJapanese()
    {
        test::WindowUnderTest t;
        t.store->change([](Settings& settings) { settings.language = LanguageChoice::Japanese; });

        emit t.window->benchmarkPage().removeModelRequested(QStringLiteral("mine"));

        auto* box = test::shownMessage();
        QVERIFY(box);
        QVERIFY2(box->windowTitle().contains(QStringLiteral("一覧から外しますか？")),
            qPrintable(box->windowTitle()));
        QVERIFY(test::buttonNamed(*box, QStringLiteral("一覧から外す(R)")));
        box->close();
    }

    void aModelIsEditedAndRemoved()
    {
        test::WindowUnderTest the;
        core::OwnModel model;
        model.name = model.label = "mine";
        model.source.kind = core::ModelKind::Timm;
        model.source.model = "test_vit";
        QVERIFY(the.backend.addModel(model));
        auto& page = the.window->benchmarkPage();
        page.takeCatalogue(QStringLiteral("mine"));
        the.settle();
        auto* picker = the.window->findChild<ModelPicker*>();
        auto* tree = picker->findChild<QTreeView*>();
        auto* edit = test::buttonNamed(*picker, QStringLiteral("Edit…"));
        QVERIFY(!edit->isVisible());
        const auto found = tree->model()->match(
            tree->model()->index(0, 0), Qt::DisplayRole, QStringLiteral("mine"), 1, Qt::MatchRecursive);
        QCOMPARE(found.size(), 1);
        tree->setCurrentIndex(found.front());
        QVERIFY(edit->isVisible());

        edit->click();
        auto* dialog = the.window->findChild<AddModelDialog*>();
        QVERIFY(dialog);
        QCOMPARE(dialog->findChild<QLineEdit*>()->text(), QStringLiteral("timm:test_vit"));
        dialog->findChild<QSpinBox*>()->setValue(96);
        test::buttonNamed(*dialog, QStringLiteral("Save unprepared"))->click();
        QVERIFY(test::waitFor(
            [&] { return the.backend.catalog().findByName("mine")->own->imageSize == std::optional(96); }));
        the.settle();

        emit page.removeModelRequested(QStringLiteral("mine"));
        auto* box = the.window->findChild<QMessageBox*>();
        QVERIFY(box);
        test::buttonNamed(*box, QStringLiteral("Remove"))->click();
        QVERIFY(test::waitFor([&] { return !the.backend.catalog().findByName("mine"); }));
        the.settle();
        QVERIFY(!picker->checked().contains(QStringLiteral("mine")));
    }
};

int tst_own_models(int argc, char* argv[])
{
    return test::runTest<OwnModelsTest>(argc, argv);
}

#include "tst_own_models.moc"

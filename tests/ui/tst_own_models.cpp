// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "tests/ui/window_under_test.h"
#include "ui/pages/add_model_dialog.h"
#include "ui/pages/benchmark_page.h"
#include "ui/pages/model_picker.h"
#include "ui/run/background.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace inferometer;
using namespace inferometer::ui;

/// A user's own models in the window.
class OwnModelsTest : public QObject {
    Q_OBJECT

    static QPushButton* button(const QWidget& parent, const QString& text)
    {
        const auto buttons = parent.findChildren<QPushButton*>();
        const auto found = std::find_if(buttons.begin(), buttons.end(),
            [&](const QPushButton* one) { return one->text().remove(QLatin1Char('&')) == text; });
        return found == buttons.end() ? nullptr : *found;
    }

    test::FakeBackend m_backend;
    Background m_background;

private slots:
    void aModelIsLookedAtAndComesIntoTheCatalogue()
    {
        AddModelDialog dialog(m_backend, m_background, QStringLiteral("timm:test_resnet"));
        dialog.findChild<QSpinBox*>()->setValue(64);
        QSignalSpy accepted(&dialog, &QDialog::accepted);

        button(dialog, QStringLiteral("Add"))->click();

        QVERIFY(accepted.wait());
        const auto* model = m_backend.catalog().findByName("test_resnet");
        QVERIFY(model && model->own);
        QCOMPARE(model->own->imageSize, std::optional(64));
    }

    void whatIsNoModelIsSaidAndTheDialogStays()
    {
        AddModelDialog dialog(m_backend, m_background, QStringLiteral("/no/such/net.pt2"));
        dialog.show();
        dialog.findChild<QCheckBox*>()->setChecked(true);

        button(dialog, QStringLiteral("Add"))->click();

        const auto isSaid = [&] {
            const auto labels = dialog.findChildren<QLabel*>();
            return std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
                return label->isVisible() && label->text().contains(QLatin1String("net.pt2'"));
            });
        };
        QVERIFY(test::waitFor(isSaid));
        QVERIFY(dialog.isVisible());
        QVERIFY(button(dialog, QStringLiteral("Add"))->isEnabled());
    }

    void codeWantsAConsent()
    {
        QTemporaryDir folder;
        const auto path = folder.filePath(QStringLiteral("net.py"));
        QVERIFY(core::writeFileAtomically(path.toStdString(), "def build(): ..."));
        AddModelDialog dialog(m_backend, m_background, path + QStringLiteral(":build"));
        dialog.show();
        auto* add = button(dialog, QStringLiteral("Add"));
        QVERIFY(dialog.findChild<QCheckBox*>()->isVisible());
        QVERIFY(!add->isEnabled());

        dialog.findChild<QCheckBox*>()->setChecked(true);
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        add->click();

        QVERIFY(accepted.wait());
        QVERIFY(dialog.model().isAllowed());
    }

    void theNewModelIsChosen()
    {
        test::WindowUnderTest the;
        auto* picker = the.window->findChild<ModelPicker*>();
        emit picker->addRequested();
        auto* dialog = the.window->findChild<AddModelDialog*>();
        QVERIFY(dialog);
        dialog->findChild<QLineEdit*>()->setText(QStringLiteral("timm:test_vit"));

        button(*dialog, QStringLiteral("Add"))->click();

        QVERIFY(test::waitFor([&] { return picker->checked().contains(QStringLiteral("test_vit")); }));
        the.settle();
    }
};

QTEST_MAIN(OwnModelsTest)
#include "tst_own_models.moc"

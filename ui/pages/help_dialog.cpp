// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/help_dialog.h"

#include "ui/text/tr.h"
#include "ui/widgets/looks.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace inferometer::ui {

namespace {

QString titleOf(HelpDialog::Topic topic)
{
    switch (topic) {
    case HelpDialog::Topic::GettingStarted:
        return Tr::tr("Getting started");
    case HelpDialog::Topic::Shortcuts:
        return Tr::tr("Keyboard shortcuts");
    case HelpDialog::Topic::Numbers:
        return Tr::tr("What do the numbers mean?");
    case HelpDialog::Topic::Method:
        return Tr::tr("How is it measured?");
    case HelpDialog::Topic::Guide:
        return Tr::tr("Why does it differ from the guide?");
    case HelpDialog::Topic::Limits:
        return Tr::tr("What is not measured?");
    case HelpDialog::Topic::Problem:
        return Tr::tr("Report a problem");
    case HelpDialog::Topic::About:
        return Tr::tr("About Inferometer");
    case HelpDialog::Topic::AboutQt:
        return Tr::tr("About Qt");
    }
    Q_UNREACHABLE();
}

QString gettingStarted()
{
    return QStringList{
        Tr::tr("1. **Benchmark**: check the models, the device, the batch sizes and the compile modes. The "
               "first choice "
               "is ready to run and takes about two minutes."),
        Tr::tr("2. **Run**: the bar below shows what is happening. Every finished measurement is kept at "
               "once; a "
               "cancelled run can be resumed."),
        Tr::tr("3. **Results**: charts and table follow each other. A bar says what it shows under the "
               "pointer, and with "
               "the arrow keys."),
        Tr::tr("4. **Export**: a chart becomes a picture in either language and theme, with its conditions "
               "below it."),
        Tr::tr(
            "5. **Your own models**: *Add model* takes a name of timm, an id of the hub, a folder, a Python "
            "file or an exported program. It is prepared first; what cannot be measured says why."),
    }
        .join(QStringLiteral("\n\n"));
}

QString howItIsMeasured()
{
    return Tr::tr(
        "A process of its own measures one model, batch size and data type with all its variants on the "
        "same inputs. A sample is one inference and the release of its outputs; every sample is kept.");
}

QString whyItDiffersFromTheGuide()
{
    return Tr::tr(
        "The guide measures Python: its figures can be compared with the rows of the Python engine only. "
        "It measures one variant after the other and uses a photograph; here variants take turns, and "
        "the image is the project's own. The file ARCHITECTURE.md lists every departure.");
}

QString whatIsNotMeasured()
{
    return Tr::tr(
        "Shapes are fixed, there is one stream, and inputs lie on the device already: preparing images, "
        "moving them and serving requests are not part of a sample. Half precision is measured with "
        "converted weights, not with autocast. Random weights take the time of real ones within a few "
        "percent, but their outputs mean nothing.");
}

QString numbers()
{
    return QStringList{
        Tr::tr("**No compile** is the baseline: the model as it is, operator by operator. Every other "
               "variant is compared "
               "with the baseline of the same engine."),
        Tr::tr("**Improvement** is the time saved: (1 − compiled ÷ no compile) × 100%. **Speed-up** is no "
               "compile ÷ "
               "compiled."),
        Tr::tr("All variants are measured in turn, in rounds of random order, so that a slow moment of the "
               "machine hits "
               "all of them alike. The **interval** comes from these rounds and holds the true value 95 "
               "times in 100."),
        Tr::tr("The **verdict** says faster or slower only when the rounds show it beyond the noise; same, "
               "when equality "
               "was shown; else unclear, which means: measure longer."),
        Tr::tr("Outputs are checked before and after timing. A variant with wrong outputs is timed, but "
               "never counts as "
               "an improvement."),
        Tr::tr("**Break-even** is the number of inferences after which compiling has paid for itself."),
    }
        .join(QStringLiteral("\n\n"));
}

QString shortcuts(const QWidget* window)
{
    QString text = QStringLiteral("| %1 | %2 |\n|---|---|\n").arg(Tr::tr("Key"), Tr::tr("Action"));
    for (const auto* action : window->findChildren<QAction*>()) {
        if (!action->shortcut().isEmpty() && !action->text().isEmpty())
            text += QStringLiteral("| %1 | %2 |\n")
                        .arg(action->shortcut().toString(QKeySequence::NativeText),
                            action->iconText().remove(QStringLiteral("…")));
    }
    const std::pair<QString, QString> keys[] = {
        {Tr::tr("Left, Right"), Tr::tr("In a chart: the previous or next bar")},
        {Tr::tr("Up, Down"), Tr::tr("In a chart: the previous or next group")},
        {Tr::tr("Enter"), Tr::tr("In a chart: show the details of the bar")},
        {Tr::tr("Ctrl and wheel"), Tr::tr("In a chart: zoom")},
    };
    for (const auto& [key, action] : keys)
        text += QStringLiteral("| %1 | %2 |\n").arg(key, action);
    return text;
}

QString textOf(HelpDialog::Topic topic, const QString& environment, const QWidget* window)
{
    switch (topic) {
    case HelpDialog::Topic::GettingStarted:
        return gettingStarted();
    case HelpDialog::Topic::Shortcuts:
        return shortcuts(window);
    case HelpDialog::Topic::Numbers:
        return numbers();
    case HelpDialog::Topic::Method:
        return howItIsMeasured();
    case HelpDialog::Topic::Guide:
        return whyItDiffersFromTheGuide();
    case HelpDialog::Topic::Limits:
        return whatIsNotMeasured();
    case HelpDialog::Topic::Problem:
        return QStringLiteral("%1\n\nInferometer %2, Qt %3\n\n%4")
            .arg(environment.isEmpty()
                    ? Tr::tr("Please say what you did, what happened and what you expected. The System page "
                             "has more about "
                             "this machine to copy.")
                    : Tr::tr(
                        "Please say what you did, what happened and what you expected, and add these lines."),
                QStringLiteral(INFEROMETER_VERSION), QString::fromLatin1(qVersion()), environment);
    case HelpDialog::Topic::About:
        return QStringLiteral("**Inferometer %1**\n\n%2\n\n%3\n\n%4")
            .arg(QStringLiteral(INFEROMETER_VERSION),
                Tr::tr("What compiling a PyTorch vision model buys on this machine."),
                Tr::tr("Free software under the GNU General Public License, version 3 or later; without any "
                       "warranty."),
                Tr::tr("Built with Qt, QCustomPlot, nlohmann/json, libuv and OpenSSL; measures with PyTorch "
                       "and Transformers."));
    case HelpDialog::Topic::AboutQt:
        return Tr::tr(
            "This program uses Qt %1, a C++ toolkit under the GNU Lesser General Public License, version 3. "
            "See https://www.qt.io for more.")
            .arg(QString::fromLatin1(qVersion()));
    }
    Q_UNREACHABLE();
}

} // namespace

HelpDialog::HelpDialog(Topic topic, const QString& environment, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(titleOf(topic));
    auto* layout = new QVBoxLayout(this);
    auto* text = new QTextBrowser;
    text->setMarkdown(textOf(topic, environment, parent));
    text->setOpenExternalLinks(true);
    text->setMinimumSize(
        unit(this, 34), unit(this, topic == Topic::About || topic == Topic::AboutQt ? 11 : 22));
    text->setAccessibleName(windowTitle());
    layout->addWidget(text);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
}

} // namespace inferometer::ui

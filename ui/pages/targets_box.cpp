// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/targets_box.h"

#include "ui/pages/check_list.h"
#include "ui/pages/target_dialog.h"
#include "ui/text/error_text.h"
#include "ui/text/names.h"
#include "ui/text/note_text.h"
#include "ui/text/tr.h"
#include "ui/widgets/looks.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace inferometer::ui {

namespace {

template <typename Value> QString problemOf(const core::Result<Value>& result)
{
    return result ? QString() : errorText(result.error());
}

/// "CPU: AMD EPYC · GPU 0: A100 · torch 2.13.0"
QString factsText(const core::Target& target)
{
    if (!target.facts)
        return Tr::tr("Never asked; its devices are not known.");
    QStringList parts;
    for (const auto& facts : target.facts->devices)
        parts << QStringLiteral("%1: %2").arg(deviceName(facts.device), QString::fromStdString(facts.name));
    parts << (target.facts->torch.empty()
            ? Tr::tr("no torch that can be used")
            : QStringLiteral("torch %1").arg(QString::fromStdString(target.facts->torch)));
    return parts.join(QStringLiteral(" · "));
}

QString commandText(const core::Target& target)
{
    QStringList words;
    for (const auto& word : target.launcher)
        words << QString::fromStdString(word);
    words << QString::fromStdString(target.installation);
    return words.join(QLatin1Char(' '));
}

} // namespace

TargetsBox::TargetsBox(Backend& backend, Background& background, QWidget* parent)
    : Page(parent)
    , m_backend(backend)
    , m_background(background)
    , m_title(makeHeading())
    , m_hint(makeLabel("muted"))
    , m_state(makeLabel())
    , m_grid(new QGridLayout)
    , m_add(new QPushButton)
    , m_stopAsking(new QPushButton)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    auto* top = new QHBoxLayout;
    auto* titles = new QVBoxLayout;
    titles->setSpacing(2);
    titles->addWidget(m_title);
    titles->addWidget(m_hint);
    top->addLayout(titles, 1);
    top->addWidget(m_stopAsking, 0, Qt::AlignTop);
    top->addWidget(m_add, 0, Qt::AlignTop);
    layout->addLayout(top);
    auto* card = makeCard();
    auto* inside = static_cast<QVBoxLayout*>(card->layout());
    inside->addWidget(m_state);
    inside->addLayout(m_grid);
    m_grid->setHorizontalSpacing(16);
    m_grid->setColumnStretch(1, 1);
    layout->addWidget(card);
    m_texts.bind([this] {
        m_title->setText(Tr::tr("Other machines"));
        m_hint->setText(Tr::tr("A run can measure here and elsewhere at once: through ssh, Slurm or a "
                               "container, or with another installation and another torch."));
        m_add->setText(Tr::tr("Add a &target…"));
        m_stopAsking->setText(Tr::tr("Stop asking"));
    });
    connect(m_add, &QPushButton::clicked, this, &TargetsBox::openDialog);
    connect(m_stopAsking, &QPushButton::clicked, this, [this] { m_stop.request_stop(); });
    show();
}

void TargetsBox::load()
{
    m_background.ask(
        this, [this] { return m_backend.targets(); },
        [this](Targets targets) {
            if (targets)
                m_targets = *std::move(targets);
            else
                m_problem = errorText(targets.error());
            show();
            emit changed();
        });
}

void TargetsBox::setRunning(bool isRunning)
{
    m_isRunning = isRunning;
    show();
}

void TargetsBox::add(const core::Target& target)
{
    change([this, target] { return m_backend.addTarget(target); }, [this, target] { ask(target); });
}

void TargetsBox::remove(const std::string& name)
{
    change([this, name] { return m_backend.removeTarget(name); }, [this] { emit changed(); });
}

/// What comes next reads or writes the same file.
void TargetsBox::change(std::function<Targets()> question, std::function<void()> next)
{
    m_background.ask(this, std::move(question), [this, next = std::move(next)](Targets targets) {
        m_problem = problemOf(targets);
        if (targets)
            m_targets = *std::move(targets);
        show();
        if (targets)
            next();
    });
}

void TargetsBox::ask(const core::Target& target)
{
    m_asked = QString::fromStdString(target.name);
    m_waitsFor.reset();
    m_findings.erase(target.name);
    m_stop = std::stop_source();
    show();
    const QPointer<TargetsBox> guard(this);
    const auto say = [guard, &background = m_background](const core::Note& note) {
        QMetaObject::invokeMethod(
            &background,
            [guard, note] {
                if (guard)
                    guard->tell(note);
            },
            Qt::QueuedConnection);
    };
    m_background.askSlowly(
        this,
        [this, target, say, own = m_stop](const std::stop_token& stop) {
            const std::stop_callback closing(stop, [asked = own]() mutable { asked.request_stop(); });
            return m_backend.askTarget(target, say, own.get_token());
        },
        [this, name = target.name](core::Result<std::vector<core::Check>> found) {
            m_asked.clear();
            m_problem = problemOf(found);
            if (found) {
                std::erase_if(
                    *found, [](const core::Check& check) { return check.state == core::CheckState::Good; });
                m_findings[name] = *std::move(found);
            }
            load();
        });
}

void TargetsBox::tell(const core::Note& note)
{
    m_waitsFor = note;
    show();
}

void TargetsBox::openDialog()
{
    auto* dialog = new TargetDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { add(dialog->target()); });
    dialog->open();
}

void TargetsBox::show()
{
    clearChecks(*m_grid);
    m_add->setEnabled(!m_isRunning && m_asked.isEmpty());
    m_stopAsking->setEnabled(!m_asked.isEmpty());
    m_stopAsking->setVisible(!m_asked.isEmpty());
    const QString state = !m_asked.isEmpty() && m_waitsFor ? noteText(*m_waitsFor)
        : !m_asked.isEmpty()                               ? Tr::tr("Asking %1 what it has…").arg(m_asked)
        : !m_problem.isEmpty()                             ? m_problem
        : m_targets.empty()                                ? Tr::tr("There are none yet.")
                                                           : QString();
    m_state->setText(state);
    m_state->setVisible(!state.isEmpty());
    int row = 0;
    for (const auto& target : m_targets) {
        addRow(row++, target);
        if (const auto found = m_findings.find(target.name); found != m_findings.end())
            addFindings(row++, found->second);
    }
}

void TargetsBox::addRow(int row, const core::Target& target)
{
    const QString name = QString::fromStdString(target.name);
    auto* title = new QLabel(name);
    title->setTextFormat(Qt::PlainText);
    setRole(title, "section");
    m_grid->addWidget(title, row, 0, Qt::AlignTop);
    auto* facts = makeLabel();
    facts->setText(factsText(target) + QLatin1Char('\n') + commandText(target));
    m_grid->addWidget(facts, row, 1);
    const auto addButton = [&](const QString& text, const QString& spoken, int column, auto action) {
        auto* button = new QPushButton(text);
        button->setAccessibleName(spoken);
        button->setEnabled(!m_isRunning && m_asked.isEmpty());
        // Queued: the action makes the rows anew, and with them this button.
        connect(button, &QPushButton::clicked, this, action, Qt::QueuedConnection);
        m_grid->addWidget(button, row, column, Qt::AlignTop);
    };
    addButton(Tr::tr("Ask again"), Tr::tr("Ask %1 again").arg(name), 2, [this, target] { ask(target); });
    addButton(Tr::tr("Forget"), Tr::tr("Forget %1").arg(name), 3, [this, target] { remove(target.name); });
}

void TargetsBox::addFindings(int row, const std::vector<core::Check>& findings)
{
    auto* list = new QWidget;
    auto* grid = new QGridLayout(list);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setColumnStretch(2, 1);
    int line = 0;
    for (const auto& finding : findings)
        addCheck(*grid, line++, finding);
    m_grid->addWidget(list, row, 1, 1, 3);
}

} // namespace inferometer::ui

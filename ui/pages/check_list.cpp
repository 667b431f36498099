// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/check_list.h"

#include "ui/text/names.h"
#include "ui/text/note_text.h"
#include "ui/text/tr.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/looks.h"

#include <QGridLayout>
#include <QLabel>

namespace inferometer::ui {

namespace {

Badge::Tone toneOf(core::CheckState state)
{
    switch (state) {
    case core::CheckState::Good:
        return Badge::Tone::Good;
    case core::CheckState::Doubtful:
        return Badge::Tone::Doubtful;
    case core::CheckState::Bad:
        return Badge::Tone::Bad;
    }
    Q_UNREACHABLE();
}

} // namespace

void clearChecks(QGridLayout& grid)
{
    while (auto* item = grid.takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void addCheck(QGridLayout& grid, int row, const core::Check& check)
{
    auto* state = new Badge(grid.parentWidget());
    state->show(checkState(check.state), toneOf(check.state));
    grid.addWidget(state, row, 0, Qt::AlignTop | Qt::AlignLeft);
    auto* topic = new QLabel(checkTopic(check.topic));
    topic->setTextFormat(Qt::PlainText);
    setRole(topic, "section");
    grid.addWidget(topic, row, 1, Qt::AlignTop);
    auto* finding = makeLabel();
    QStringList lines{noteText(check.finding)};
    if (!check.path.empty())
        lines << QString::fromStdString(check.path);
    if (!check.remedy.code.empty())
        lines << Tr::tr("To mend it: %1").arg(noteText(check.remedy));
    finding->setText(lines.join(QLatin1Char('\n')));
    grid.addWidget(finding, row, 2);
}

} // namespace inferometer::ui

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/result_header.h"

#include "ui/models/conditions.h"
#include "ui/models/headline.h"
#include "ui/text/format.h"
#include "ui/text/names.h"
#include "ui/text/tr.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/looks.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <numeric>

namespace inferometer::ui {

namespace {

void clear(QLayout* layout)
{
    while (auto* item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

Badge::Tone toneOf(core::Outcome outcome)
{
    switch (outcome) {
    case core::Outcome::Measured:
        return Badge::Tone::Good;
    case core::Outcome::NotRun:
    case core::Outcome::Unsupported:
    case core::Outcome::Skipped:
    case core::Outcome::Cancelled:
        return Badge::Tone::Neutral;
    case core::Outcome::OutOfMemory:
        return Badge::Tone::Doubtful;
    default:
        return Badge::Tone::Bad;
    }
}

} // namespace

ResultHeader::ResultHeader(QWidget* parent)
    : Page(parent)
    , m_label(new QLineEdit)
    , m_conditions(makeLabel("muted"))
    , m_badges(new QWidget)
    , m_tiles(new QWidget)
    , m_badgeLayout(new FlowLayout(6, m_badges))
    , m_tileLayout(new FlowLayout(28, m_tiles))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    auto* top = new QHBoxLayout;
    top->setSpacing(12);
    top->addWidget(m_label, 1);
    top->addWidget(m_badges, 2);
    layout->addLayout(top);
    layout->addWidget(m_conditions);
    layout->addSpacing(4);
    layout->addWidget(m_tiles);
    setRole(m_label, "title");
    setRelativeFont(m_label, 1.35, true);
    for (auto* widget : {m_badges, m_tiles})
        widget->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    m_texts.bind([this] {
        m_label->setAccessibleName(Tr::tr("Label of the run"));
        m_label->setToolTip(Tr::tr("Click to rename the run"));
    });
    connect(m_label, &QLineEdit::editingFinished, this, [this] {
        if (m_view && m_label->isModified())
            emit labelChanged(m_label->text());
        m_label->setModified(false);
    });
}

void ResultHeader::setView(std::shared_ptr<const RunView> view, bool isLive, bool isEditable)
{
    m_view = std::move(view);
    m_isLive = isLive;
    m_label->setReadOnly(!isEditable);
    show();
}

void ResultHeader::show()
{
    clear(m_badgeLayout);
    clear(m_tileLayout);
    if (!m_view)
        return;
    if (!m_label->isModified())
        m_label->setText(QString::fromStdString(m_view->record().label));
    m_label->setPlaceholderText(runTitle(QLocale(), m_view->record()));
    std::vector<int> rows(static_cast<std::size_t>(m_view->rowCount()));
    std::iota(rows.begin(), rows.end(), 0);
    m_conditions->setText(conditionsLine(QLocale(), *m_view, rows));
    showBadges();
    showTiles();
    updateGeometry();
}

void ResultHeader::showBadges()
{
    const auto add = [this](const QString& text, Badge::Tone tone) {
        auto* badge =
            new Badge(m_badges); // a parent before it is shown: else it would be a window for a moment
        badge->show(text, tone);
        m_badgeLayout->addWidget(badge);
    };
    if (m_view->record().isSample)
        add(Tr::tr("SAMPLE"), Badge::Tone::Doubtful);
    if (m_isLive)
        add(Tr::tr("running", "run"), Badge::Tone::Neutral);
    else
        add(endingName(m_view->record().ending),
            m_view->record().ending == core::Ending::Completed ? Badge::Tone::Good : Badge::Tone::Doubtful);
    for (const auto& [outcome, count] : headlineOf(*m_view).outcomes)
        add(Tr::tr("%1 %2", "%1 a count, %2 an outcome").arg(QLocale().toString(count), outcomeName(outcome)),
            toneOf(outcome));
}

QFrame* ResultHeader::addTile(const QString& figure, const QString& caption, const QString& hint)
{
    auto* tile = new QFrame;
    auto* layout = new QVBoxLayout(tile);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* number = new QLabel(figure);
    auto* text = new QLabel(caption);
    number->setTextFormat(Qt::PlainText);
    text->setTextFormat(Qt::PlainText);
    setRelativeFont(number, 1.75, true);
    setRole(text, "muted");
    layout->addWidget(number);
    layout->addWidget(text);
    tile->setToolTip(hint);
    tile->setAccessibleName(Tr::tr("%1: %2", "a caption and its figure").arg(caption, figure));
    m_tileLayout->addWidget(tile);
    return tile;
}

void ResultHeader::showTiles()
{
    const QLocale locale;
    const auto headline = headlineOf(*m_view);
    for (const auto& gain : headline.gains) {
        const QString hint = Tr::tr(
            "Geometric mean of the speed-ups of %1 verified rows; %2 left out. Faster: %3, slower: %4.")
                                 .arg(locale.toString(gain.counted), locale.toString(gain.excluded),
                                     locale.toString(gain.faster), locale.toString(gain.slower));
        addTile(speedup(locale, gain.geometricMean), variantName(gain.variant), hint);
    }
    const auto rowTile = [&](int index, const QString& pattern) {
        const auto& row = m_view->row(index);
        const QString caption = pattern.arg(m_view->modelLabel(row.workload().model));
        addTile(signedPercent(locale, row.conclusions()->improvement_percent->value), caption,
            Tr::tr("%1, batch %2").arg(variantName(row.variant()), locale.toString(row.workload().batch)));
    };
    if (headline.best >= 0 && headline.best != headline.worst) {
        rowTile(headline.best, Tr::tr("best: %1"));
        rowTile(headline.worst, Tr::tr("worst: %1"));
    }
    if (headline.compile_s > 0)
        addTile(
            wallTime(headline.compile_s), Tr::tr("compiling in all"), Tr::tr("Cached compilations included"));
}

} // namespace inferometer::ui

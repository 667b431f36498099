// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/result_header.h"

#include "ui/models/conditions.h"
#include "ui/text/format.h"
#include "ui/text/names.h"
#include "ui/text/tr.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/looks.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <numeric>

namespace inferometer::ui {

namespace {

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
    connect(m_label, &QLineEdit::editingFinished, this, &ResultHeader::commitLabel);
}

void ResultHeader::commitLabel()
{
    if (m_view && m_label->isModified() && !m_label->isReadOnly())
        emit labelChanged(m_label->text());
    m_label->setModified(false);
}

void ResultHeader::setView(std::shared_ptr<const RunView> view, bool isLive, bool isEditable)
{
    if (m_view && view && m_view->record().id != view->record().id)
        m_label->setModified(false);
    m_view = std::move(view);
    m_isLive = isLive;
    m_label->setReadOnly(!isEditable);
    show();
}

void ResultHeader::show()
{
    m_shownBadges = 0;
    m_shownTiles = 0;
    if (!m_view)
        return;
    if (!m_label->isModified()) {
        m_label->setText(QString::fromStdString(m_view->record().label));
        m_label->setCursorPosition(0); // its beginning is what is seen of a long one
    }
    m_label->setPlaceholderText(runTitle(QLocale(), m_view->record()));
    std::vector<int> rows(static_cast<std::size_t>(m_view->rowCount()));
    std::iota(rows.begin(), rows.end(), 0);
    m_conditions->setText(conditionsLine(QLocale(), *m_view, rows));
    const auto headline = headlineOf(*m_view);
    showBadges(headline);
    showTiles(headline);
    for (std::size_t i = m_shownBadges; i < m_badgePool.size(); ++i)
        m_badgePool[i]->hide();
    for (std::size_t i = m_shownTiles; i < m_tilePool.size(); ++i)
        m_tilePool[i].frame->hide();
    updateGeometry();
}

void ResultHeader::showBadge(const QString& text, Badge::Tone tone)
{
    if (m_shownBadges == m_badgePool.size()) {
        // A parent before it is shown: else it would be a window for a moment.
        m_badgePool.push_back(new Badge(m_badges));
        m_badgeLayout->addWidget(m_badgePool.back());
    }
    m_badgePool[m_shownBadges++]->show(text, tone);
}

void ResultHeader::showBadges(const Headline& headline)
{
    if (m_view->record().isSample)
        showBadge(Tr::tr("SAMPLE"), Badge::Tone::Doubtful);
    if (m_isLive)
        showBadge(Tr::tr("running", "run"), Badge::Tone::Neutral);
    else
        showBadge(endingName(m_view->record().ending),
            m_view->record().ending == core::Ending::Completed ? Badge::Tone::Good : Badge::Tone::Doubtful);
    for (const auto& [outcome, count] : headline.outcomes)
        showBadge(
            Tr::tr("%1 %2", "%1 a count, %2 an outcome").arg(QLocale().toString(count), outcomeName(outcome)),
            toneOf(outcome));
}

void ResultHeader::showTile(const QString& figure, const QString& caption, const QString& hint)
{
    if (m_shownTiles == m_tilePool.size()) {
        auto* frame = new QFrame(m_tiles);
        auto* layout = new QVBoxLayout(frame);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(0);
        const Tile tile{frame, new QLabel, new QLabel};
        tile.figure->setTextFormat(Qt::PlainText);
        tile.caption->setTextFormat(Qt::PlainText);
        setRelativeFont(tile.figure, 1.75, true);
        setRole(tile.caption, "muted");
        layout->addWidget(tile.figure);
        layout->addWidget(tile.caption);
        m_tileLayout->addWidget(frame);
        m_tilePool.push_back(tile);
    }
    const auto& tile = m_tilePool[m_shownTiles++];
    tile.figure->setText(figure);
    tile.caption->setText(caption);
    tile.frame->setToolTip(hint);
    tile.frame->setAccessibleName(Tr::tr("%1: %2", "a caption and its figure").arg(caption, figure));
    tile.frame->show();
}

void ResultHeader::showTiles(const Headline& headline)
{
    const QLocale locale;
    for (const auto& gain : headline.gains) {
        const QString hint = Tr::tr(
            "Geometric mean of the speed-ups. Verified rows: %1, left out: %2. Faster: %3, slower: %4.")
                                 .arg(locale.toString(gain.counted), locale.toString(gain.excluded),
                                     locale.toString(gain.faster), locale.toString(gain.slower));
        const QString name = variantName(gain.variant);
        showTile(speedup(locale, gain.geometricMean),
            gain.place.isEmpty() ? name : Tr::tr("%1 on %2", "a variant and a device").arg(name, gain.place),
            hint);
    }
    const auto rowTile = [&](int index, const QString& pattern) {
        const auto& row = m_view->row(index);
        const QString caption = pattern.arg(m_view->modelLabel(row.workload().model));
        const QString what =
            Tr::tr("%1, batch %2").arg(variantName(row.variant()), locale.toString(row.workload().batch));
        const QString place = placeOf(*m_view, index);
        const auto& table = m_view->table();
        const auto saved = core::improvementOf(table, table.rows[static_cast<std::size_t>(index)]);
        showTile(saved ? signedPercent(locale, saved->value) : absent(), caption,
            place.isEmpty() ? what : Tr::tr("%1 on %2", "a variant and a device").arg(what, place));
    };
    if (headline.best >= 0 && headline.best != headline.worst) {
        rowTile(headline.best, Tr::tr("best: %1"));
        rowTile(headline.worst, Tr::tr("worst: %1"));
    }
    if (headline.compile_s > 0)
        showTile(
            wallTime(headline.compile_s), Tr::tr("compiling in all"), Tr::tr("Cached compilations included"));
}

} // namespace inferometer::ui

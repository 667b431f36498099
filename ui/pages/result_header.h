// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/headline.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/page.h"

#include <memory>
#include <vector>

class QFrame;
class QLabel;
class QLineEdit;

namespace inferometer::ui {

class FlowLayout;

/// Which run is shown, how it ended, and its few figures that matter most.
class ResultHeader : public Page {
    Q_OBJECT

public:
    explicit ResultHeader(QWidget* parent = nullptr);

    /// A label that is still being typed is not carried over to another run; `commitLabel` keeps it.
    void setView(std::shared_ptr<const RunView> view, bool isLive, bool isEditable);
    void commitLabel(); ///< tells what was typed, as when the field is left

signals:
    void labelChanged(const QString& label);

private:
    void onLanguageChanged() override { show(); }
    void show();
    void showBadges(const Headline& headline);
    void showTiles(const Headline& headline);
    void showBadge(const QString& text, Badge::Tone tone);
    void showTile(const QString& figure, const QString& caption, const QString& hint);

    struct Tile {
        QFrame* frame;
        QLabel* figure;
        QLabel* caption;
    };

    std::shared_ptr<const RunView> m_view;
    bool m_isLive = false;
    QLineEdit* m_label;
    QLabel* m_conditions;
    QWidget* m_badges;
    QWidget* m_tiles;
    FlowLayout* m_badgeLayout;
    FlowLayout* m_tileLayout;
    // Made once and filled anew: polishing new widgets is what takes time while a run grows.
    std::vector<Badge*> m_badgePool;
    std::vector<Tile> m_tilePool;
    std::size_t m_shownBadges = 0;
    std::size_t m_shownTiles = 0;
};

} // namespace inferometer::ui

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/run_view.h"
#include "ui/widgets/page.h"

#include <memory>

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

    void setView(std::shared_ptr<const RunView> view, bool isLive, bool isEditable);

signals:
    void labelChanged(const QString& label);

private:
    void onLanguageChanged() override { show(); }
    void show();
    void showBadges();
    void showTiles();
    QFrame* addTile(const QString& figure, const QString& caption, const QString& hint);

    std::shared_ptr<const RunView> m_view;
    bool m_isLive = false;
    QLineEdit* m_label;
    QLabel* m_conditions;
    QWidget* m_badges;
    QWidget* m_tiles;
    FlowLayout* m_badgeLayout;
    FlowLayout* m_tileLayout;
};

} // namespace inferometer::ui

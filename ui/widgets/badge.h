// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace inferometer::ui {

/// A short word in a rounded frame. Its tone is only a second sign: the word says it all.
class Badge : public QLabel {
    Q_OBJECT

public:
    enum class Tone { Neutral, Good, Doubtful, Bad };

    explicit Badge(QWidget* parent = nullptr);
    void show(const QString& text, Tone tone);
};

} // namespace inferometer::ui

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/words.h"

#include <QPalette>
#include <QString>

#include <optional>

class QApplication;

namespace inferometer::ui {

enum class ThemeChoice { System, Light, Dark };

/// Colours and shapes of the window.
class Theme {
public:
    /// Takes the platform's palette as what System means; to be made before any theme is applied.
    explicit Theme(QApplication& application);

    void apply(ThemeChoice choice);

    static QPalette lightPalette();
    static QPalette darkPalette();
    static QString styleSheet(const QPalette& palette);

private:
    QApplication& m_application;
    QPalette m_system;
    std::optional<ThemeChoice> m_choice;
};

} // namespace inferometer::ui

template <> struct inferometer::core::Words<inferometer::ui::ThemeChoice> {
    static constexpr std::array all{
        Word<ui::ThemeChoice>{ui::ThemeChoice::System, "system"},
        Word<ui::ThemeChoice>{ui::ThemeChoice::Light, "light"},
        Word<ui::ThemeChoice>{ui::ThemeChoice::Dark, "dark"},
    };
};

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
    explicit Theme(QApplication& application);

    void apply(ThemeChoice choice);
    /// The palette of the application has become another one, which counts where the choice is the system's.
    void followPalette();
    /// The desktop has another theme.
    void followDesktop();

    static QPalette lightPalette();
    static QPalette darkPalette();
    static QString styleSheet(const QPalette& palette);

private:
    void show();

    QApplication& m_application;
    QPalette m_shown; ///< as the application has it
    bool m_isChanging = false; ///< by this object, whose own changes are announced too
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

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/fake_backend.h"
#include "ui/pages/main_window.h"

#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace inferometer::test {

/// The real window on a machine made of whole cloth, with settings of its own.
struct WindowUnderTest {
    WindowUnderTest();
    ~WindowUnderTest();

    /// Another window on the same settings, as after a restart.
    void reopen();
    /// Handles events until nothing is asked of the background any more.
    void settle();

    QTemporaryDir folder;
    FakeBackend backend;
    std::unique_ptr<ui::SettingsStore> store;
    std::unique_ptr<ui::Language> language;
    std::unique_ptr<ui::Theme> theme;
    std::unique_ptr<ui::MainWindow> window;
};

/// The run of `studyRecord` in the history.
inline const std::filesystem::path studyFile = "/history/20260301T123456Z-k3x9.inferometer.jsonl";
/// Opens it as a user does, and waits until it is shown.
void openStudy(WindowUnderTest& t);

/// The message that the window shows just now; null where there is none.
QMessageBox* shownMessage();
/// Clicks the first button of a role.
void press(QMessageBox* box, QMessageBox::ButtonRole role);
/// The button with this text, mnemonics left aside; null where there is none.
QPushButton* buttonNamed(const QWidget& page, const QString& text);
/// The entry of a menu as it is when it opens, mnemonics left aside; null where there is none.
QAction* entryNamed(QMenu& menu, const QString& text);

/// Whether a visible label holds a text.
bool says(const QWidget& page, const QString& text);
/// The widget of a kind that assistive technology calls so; null where there is none.
template <typename Widget> Widget* widgetNamed(const QWidget& page, const QString& accessibleName)
{
    for (auto* widget : page.findChildren<Widget*>()) {
        if (widget->accessibleName() == accessibleName)
            return widget;
    }
    return nullptr;
}

/// Handles events until a condition holds; false after ten seconds.
bool waitFor(const std::function<bool()>& isDone);

} // namespace inferometer::test

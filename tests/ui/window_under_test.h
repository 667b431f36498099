// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/fake_backend.h"
#include "ui/pages/main_window.h"

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

/// Handles events until a condition holds; false after ten seconds.
bool waitFor(const std::function<bool()>& isDone);

} // namespace inferometer::test

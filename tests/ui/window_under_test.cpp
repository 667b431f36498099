// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window_under_test.h"

#include <QApplication>
#include <QTest>

namespace inferometer::test {

WindowUnderTest::WindowUnderTest()
{
    reopen();
}

WindowUnderTest::~WindowUnderTest() = default;

void WindowUnderTest::reopen()
{
    window.reset();
    theme.reset();
    language.reset();
    store = std::make_unique<ui::SettingsStore>(folder.filePath(QStringLiteral("settings.ini")));
    language = std::make_unique<ui::Language>();
    theme = std::make_unique<ui::Theme>(*qApp);
    language->apply(store->settings().language);
    window = std::make_unique<ui::MainWindow>(backend, *store, *language, *theme);
    window->show();
    settle();
}

void WindowUnderTest::settle()
{
    waitFor([this] { return !window->background().isBusy(); });
    QCoreApplication::sendPostedEvents();
}

bool waitFor(const std::function<bool()>& isDone)
{
    constexpr int limit_ms = 10'000;
    return QTest::qWaitFor(isDone, limit_ms);
}

} // namespace inferometer::test

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window_under_test.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

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

void openStudy(WindowUnderTest& t)
{
    QSignalSpy opened(t.window.get(), &ui::MainWindow::runOpened);
    t.window->openRun(studyFile);
    QVERIFY(waitFor([&] { return !opened.isEmpty(); }));
}

QMessageBox* shownMessage()
{
    QMessageBox* found = nullptr;
    for (auto* widget : QApplication::topLevelWidgets()) {
        if (auto* box = qobject_cast<QMessageBox*>(widget); box && box->isVisible())
            found = box;
    }
    return found;
}

void press(QMessageBox* box, QMessageBox::ButtonRole role)
{
    for (auto* button : box->buttons()) {
        if (box->buttonRole(button) == role) {
            button->click();
            return;
        }
    }
}

QPushButton* buttonNamed(const QWidget& page, const QString& text)
{
    for (auto* button : page.findChildren<QPushButton*>()) {
        if (button->text().remove(QLatin1Char('&')) == text)
            return button;
    }
    return nullptr;
}

QAction* entryNamed(QMenu& menu, const QString& text)
{
    emit menu.aboutToShow();
    for (auto* action : menu.actions()) {
        if (action->text().remove(QLatin1Char('&')) == text)
            return action;
    }
    return nullptr;
}

bool says(const QWidget& page, const QString& text)
{
    const auto labels = page.findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(),
        [&](const QLabel* label) { return label->isVisible() && label->text().contains(text); });
}

bool waitFor(const std::function<bool()>& isDone)
{
    constexpr int limit_ms = 10'000;
    return QTest::qWaitFor(isDone, limit_ms);
}

} // namespace inferometer::test

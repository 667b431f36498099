// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QTest>

namespace inferometer::test {

/// What QTEST_MAIN does, for a test that shares its program with others: `ui_tests tst_window [FUNCTION...]`
/// calls tst_window(), the function named as its file. Returns the exit code.
template <typename Test, typename Application = QApplication> int runTest(int argc, char* argv[])
{
    if constexpr (requires { Test::initMain(); })
        Test::initMain();
    Application application(argc, argv);
    application.setAttribute(Qt::AA_Use96Dpi, true);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace inferometer::test

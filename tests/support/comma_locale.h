// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/temporary_folder.h"

#include <clocale>
#include <cstdlib>
#include <string>

namespace inferometer::tests {

/// While it exists, this process has a locale whose decimal sign is a comma, made for the purpose.
class CommaLocale {
public:
    CommaLocale()
    {
        const auto locale = (m_folder.path() / "de_DE.UTF-8").string();
        const auto command = "localedef -i de_DE -f UTF-8 " + locale + " 2> /dev/null";
        (void)!std::system(command.c_str());
        ::setenv("LOCPATH", m_folder.path().c_str(), 1);
        std::setlocale(LC_ALL, "de_DE.UTF-8");
    }
    CommaLocale(const CommaLocale&) = delete;
    CommaLocale& operator=(const CommaLocale&) = delete;
    ~CommaLocale()
    {
        std::setlocale(LC_ALL, "C");
        ::unsetenv("LOCPATH");
    }

    /// False where the system has no means to make it.
    bool isActive() const { return std::string(std::localeconv()->decimal_point) == ","; }

private:
    TemporaryFolder m_folder;
};

} // namespace inferometer::tests

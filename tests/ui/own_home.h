// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/one_processor.h"

#include <QTemporaryDir>

namespace inferometer::test {

/// A home in which nothing was ever prepared.
inline const QTemporaryDir& home()
{
    static const QTemporaryDir folder;
    return folder;
}

/// This process and its children write there and have one processor.
inline void useOwnHome()
{
    useOneProcessor();
    for (const char* name :
        {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "INFEROMETER_MACHINE"})
        qputenv(name, home().path().toLocal8Bit());
    for (const char* name : {"HF_HOME", "HF_HUB_CACHE"})
        qunsetenv(name);
    qputenv("HF_HUB_OFFLINE", "1");
}

} // namespace inferometer::test

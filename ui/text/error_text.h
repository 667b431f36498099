// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

namespace inferometer::ui {

/// One sentence for a message's title; the error's own reasons go below it.
QString headline(core::ErrorCode code);

/// What is wrong and what to do, in the window's language; the words of another program, and what only a file
/// made by hand can get wrong, stay English and are shown as a quotation.
QString reasonText(const core::Error& error);

/// Both in one line.
QString errorText(const core::Error& error);

} // namespace inferometer::ui

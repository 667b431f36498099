// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

namespace inferometer::ui {

/// One sentence for a message's title; the error's own detail goes below it.
QString headline(core::ErrorCode code);

/// Both in one line: the headline, and the detail, which is English in every language.
QString errorText(const core::Error& error);

} // namespace inferometer::ui

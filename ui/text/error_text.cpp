// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/error_text.h"

#include "text/error_text.h"
#include "ui/text/tr.h"

namespace inferometer::ui {

QString headline(core::ErrorCode code)
{
    return Tr::tr(text::errorTemplate(code));
}

QString errorText(const core::Error& error)
{
    return Tr::tr("%1 %2", "a sentence and its detail")
        .arg(headline(error.code), QString::fromStdString(error.detail));
}

} // namespace inferometer::ui

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/error_text.h"

#include "text/error_text.h"
#include "ui/text/note_text.h"
#include "ui/text/tr.h"

namespace inferometer::ui {

QString headline(core::ErrorCode code)
{
    return Tr::tr(text::errorTemplate(code));
}

QString reasonText(const core::Error& error)
{
    if (error.reasons.empty() && error.detail.empty())
        return {};
    if (error.reasons.empty())
        return Tr::tr("%1", "words that are English in every language")
            .arg(QString::fromStdString(error.detail));
    QString text;
    for (const auto& reason : error.reasons)
        text = text.isEmpty() ? quotingText(reason)
                              : Tr::tr("%1 %2", "a sentence and its detail").arg(text, quotingText(reason));
    return text;
}

QString errorText(const core::Error& error)
{
    return Tr::tr("%1 %2", "a sentence and its detail")
        .arg(headline(error.code), reasonText(error))
        .trimmed();
}

} // namespace inferometer::ui

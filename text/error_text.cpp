// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/error_text.h"

#include "text/note_text.h"

#include <string_view>

namespace inferometer::text {

const char* errorTemplate(core::ErrorCode code)
{
    using core::ErrorCode;
    switch (code) {
    case ErrorCode::UsageInvalid:
        return QT_TRANSLATE_NOOP("Inferometer", "This choice is not valid.");
    case ErrorCode::ModelNotFound:
        return QT_TRANSLATE_NOOP("Inferometer", "The model could not be found.");
    case ErrorCode::DeviceNotFound:
        return QT_TRANSLATE_NOOP("Inferometer", "The device could not be found.");
    case ErrorCode::FileNotFound:
        return QT_TRANSLATE_NOOP("Inferometer", "The file could not be found.");
    case ErrorCode::FileInvalid:
        return QT_TRANSLATE_NOOP("Inferometer", "The file is damaged or of another kind.");
    case ErrorCode::SchemaTooNew:
        return QT_TRANSLATE_NOOP("Inferometer", "The file was written by a newer version of Inferometer.");
    case ErrorCode::StorageFailed:
        return QT_TRANSLATE_NOOP("Inferometer", "The file could not be written.");
    case ErrorCode::Locked:
        return QT_TRANSLATE_NOOP("Inferometer", "Another process is using it.");
    case ErrorCode::EnvironmentMissing:
        return QT_TRANSLATE_NOOP("Inferometer", "The Python environment or the runner is missing.");
    case ErrorCode::ProtocolError:
        return QT_TRANSLATE_NOOP("Inferometer", "The runner answered in an unexpected way.");
    case ErrorCode::ProcessFailed:
        return QT_TRANSLATE_NOOP("Inferometer", "A helper process could not be started.");
    case ErrorCode::OutOfMemory:
        return QT_TRANSLATE_NOOP("Inferometer", "There is not enough memory.");
    case ErrorCode::Unsupported:
        return QT_TRANSLATE_NOOP("Inferometer", "This is not supported here.");
    case ErrorCode::Cancelled:
        return QT_TRANSLATE_NOOP("Inferometer", "Cancelled.");
    case ErrorCode::Internal:
        return QT_TRANSLATE_NOOP("Inferometer", "Something unexpected happened.");
    }
    return "";
}

std::string sentence(const core::Error& error)
{
    std::string text;
    for (const auto& reason : error.reasons)
        text += (text.empty() ? "" : " ") + sentence(reason);
    constexpr std::string_view ends = ".?!";
    if (!text.empty()) // what another program says need not end as a sentence does
        return ends.find(text.back()) == std::string_view::npos ? text + "." : text;
    return error.detail.empty() ? errorTemplate(error.code) : error.detail;
}

} // namespace inferometer::text

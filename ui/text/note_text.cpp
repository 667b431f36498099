// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/note_text.h"

#include "core/base/numbers.h"
#include "text/note_text.h"
#include "ui/text/tr.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace inferometer::ui {

namespace {

/// Notes whose arguments are names: a version or a compute capability such as 9.0 is no number.
constexpr std::array<std::string_view, 12> withNames{"other-environment", "resumed-elsewhere", "gpu-found",
    "torch-without-code", "python-found", "torch-found", "transformers-found", "dtype-emulated",
    "torch-too-old", "stale-package", "caption-published", "differs-versions"};

/// Numbers among the arguments are locale-free; on the screen they are not.
std::string localized(const std::string& argument)
{
    const auto number = core::doubleFrom(argument);
    const bool isPlain = number && argument.find_first_of("eEnN") == std::string::npos;
    if (!isPlain)
        return argument;
    const auto point = argument.find('.');
    const int decimals = point == std::string::npos ? 0 : static_cast<int>(argument.size() - point - 1);
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(*number, 'f', decimals).toStdString();
}

} // namespace

QString noteText(const core::Note& note)
{
    core::Note shown = note;
    if (std::find(withNames.begin(), withNames.end(), note.code) == withNames.end())
        std::transform(shown.args.begin(), shown.args.end(), shown.args.begin(), localized);
    return quotingText(shown);
}

QString quotingText(const core::Note& note)
{
    if (note.code.empty())
        return {};
    const char* known = text::noteTemplate(note.code);
    return QString::fromStdString(
        known ? text::filled(Tr::tr(known).toStdString(), note.args) : text::sentence(note));
}

QStringList noteTexts(const std::vector<core::Note>& notes)
{
    QStringList texts;
    for (const auto& note : notes)
        texts << noteText(note);
    return texts;
}

} // namespace inferometer::ui

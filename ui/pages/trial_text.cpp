// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/trial_text.h"

#include "ui/text/format.h"
#include "ui/text/tr.h"

#include <QLocale>
#include <QStringList>

namespace inferometer::ui {

namespace {

/// "image: 1 × 3 × 224 × 224, float32"
QString tensorText(const core::TensorFacts& tensor)
{
    QStringList sizes;
    for (const auto size : tensor.shape)
        sizes << QLocale().toString(static_cast<qlonglong>(size));
    return Tr::tr("%1: %2, %3", "name, shape and data type of a tensor")
        .arg(QString::fromStdString(tensor.name), sizes.join(QStringLiteral(" × ")),
            QString::fromStdString(tensor.dtype));
}

} // namespace

QString trialText(const core::ModelTrial& trial)
{
    QStringList lines{
        Tr::tr("Parameters: %1").arg(parameterCount(QLocale(), trial.parameters)), Tr::tr("Inputs:")};
    for (const auto& tensor : trial.inputs)
        lines << QStringLiteral("    ") + tensorText(tensor);
    if (trial.batch != 1)
        lines << Tr::tr("Made for batch size %1 only.").arg(QLocale().toString(trial.batch));
    lines << Tr::tr("Outputs:");
    for (const auto& tensor : trial.outputs)
        lines << QStringLiteral("    ") + tensorText(tensor);
    return lines.join(QLatin1Char('\n'));
}

} // namespace inferometer::ui

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/model_words.h"

#include <QFile>
#include <QFileInfo>
#include <QMimeData>
#include <QRegularExpression>
#include <QUrl>

namespace inferometer::ui {

namespace {

/// Names of the functions that a Python file defines at its outermost level.
QStringList functionsIn(const QString& path)
{
    constexpr qint64 limit = 1 << 20;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    static const QRegularExpression definition(
        QStringLiteral("^def +([A-Za-z_][A-Za-z0-9_]*)"), QRegularExpression::MultilineOption);
    QStringList names;
    for (auto match = definition.globalMatch(QString::fromUtf8(file.read(limit))); match.hasNext();)
        names << match.next().captured(1);
    return names;
}

} // namespace

QString modelFileIn(const QMimeData* data)
{
    for (const auto& url : data->urls()) {
        const QString path = url.toLocalFile();
        if (path.endsWith(QLatin1String(".pt2")) || path.endsWith(QLatin1String(".py"))
            || (!path.isEmpty() && QFileInfo(path).isDir()))
            return path;
    }
    return {};
}

QString modelWord(const QString& path)
{
    if (!path.endsWith(QLatin1String(".py")))
        return path;
    const QStringList names = functionsIn(path);
    const QString usual = QStringLiteral("build");
    return path + QLatin1Char(':') + (names.isEmpty() || names.contains(usual) ? usual : names.front());
}

QString wordOf(const core::ModelSource& source)
{
    const QString path = QString::fromStdString(source.path);
    const QString model = QString::fromStdString(source.model);
    switch (source.kind) {
    case core::ModelKind::Hub:
        return model;
    case core::ModelKind::Timm:
        return QStringLiteral("timm:") + model;
    case core::ModelKind::Code:
        return path + QLatin1Char(':') + QString::fromStdString(source.function);
    case core::ModelKind::Folder:
    case core::ModelKind::Program:
        break;
    }
    return path;
}

bool wordRunsCode(const QString& word)
{
    return word.contains(QLatin1String(".py:")) || word.endsWith(QLatin1String(".pt2"));
}

} // namespace inferometer::ui

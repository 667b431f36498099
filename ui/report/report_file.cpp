// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_file.h"

#include "core/base/files.h"
#include "core/study/report/build.h"
#include "core/study/report/note_codes.h"
#include "core/study/report/writers.h"
#include "ui/charts/chart_export.h"
#include "ui/report/report_figures.h"
#include "ui/report/report_pages.h"
#include "ui/text/names.h"
#include "ui/text/note_text.h"

#include <QBuffer>
#include <QDir>
#include <QFileInfo>
#include <QLocale>

namespace inferometer::ui {

namespace {

using Figures = std::vector<ReportFigure>;

QByteArray pngOf(const QImage& image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

/// The report with its figures called by name in a folder, or carried inside.
core::report::Document documentOf(const RunView& view, const std::vector<core::StudyTable>& published,
    const Figures& figures, const QString& folder, bool carriesPictures)
{
    core::report::ReportRequest request;
    request.published = published;
    for (const auto& figure : figures) {
        const QString name = folder + figure.fileName;
        request.figures.push_back(
            {figure.kind, figure.deviceName.toStdString(), figure.batch, name.toStdString(),
                carriesPictures ? pngOf(figure.picture).toStdString() : std::string(), figure.engine});
    }
    return core::report::buildReport(view.record(), request);
}

core::Result<QStringList> writeMarkdown(
    const RunView& view, const std::vector<core::StudyTable>& published, const QString& path)
{
    const auto figures = reportFigures(view);
    const QFileInfo file(path);
    const QString folder = file.completeBaseName() + QStringLiteral("_pictures/");
    const auto document = documentOf(view, published, figures, folder, false);
    QStringList written{path};
    if (const auto result =
            writeFile(path, QByteArray::fromStdString(core::report::toMarkdown(document, phrases())));
        !result)
        return result.error();
    const QDir beside = file.absoluteDir();
    if (!figures.empty()) {
        if (const auto made = core::makeFolder(beside.filePath(folder).toStdString()); !made)
            return made.error();
    }
    for (const auto& figure : figures) {
        const QString picture = beside.filePath(folder + figure.fileName);
        if (const auto result = writeFile(picture, pngOf(figure.picture)); !result)
            return result.error();
        written << picture;
    }
    return written;
}

} // namespace

core::report::Phrases phrases()
{
    return [](const core::Note& note) {
        const bool isCondition = note.code == core::codes::conditionName;
        return (isCondition ? conditionName(note.args.front()) : noteText(note)).toStdString();
    };
}

QString reportName(const RunView& view, const QString& suffix)
{
    return QString::fromStdString(view.record().id) + QStringLiteral(".report.") + suffix;
}

core::Result<QStringList> writeReport(
    const RunView& view, const std::vector<core::StudyTable>& published, const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QLatin1String("md"))
        return writeMarkdown(view, published, path);
    QByteArray bytes;
    if (suffix == QLatin1String("html") || suffix == QLatin1String("htm")) {
        const auto document = documentOf(view, published, reportFigures(view), {}, true);
        const auto language = QLocale().bcp47Name().left(2).toStdString();
        bytes = QByteArray::fromStdString(core::report::toHtml(document, phrases(), language));
    } else if (suffix == QLatin1String("pdf")) {
        const auto figures = reportFigures(view);
        bytes = pdfPages(documentOf(view, published, figures, {}, false), figures);
    } else {
        return core::Error{
            core::ErrorCode::UsageInvalid, core::Note{"report-suffix-bad", {path.left(200).toStdString()}}};
    }
    if (const auto result = writeFile(path, bytes); !result)
        return result.error();
    return QStringList{path};
}

} // namespace inferometer::ui

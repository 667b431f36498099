// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/picture_files.h"

#include "core/base/file_name.h"
#include "core/base/files.h"
#include "ui/charts/chart_builder.h"

#include <QDir>
#include <QFileInfo>

namespace inferometer::ui {

namespace {

/// The dot between a target and its hardware becomes a hyphen, as blanks do.
QString fileName(QString text)
{
    text = text.replace(QStringLiteral(" · "), QStringLiteral(" ")).simplified();
    return QString::fromStdString(
        core::fileNameFrom(text.replace(QLatin1Char(' '), QLatin1Char('-')).toStdString()));
}

bool isPerBatch(ChartKind kind)
{
    return kind == ChartKind::Duration || kind == ChartKind::Improvement || kind == ChartKind::Split;
}

/// One options value per picture of a kind for a device and data type.
std::vector<ChartOptions> expanded(ChartKind kind, const RunView& view, const ChartOptions& options)
{
    std::vector<ChartOptions> all;
    const bool isOverBatches = kind == ChartKind::Batch || kind == ChartKind::Scaling;
    const bool isShared = kind == ChartKind::Places; // one chart shows all devices
    if ((isOverBatches && view.batches().size() < 2)
        || (isShared && options.device != view.devices().front()))
        return all;
    if (kind == ChartKind::Batch) {
        for (const auto engine : enginesOf(view)) {
            all.push_back(options);
            all.back().engine = engine;
        }
        return all;
    }
    if (kind == ChartKind::Scaling) {
        for (const auto& model : view.models()) {
            all.push_back(options);
            all.back().scaled = {model};
        }
        return all;
    }
    for (const int batch : view.batches()) {
        ChartOptions each = options;
        each.batch = batch;
        if (isPerBatch(kind)) {
            all.push_back(each);
            continue;
        }
        for (const auto& model : view.models()) {
            each.model = model;
            each.row = view.find({model, each.device, batch, each.dtype}, each.variants.back());
            if (kind == ChartKind::Modes || kind == ChartKind::Places || each.row >= 0)
                all.push_back(each);
        }
    }
    return all;
}

QString pathOf(const PicturePlan& plan, const RunView& view, PictureFormat format, const QString& folder)
{
    return QDir(folder).filePath(pictureName(plan.kind, view, plan.options, format));
}

} // namespace

PictureFacts pictureFacts(const Chart& chart)
{
    return {
        {QStringLiteral("Software"), QStringLiteral("Inferometer " INFEROMETER_VERSION)},
        {QStringLiteral("Title"), textOf(chart).title},
        {QStringLiteral("Description"), textOf(chart).footer},
    };
}

PictureFacts pictureFacts(const RunView& view, const Chart& chart)
{
    const auto& record = view.record();
    // Qt reads keys with a space as part of the description, so none of ours has one.
    PictureFacts facts = pictureFacts(chart);
    facts[QStringLiteral("CreationTime")] = QString::fromStdString(record.created_utc);
    facts[QStringLiteral("InferometerRun")] = QString::fromStdString(record.id);
    facts[QStringLiteral("InferometerLabel")] = QString::fromStdString(record.label);
    return facts;
}

std::vector<ChartKind> wholeRunKinds()
{
    return {ChartKind::Duration, ChartKind::Batch, ChartKind::Improvement, ChartKind::Modes,
        ChartKind::Scaling, ChartKind::Split};
}

QString pictureName(ChartKind kind, const RunView& view, const ChartOptions& options, PictureFormat format)
{
    const auto word = core::toWord(kind);
    QStringList parts{QStringLiteral("Inferometer")};
    if (kind != ChartKind::Places)
        parts << fileName(view.hardwareName(options.device));
    parts << QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
    if (kind == ChartKind::Modes || kind == ChartKind::Places)
        parts << fileName(QString::fromStdString(options.model));
    if (kind == ChartKind::Samples && options.row >= 0)
        parts << fileName(QString::fromStdString(view.row(options.row).workload().model));
    if (kind == ChartKind::Scaling) {
        for (const auto& model : options.scaled)
            parts << fileName(QString::fromStdString(model));
    }
    if (kind == ChartKind::Batch && enginesOf(view).size() > 1)
        parts << QString::fromStdString(std::string(core::toWord(options.engine)));
    if (kind != ChartKind::Batch && kind != ChartKind::Scaling)
        parts << QStringLiteral("b%1").arg(options.batch);
    if (view.dataTypes().size() > 1)
        parts << QString::fromStdString(std::string(core::toWord(options.dtype)));
    parts << QString::fromStdString(view.record().created_utc).left(10).remove(QLatin1Char('-'));
    return parts.join(QLatin1Char('_')) + QLatin1Char('.') + suffixOf(format);
}

QString pictureName(ChartKind kind, const TableChartOptions& options, PictureFormat format)
{
    const auto text = [](std::string_view word) { return QString::fromStdString(std::string(word)); };
    return QStringLiteral("Inferometer_compare_%1_b%2_%3.%4")
        .arg(text(core::toWord(kind)))
        .arg(options.batch)
        .arg(text(core::toWord(options.dtype)), suffixOf(format));
}

std::vector<PicturePlan> picturePlans(
    const std::vector<ChartKind>& kinds, const RunView& view, const ChartOptions& options)
{
    std::vector<PicturePlan> plans;
    for (const auto& device : view.devices()) {
        for (const auto type : view.dataTypes()) {
            ChartOptions base = options;
            base.device = device;
            base.dtype = type;
            for (const auto kind : kinds) {
                for (auto& each : expanded(kind, view, base))
                    plans.push_back({kind, std::move(each)});
            }
        }
    }
    return plans;
}

QStringList picturesToReplace(
    const std::vector<PicturePlan>& plans, const RunView& view, PictureFormat format, const QString& folder)
{
    QStringList names;
    for (const auto& plan : plans) {
        const QFileInfo file(pathOf(plan, view, format, folder));
        if (file.exists() && !isEmpty(buildChart(plan.kind, view, plan.options)))
            names << file.fileName();
    }
    return names;
}

core::Result<QStringList> writePictures(const std::vector<PicturePlan>& plans, const RunView& view,
    const PictureOptions& picture, const QString& folder)
{
    if (const auto made = core::makeFolder(folder.toStdString()); !made)
        return made.error();
    QStringList written;
    for (const auto& plan : plans) {
        const Chart chart = buildChart(plan.kind, view, plan.options);
        if (isEmpty(chart))
            continue;
        const QString path = pathOf(plan, view, picture.format, folder);
        if (const auto result = writePicture(chart, picture, pictureFacts(view, chart), path); !result)
            return result.error();
        written << path;
    }
    return written;
}

} // namespace inferometer::ui

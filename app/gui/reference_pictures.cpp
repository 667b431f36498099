// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/reference_pictures.h"

#include "app/gui/named_run.h"
#include "core/base/files.h"
#include "core/study/reference.h"
#include "ui/charts/table_chart.h"

#include <QDir>

#include <algorithm>
#include <cstdio>

namespace inferometer::gui {

namespace {

core::Result<core::StudyTable> seriesNamed(const QString& name)
{
    auto tables = publishedTables();
    if (!tables)
        return tables.error();
    const auto series = name.section(QLatin1Char(':'), 1).toStdString();
    std::string known;
    for (auto& table : *tables) {
        if (series.empty() || table.label == series)
            return std::move(table);
        known += (known.empty() ? "reference:" : ", reference:") + table.label;
    }
    return core::Error{core::ErrorCode::UsageInvalid,
        "The published tables are " + known + "; there is no '" + name.left(100).toStdString() + "'."};
}

QString fileName(ui::ChartKind kind, const ui::ChartedTable& source, int batch, ui::PictureFormat format)
{
    const auto word = core::toWord(kind);
    QString name =
        QStringLiteral("Guide_%1_%2_%3")
            .arg(QString::fromStdString(source.table->label), QString::fromStdString(source.device),
                QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size())));
    if (kind != ui::ChartKind::Batch)
        name += QStringLiteral("_b%1").arg(batch);
    return name + QLatin1Char('.') + ui::suffixOf(format);
}

/// Draws one figure and prints its path.
core::Result<void> draw(
    ui::ChartKind kind, const ui::ChartedTable& source, int batch, const ExportOrder& order)
{
    ui::TableChartOptions options;
    options.batch = batch;
    options.variants = ui::variantsOf(*source.table);
    const ui::Chart chart = ui::tableChart(kind, {&source, 1}, options);
    if (ui::isEmpty(chart))
        return {};
    auto picture = order.picture;
    const auto comfortable = ui::comfortablePicture(chart, picture.size.width());
    picture.size = comfortable.size;
    picture.fontPixels = comfortable.fontPixels;
    const ui::PictureFacts facts{{QStringLiteral("Software"), QStringLiteral("Inferometer")},
        {QStringLiteral("Source"), QString::fromStdString(source.table->source)}};
    const QString path = QDir(order.folder).filePath(fileName(kind, source, batch, picture.format));
    const auto written = ui::writePicture(chart, picture, facts, path);
    if (written)
        std::printf("%s\n", qUtf8Printable(path));
    return written;
}

core::Result<void> drawDevice(const ui::ChartedTable& source, const ExportOrder& order)
{
    for (const auto kind : order.charts) {
        const bool isPerBatch = kind == ui::ChartKind::Duration || kind == ui::ChartKind::Improvement;
        if (!isPerBatch && kind != ui::ChartKind::Batch)
            continue; // nobody published modes or samples
        const auto batches = isPerBatch ? ui::batchesOf(*source.table, source.device) : std::vector{0};
        for (const int batch : batches) {
            if (const auto drawn = draw(kind, source, batch, order); !drawn)
                return drawn;
        }
    }
    return {};
}

} // namespace

bool isReference(const QString& name)
{
    return name == QLatin1String("reference") || name.startsWith(QLatin1String("reference:"));
}

int exportReference(const ExportOrder& order)
{
    const auto table = seriesNamed(order.run);
    if (!table)
        return fail(table.error());
    if (const auto made = core::makeFolder(order.folder.toStdString()); !made)
        return fail(made.error());
    ui::Language language;
    speak(language, order.language);
    for (const auto& device : ui::devicesOf(*table)) {
        if (const auto drawn = drawDevice({&*table, {}, device}, order); !drawn)
            return fail(drawn.error());
    }
    return 0;
}

} // namespace inferometer::gui

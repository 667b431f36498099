// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_export.h"

#include "core/base/note_codes.h"
#include "ui/charts/plot/bar_plot.h"
#include "ui/charts/plot/samples_plot.h"
#include "ui/text/language.h"

#include <QBuffer>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <algorithm>
#include <memory>

namespace inferometer::ui {

namespace {

constexpr double referenceWidth = 1200;
constexpr double referenceHeight = 675;
constexpr int referenceFont = 14; ///< pixels at the reference size

QFont pictureFont(const PictureOptions& options)
{
    const double factor =
        std::min(options.size.width() / referenceWidth, options.size.height() / referenceHeight);
    QFont font = options.format == PictureFormat::Pdf ? paperFont() : withJapanese(QApplication::font());
    font.setPixelSize(
        options.fontPixels > 0 ? options.fontPixels : std::max(9, qRound(referenceFont * factor)));
    return font;
}

std::unique_ptr<ChartPlot> plotOf(const Chart& chart, const PictureOptions& options)
{
    std::unique_ptr<ChartPlot> plot;
    if (const auto* bars = std::get_if<BarChart>(&chart)) {
        auto made = std::make_unique<BarPlot>();
        made->setChart(*bars);
        plot = std::move(made);
    } else {
        auto made = std::make_unique<SamplesPlot>();
        made->setChart(std::get<SamplesChart>(chart));
        plot = std::move(made);
    }
    ChartTheme theme = options.isDark ? darkChartTheme() : lightChartTheme();
    theme.palette = options.palette;
    theme.hasHatch = options.hasHatch;
    plot->setTheme(theme);
    plot->setBaseFont(pictureFont(options));
    if (options.isTransparent)
        plot->setBackground(Qt::NoBrush);
    return plot;
}

Chart withoutFooter(Chart chart)
{
    std::visit([](auto& each) { each.text.footer.clear(); }, chart);
    return chart;
}

QByteArray pngOf(const Chart& chart, const PictureOptions& options, const PictureFacts& facts)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    renderPicture(chart, options, facts).save(&buffer, "PNG");
    return bytes;
}

QString factsText(const PictureFacts& facts)
{
    QStringList lines;
    for (const auto& [key, value] : facts)
        lines << QStringLiteral("%1: %2").arg(key, value);
    return lines.join(QLatin1Char('\n'));
}

QByteArray svgOf(const Chart& chart, const PictureOptions& options, const PictureFacts& facts)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(options.size);
    generator.setViewBox(QRect(QPoint(), options.size));
    generator.setTitle(textOf(chart).title);
    generator.setDescription(factsText(facts));
    QCPPainter painter(&generator);
    painter.setMode(QCPPainter::pmVectorized);
    if (!options.isTransparent)
        painter.fillRect(QRect(QPoint(), options.size),
            (options.isDark ? darkChartTheme() : lightChartTheme()).background);
    plotOf(chart, options)->toPainter(&painter, options.size.width(), options.size.height());
    painter.end();
    return bytes;
}

QByteArray pdfOf(const Chart& chart, const PictureOptions& options, const PictureFacts& facts)
{
    constexpr int pointsPerInch = 72;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(pointsPerInch);
    writer.setPageSize(QPageSize(QSizeF(options.size), QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    writer.setTitle(textOf(chart).title);
    writer.setCreator(
        facts.contains(QStringLiteral("Software")) ? facts.at(QStringLiteral("Software")) : QString());
    QCPPainter painter(&writer);
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    if (!options.isTransparent)
        painter.fillRect(QRect(QPoint(), options.size),
            (options.isDark ? darkChartTheme() : lightChartTheme()).background);
    plotOf(chart, options)->toPainter(&painter, options.size.width(), options.size.height());
    painter.end();
    return bytes;
}

} // namespace

QString suffixOf(PictureFormat format)
{
    const auto word = core::toWord(format);
    return QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
}

PictureOptions comfortablePicture(const Chart& chart, int width)
{
    constexpr int leastHeight = 300;
    constexpr int mostHeight = 2400;
    PictureOptions options;
    options.fontPixels = std::max(9, qRound(referenceFont * width / referenceWidth));
    const int height = plotOf(chart, options)->comfortableHeight(width);
    options.size = QSize(width, std::clamp(height, leastHeight, mostHeight));
    return options;
}

QImage renderPicture(const Chart& chart, const PictureOptions& options, const PictureFacts& facts)
{
    const Chart shown = options.hasFooter ? chart : withoutFooter(chart);
    QImage image = plotOf(shown, options)
                       ->toPixmap(options.size.width(), options.size.height(), options.scale)
                       .toImage();
    image.setDevicePixelRatio(1);
    for (const auto& [key, value] : facts)
        image.setText(key, value);
    return image;
}

core::Result<void> writePicture(
    const Chart& chart, const PictureOptions& options, const PictureFacts& facts, const QString& path)
{
    const Chart shown = options.hasFooter ? chart : withoutFooter(chart);
    const QByteArray bytes = options.format == PictureFormat::Png ? pngOf(shown, options, facts)
        : options.format == PictureFormat::Svg                    ? svgOf(shown, options, facts)
                                                                  : pdfOf(shown, options, facts);
    return writeFile(path, bytes);
}

core::Result<void> writeFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return core::Error{core::ErrorCode::StorageFailed,
            core::Note{std::string(core::codes::fileNotWritten),
                {path.toStdString(), file.errorString().toStdString()}}};
    return {};
}

} // namespace inferometer::ui

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/charts/chart_data.h"
#include "ui/charts/chart_theme.h"

#include <QImage>
#include <QSize>
#include <QString>

#include <map>

namespace inferometer::ui {

enum class PictureFormat { Png, Svg, Pdf };

/// How a chart becomes a picture: nothing of it depends on a window.
struct PictureOptions {
    PictureFormat format = PictureFormat::Png;
    QSize size{1200, 675}; ///< logical pixels
    double scale = 2; ///< PNG only
    bool isDark = false;
    bool isTransparent = false;
    bool hasFooter = true;
    ChartPalette palette = ChartPalette::OkabeIto;
    bool hasHatch = true;
    int fontPixels = 0; ///< logical; 0: in proportion to the size
};

/// What a picture says of itself to programs: PNG text chunks, title and subject of SVG and PDF.
using PictureFacts = std::map<QString, QString>;

/// As high as the bars of a chart need at this width, within what a page can show.
PictureOptions comfortablePicture(const Chart& chart, int width);

QImage renderPicture(const Chart& chart, const PictureOptions& options, const PictureFacts& facts = {});

core::Result<void> writePicture(
    const Chart& chart, const PictureOptions& options, const PictureFacts& facts, const QString& path);
/// Writes to a temporary name and renames: an interrupted export leaves no half file.
core::Result<void> writeFile(const QString& path, const QByteArray& bytes);

QString suffixOf(PictureFormat format);

} // namespace inferometer::ui

template <> struct inferometer::core::Words<inferometer::ui::PictureFormat> {
    static constexpr std::array all{
        Word<ui::PictureFormat>{ui::PictureFormat::Png, "png"},
        Word<ui::PictureFormat>{ui::PictureFormat::Svg, "svg"},
        Word<ui::PictureFormat>{ui::PictureFormat::Pdf, "pdf"},
    };
};

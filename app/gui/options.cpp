// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/options.h"

#include "core/plan/choices.h"
#include "ui/pages/picture_files.h"

#include <QCommandLineParser>

#include <cstring>

namespace inferometer::gui {

namespace {

core::Error usage(const QString& sentence)
{
    return {core::ErrorCode::UsageInvalid, sentence.toStdString()};
}

QString wordsOf(const std::vector<ui::ChartKind>& kinds)
{
    QStringList words;
    for (const auto kind : kinds)
        words << QString::fromStdString(std::string(core::toWord(kind)));
    return words.join(QStringLiteral(", "));
}

QString languagesHelp()
{
    QStringList codes;
    for (const auto& language : ui::spokenLanguages())
        codes << QString::fromLatin1(language.code);
    return codes.join(QStringLiteral(" or ")) + QLatin1Char('.');
}

QString chartsHelp()
{
    std::vector<ui::ChartKind> known;
    for (const auto& kind : core::Words<ui::ChartKind>::all)
        known.push_back(kind.value);
    return QStringLiteral("all (%1), or a list of %2.").arg(wordsOf(ui::wholeRunKinds()), wordsOf(known));
}

void addOptions(QCommandLineParser& parser)
{
    parser.setApplicationDescription(QStringLiteral(
        "Opens the window. Without a window: --export writes the charts of a run as pictures, --report a "
        "document like the guide's page."));
    parser.addPositionalArgument(
        QStringLiteral("file"), QStringLiteral("A run file to open."), QStringLiteral("[file]"));
    parser.addOptions({
        {QStringLiteral("export"),
            QStringLiteral("Write pictures of this run: a path, an id, or 'last'; 'reference' draws the "
                           "guide's figures."),
            QStringLiteral("run")},
        {QStringLiteral("report"), QStringLiteral("Write a report of this run: a path, an id, or 'last'."),
            QStringLiteral("run")},
        {QStringLiteral("charts"), chartsHelp(), QStringLiteral("kinds"), QStringLiteral("all")},
        {QStringLiteral("format"), QStringLiteral("png, svg or pdf."), QStringLiteral("format"),
            QStringLiteral("png")},
        {QStringLiteral("output"),
            QStringLiteral(
                "Folder for the pictures, made where it is missing; for a report a file that ends in "
                ".html, .md or .pdf (can be repeated)."),
            QStringLiteral("path")},
        {QStringLiteral("lang"), languagesHelp(), QStringLiteral("language")},
        {QStringLiteral("theme"), QStringLiteral("light or dark."), QStringLiteral("theme")},
        {QStringLiteral("size"), QStringLiteral("Width and height of a picture, 1200x675."),
            QStringLiteral("size"), QStringLiteral("1200x675")},
        {QStringLiteral("scale"), QStringLiteral("1 to 4; PNG only."), QStringLiteral("factor"),
            QStringLiteral("2")},
        {QStringLiteral("help"), QStringLiteral("Show this help.")},
        {QStringLiteral("version"), QStringLiteral("Show the version.")},
    });
}

template <typename Enum>
core::Result<Enum> word(const QCommandLineParser& parser, const char* option, Enum otherwise)
{
    return core::chosen<Enum>(parser.value(QString::fromLatin1(option)).toStdString(), otherwise, option);
}

core::Result<std::vector<ui::ChartKind>> kindsFrom(const QString& text)
{
    if (text == QLatin1String("all"))
        return ui::wholeRunKinds();
    return core::chosenList<ui::ChartKind>(core::split(text.toStdString(), ','), {}, "chart");
}

core::Result<QSize> sizeFrom(const QString& text)
{
    constexpr int smallest = 320;
    constexpr int largest = 8000;
    const QStringList parts = text.split(QLatin1Char('x'));
    const QSize size = parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize();
    if (size.width() < smallest || size.height() < smallest || size.width() > largest
        || size.height() > largest)
        return usage(QStringLiteral("--size is two numbers from 320 to 8000 such as 1200x675, not '%1'.")
                         .arg(text.left(40)));
    return size;
}

core::Result<ExportOrder> exportFrom(const QCommandLineParser& parser)
{
    ExportOrder order;
    order.run = parser.value(QStringLiteral("export"));
    order.folder = parser.value(QStringLiteral("output"));
    if (order.folder.isEmpty())
        return usage(QStringLiteral("--export needs --output with a folder."));
    const auto kinds = kindsFrom(parser.value(QStringLiteral("charts")));
    if (!kinds)
        return kinds.error();
    order.charts = *kinds;
    const auto format = word(parser, "format", ui::PictureFormat::Png);
    const auto size = sizeFrom(parser.value(QStringLiteral("size")));
    const auto language = word(parser, "lang", ui::LanguageChoice::English);
    const auto theme = word(parser, "theme", ui::ThemeChoice::Light);
    if (!format)
        return format.error();
    if (!size)
        return size.error();
    if (!language)
        return language.error();
    if (!theme)
        return theme.error();
    bool isNumber = false;
    const double scale = parser.value(QStringLiteral("scale")).toDouble(&isNumber);
    if (!isNumber || scale < 1 || scale > 4)
        return usage(QStringLiteral("--scale is a number from 1 to 4."));
    order.picture.format = *format;
    order.picture.size = *size;
    order.picture.scale = scale;
    order.picture.isDark = *theme == ui::ThemeChoice::Dark;
    order.language = *language;
    return order;
}

core::Result<ReportOrder> reportFrom(const QCommandLineParser& parser)
{
    const auto language = word(parser, "lang", ui::LanguageChoice::English);
    if (!language)
        return language.error();
    return ReportOrder{
        parser.value(QStringLiteral("report")), parser.values(QStringLiteral("output")), *language};
}

} // namespace

core::Result<Options> parse(const QStringList& arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        return usage(parser.errorText());
    Options options;
    options.showsHelp = parser.isSet(QStringLiteral("help"));
    options.showsVersion = parser.isSet(QStringLiteral("version"));
    if (options.showsHelp || options.showsVersion)
        return options;
    if (parser.isSet(QStringLiteral("export"))) {
        auto order = exportFrom(parser);
        if (!order)
            return order.error();
        options.exportOrder = *std::move(order);
        return options;
    }
    if (parser.isSet(QStringLiteral("report"))) {
        auto order = reportFrom(parser);
        if (!order)
            return order.error();
        options.reportOrder = *std::move(order);
        return options;
    }
    const auto language = word(parser, "lang", ui::LanguageChoice::System);
    const auto theme = word(parser, "theme", ui::ThemeChoice::System);
    if (!language)
        return language.error();
    if (!theme)
        return theme.error();
    if (parser.isSet(QStringLiteral("lang")))
        options.language = *language;
    if (parser.isSet(QStringLiteral("theme")))
        options.theme = *theme;
    const QStringList files = parser.positionalArguments();
    if (files.size() > 1)
        return usage(QStringLiteral("One run can be opened at a time; %1 were named.").arg(files.size()));
    options.file = files.value(0);
    return options;
}

QString helpText()
{
    QCommandLineParser parser;
    addOptions(parser);
    return parser.helpText();
}

bool isWithoutWindow(int argc, char* const argv[])
{
    for (int i = 1; i < argc; ++i) {
        for (const char* option : {"--export", "--report", "--help", "--version"}) {
            if (std::strncmp(argv[i], option, std::strlen(option)) == 0)
                return true;
        }
    }
    return false;
}

} // namespace inferometer::gui

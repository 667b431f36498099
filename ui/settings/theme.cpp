// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/theme.h"

#include "ui/charts/chart_theme.h"

#include <QApplication>
#include <QFile>
#include <QScopedValueRollback>
#include <QStyle>
#include <QStyleFactory>
#include <QToolTip>

namespace inferometer::ui {

namespace {

struct Colors {
    QColor window, base, alternate, text, muted, button, border, highlight, highlighted, link;
};

QPalette paletteOf(const Colors& colors)
{
    QPalette palette;
    palette.setColor(QPalette::Window, colors.window);
    palette.setColor(QPalette::WindowText, colors.text);
    palette.setColor(QPalette::Base, colors.base);
    palette.setColor(QPalette::AlternateBase, colors.alternate);
    palette.setColor(QPalette::Text, colors.text);
    palette.setColor(QPalette::PlaceholderText, colors.muted);
    palette.setColor(QPalette::Button, colors.button);
    palette.setColor(QPalette::ButtonText, colors.text);
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::ToolTipBase, colors.base);
    palette.setColor(QPalette::ToolTipText, colors.text);
    palette.setColor(QPalette::Highlight, colors.highlight);
    palette.setColor(QPalette::HighlightedText, colors.highlighted);
    palette.setColor(QPalette::Link, colors.link);
    palette.setColor(QPalette::LinkVisited, colors.link);
    palette.setColor(QPalette::Light, colors.base);
    palette.setColor(QPalette::Midlight, colors.alternate);
    palette.setColor(QPalette::Mid, colors.border);
    palette.setColor(QPalette::Dark, colors.border.darker(115));
    palette.setColor(QPalette::Shadow, colors.border.darker(160));
    for (const auto role :
        {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, colors.muted);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colors.border);
    return palette;
}

QColor mixed(const QColor& one, const QColor& other, double share)
{
    return QColor::fromRgbF(static_cast<float>(one.redF() * share + other.redF() * (1 - share)),
        static_cast<float>(one.greenF() * share + other.greenF() * (1 - share)),
        static_cast<float>(one.blueF() * share + other.blueF() * (1 - share)));
}

} // namespace

Theme::Theme(QApplication& application)
    : m_application(application)
{
    m_application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
}

void Theme::apply(ThemeChoice choice)
{
    if (m_choice == choice)
        return; // a style sheet is polished into every widget anew
    m_choice = choice;
    if (choice == ThemeChoice::System) {
        followDesktop();
        return;
    }
    show();
}

void Theme::followPalette()
{
    if (!m_isChanging && m_choice == ThemeChoice::System && m_application.palette() != m_shown)
        show();
}

void Theme::followDesktop()
{
    if (m_isChanging || m_choice != ThemeChoice::System)
        return;
    const QScopedValueRollback changing(m_isChanging, true);
    m_application.setPalette(QPalette()); // what no program has set is Qt's to keep up with the desktop's
    show();
}

void Theme::show()
{
    const QScopedValueRollback changing(m_isChanging, true);
    // A palette of the desktop's own is kept; the stock one of a bare session is nothing that anybody chose.
    const QColor stock = QApplication::style()->standardPalette().color(QPalette::Window);
    const bool isDesktops =
        m_choice == ThemeChoice::System && m_application.palette().color(QPalette::Window) != stock;
    if (!isDesktops)
        m_application.setPalette(m_choice == ThemeChoice::Dark ? darkPalette() : lightPalette());
    m_shown = m_application.palette();
    QToolTip::setPalette(m_shown);
    m_application.setStyleSheet(styleSheet(m_shown));
}

QPalette Theme::lightPalette()
{
    return paletteOf({QColor(0xf3, 0xf5, 0xf7), QColor(0xff, 0xff, 0xff), QColor(0xf8, 0xf9, 0xfb),
        QColor(0x1c, 0x21, 0x28), QColor(0x6a, 0x74, 0x80), QColor(0xff, 0xff, 0xff),
        QColor(0xd3, 0xd9, 0xe0), QColor(0x00, 0x69, 0xa6), QColor(0xff, 0xff, 0xff),
        QColor(0x00, 0x62, 0x9b)});
}

QPalette Theme::darkPalette()
{
    return paletteOf({QColor(0x14, 0x17, 0x1b), QColor(0x1b, 0x1f, 0x24), QColor(0x20, 0x25, 0x2b),
        QColor(0xe6, 0xe9, 0xed), QColor(0x95, 0xa0, 0xac), QColor(0x25, 0x2b, 0x32),
        QColor(0x36, 0x3e, 0x47), QColor(0x1a, 0x76, 0xb5), QColor(0xff, 0xff, 0xff),
        QColor(0x6c, 0xb8, 0xec)});
}

QString Theme::styleSheet(const QPalette& palette)
{
    QFile file(QStringLiteral(":/style.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const QColor text = palette.color(QPalette::WindowText);
    const QColor window = palette.color(QPalette::Window);
    const QColor accent = palette.color(QPalette::Highlight);
    const QColor base = palette.color(QPalette::Base);
    const bool isNight = isDark(palette);
    const std::pair<const char*, QColor> tokens[] = {
        {"@window", window},
        {"@base", base},
        {"@text", text},
        {"@muted", mixed(text, window, 0.64)},
        {"@faint", mixed(text, window, 0.4)},
        {"@border", mixed(text, window, isNight ? 0.16 : 0.14)},
        {"@line", mixed(text, window, isNight ? 0.11 : 0.09)},
        {"@hover", mixed(text, base, 0.055)},
        {"@press", mixed(text, base, 0.12)},
        {"@accentHover", isNight ? accent.lighter(112) : accent.darker(108)},
        {"@accentPress", isNight ? accent.darker(108) : accent.darker(120)},
        {"@accentSoft", mixed(accent, base, isNight ? 0.28 : 0.1)},
        {"@accentText", palette.color(QPalette::HighlightedText)},
        {"@accent", accent},
        {"@link", palette.color(QPalette::Link)},
        {"@disabled", mixed(text, window, 0.38)},
        {"@warnSoft", mixed(QColor(0xe6, 0x9f, 0x00), base, isNight ? 0.2 : 0.14)},
        {"@warn", QColor(0xe6, 0x9f, 0x00)},
        {"@bad", isNight ? QColor(0xf0, 0x8a, 0x3c) : QColor(0xb8, 0x4c, 0x00)},
        {"@good", isNight ? QColor(0x35, 0xc9, 0x9a) : QColor(0x00, 0x7d, 0x5a)},
    };
    for (const auto& [token, color] : tokens)
        sheet.replace(QLatin1String(token) + QLatin1Char(';'), color.name() + QLatin1Char(';'));
    sheet.replace(QLatin1String("@tone"), isNight ? QLatin1String("dark") : QLatin1String("light"));
    return sheet;
}

} // namespace inferometer::ui

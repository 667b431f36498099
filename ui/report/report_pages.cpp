// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_pages.h"

#include "core/study/report/writers.h"
#include "ui/report/report_file.h"
#include "ui/text/language.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextTable>
#include <QUrl>

#include <algorithm>
#include <cmath>
#include <memory>

namespace inferometer::ui {

namespace {

using core::report::Document;
using core::report::Part;
using core::report::Table;

// Of CSS, Qt's documents know a small part.
constexpr std::string_view paperStyle = R"css(
h1 { font-size: 17pt; } h2 { font-size: 13pt; } h3 { font-size: 10.5pt; }
p, li { font-size: 9pt; } td, th { font-size: 8pt; }
th { background-color: #eef1f4; }
.caption { color: #59636e; font-size: 7.5pt; }
)css";
constexpr double margin_mm = 16;
constexpr int dotsPerInch = 96; // those of the pixels of a document
constexpr int wideTable = 6; ///< columns from which the first one has its share of the width

/// Qt's documents know no figures: a paragraph each, with its title below.
QString paperHtml(const Part& part)
{
    const Document alone{core::report::literal({}), {part}};
    return QString::fromStdString(core::report::toHtml(alone, phrases(), "", paperStyle))
        .remove(QLatin1String("<h1></h1>"))
        .replace(QLatin1String("<figure>"), QLatin1String("<p>"))
        .replace(QLatin1String("</figure>"), QLatin1String("</p>"))
        .replace(QLatin1String("<figcaption>"), QLatin1String("<br><span class=\"caption\">"))
        .replace(QLatin1String("</figcaption>"), QLatin1String("</span>"));
}

void styleTables(QTextDocument& document)
{
    for (auto* frame : document.rootFrame()->childFrames()) {
        auto* table = qobject_cast<QTextTable*>(frame);
        if (!table)
            continue;
        auto format = table->format();
        format.setBorder(1);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(QColor(0xc4, 0xcc, 0xd4));
        format.setBorderCollapse(true);
        format.setCellPadding(3);
        format.setCellSpacing(0);
        if (table->columns() > wideTable) {
            QList<QTextLength> widths(table->columns());
            widths.first() = QTextLength(QTextLength::PercentageLength, 24);
            format.setColumnWidthConstraints(widths);
            format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        }
        table->setFormat(format);
    }
}

/// Pictures as wide as the text, or as high as a page leaves room for.
void fitPictures(QTextDocument& document, const std::vector<ReportFigure>& figures, const QSizeF& page)
{
    constexpr double share = 0.86;
    for (auto block = document.begin(); block.isValid(); block = block.next()) {
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            const auto fragment = part.fragment();
            if (!fragment.charFormat().isImageFormat())
                continue;
            auto format = fragment.charFormat().toImageFormat();
            for (const auto& figure : figures) {
                if (figure.fileName != format.name())
                    continue;
                const double ratio = double(figure.picture.height()) / figure.picture.width();
                const double width = std::min(page.width(), share * page.height() / ratio);
                format.setWidth(width);
                format.setHeight(width * ratio);
            }
            QTextCursor cursor(&document);
            cursor.setPosition(fragment.position());
            cursor.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
            cursor.setCharFormat(format);
            break; // one to a paragraph, and its fragments have changed
        }
    }
}

/// A part laid out for the width of a page. Each is a document of its own, since Qt loses paragraphs between
/// the tables of one that spans pages.
struct Laid {
    std::unique_ptr<QTextDocument> text;
    bool isHeading = false;

    double height() const { return text->size().height(); }
};

class Pages {
public:
    Pages(QPdfWriter& writer, const std::vector<ReportFigure>& figures)
        : m_writer(writer)
        , m_figures(figures)
        , m_page(writer.width(), writer.height())
        , m_painter(&writer)
    {
    }

    void add(const Part& part)
    {
        auto text = layOut(part);
        const double pages = text->size().height() / (m_page.height() - numberHeight - headingHeight);
        if (const auto* table = std::get_if<Table>(&part); table && table->rows.size() > 1 && pages > 1)
            addInPieces(*table, static_cast<std::size_t>(std::ceil(pages)));
        else
            m_parts.push_back({std::move(text), std::holds_alternative<core::report::Heading>(part)});
    }

    void paint()
    {
        double top = 0;
        for (std::size_t i = 0; i < m_parts.size(); ++i) {
            if (top > 0 && top + needed(i) > m_page.height() - numberHeight) {
                finishPage();
                m_writer.newPage();
                top = 0;
            }
            top += top > 0 && m_parts[i].isHeading ? aboveHeading : 0;
            m_painter.save();
            m_painter.translate(0, top);
            m_parts[i].text->drawContents(&m_painter);
            m_painter.restore();
            top += m_parts[i].height() + gap;
        }
        finishPage();
    }

private:
    static constexpr double numberHeight = 24;
    static constexpr double gap = 4;
    static constexpr double aboveHeading = 10;
    static constexpr double headingHeight = 50; ///< with room around it

    /// A table that is higher than a page goes on with its header on the next one.
    void addInPieces(const Table& table, std::size_t count)
    {
        const auto rows = (table.rows.size() + count - 1) / count;
        for (std::size_t first = 0; first < table.rows.size(); first += rows) {
            const auto last = std::min(first + rows, table.rows.size());
            Table piece{table.header, {}, {}};
            piece.rows.assign(table.rows.begin() + static_cast<std::ptrdiff_t>(first),
                table.rows.begin() + static_cast<std::ptrdiff_t>(last));
            if (last == table.rows.size())
                piece.caption = table.caption;
            add(std::move(piece));
        }
    }

    std::unique_ptr<QTextDocument> layOut(const Part& part) const
    {
        auto text = std::make_unique<QTextDocument>();
        text->setDocumentMargin(0);
        text->setDefaultFont(paperFont());
        for (const auto& figure : m_figures)
            text->addResource(QTextDocument::ImageResource, QUrl(figure.fileName), figure.picture);
        text->setHtml(paperHtml(part));
        fitPictures(*text, m_figures, m_page);
        styleTables(*text);
        text->setTextWidth(m_page.width());
        return text;
    }

    /// A heading needs room for what follows it.
    double needed(std::size_t part) const
    {
        double height = m_parts[part].height();
        for (auto i = part; m_parts[i].isHeading && i + 1 < m_parts.size(); ++i)
            height += gap + m_parts[i + 1].height();
        height += m_parts[part].isHeading ? aboveHeading : 0;
        return std::min(height, m_page.height() - numberHeight);
    }

    void finishPage()
    {
        QFont font = paperFont();
        font.setPointSize(8);
        m_painter.setFont(font);
        m_painter.drawText(QRectF(0, m_page.height() - numberHeight, m_page.width(), numberHeight),
            Qt::AlignHCenter | Qt::AlignBottom, QString::number(++m_number));
    }

    QPdfWriter& m_writer;
    const std::vector<ReportFigure>& m_figures;
    QSizeF m_page;
    QPainter m_painter;
    std::vector<Laid> m_parts;
    int m_number = 0;
};

} // namespace

QByteArray pdfPages(const Document& document, const std::vector<ReportFigure>& figures)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(margin_mm, margin_mm, margin_mm, margin_mm), QPageLayout::Millimeter);
    writer.setResolution(dotsPerInch);
    writer.setCreator(QStringLiteral("Inferometer " INFEROMETER_VERSION));
    writer.setTitle(QString::fromStdString(phrases()(document.title)));
    {
        Pages pages(writer, figures);
        pages.add(core::report::Heading{1, document.title});
        for (const auto& part : document.parts)
            pages.add(part);
        pages.paint();
    }
    return bytes;
}

} // namespace inferometer::ui

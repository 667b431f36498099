// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/image_box.h"

#include "ui/text/tr.h"
#include "ui/widgets/looks.h"

#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QImageReader>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>

namespace inferometer::ui {

namespace {

QString imageIn(const QMimeData* data)
{
    for (const auto& url : data->urls()) {
        if (url.isLocalFile() && !QImageReader::imageFormat(url.toLocalFile()).isEmpty())
            return url.toLocalFile();
    }
    return {};
}

} // namespace

ImageBox::ImageBox(const QString& sample, QWidget* parent)
    : Page(parent)
    , m_sample(sample)
    , m_thumbnail(new QLabel)
    , m_name(makeLabel())
    , m_change(new QPushButton)
    , m_reset(new QPushButton)
{
    setAcceptDrops(true);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_thumbnail);
    auto* right = new QVBoxLayout;
    right->addWidget(m_name);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_change);
    buttons->addWidget(m_reset);
    buttons->addStretch();
    right->addLayout(buttons);
    right->addStretch();
    layout->addLayout(right, 1);
    m_texts.bind([this] {
        m_change->setText(Tr::tr("&Change…"));
        m_reset->setText(Tr::tr("Use sample"));
        m_thumbnail->setAccessibleName(Tr::tr("The image that is measured with"));
        setToolTip(Tr::tr("An image can be dropped here"));
    });
    connect(m_change, &QPushButton::clicked, this, &ImageBox::choose);
    connect(m_reset, &QPushButton::clicked, this, [this] { take({}); });
    showImage();
}

void ImageBox::setImage(const QString& path)
{
    if (path == m_path)
        return;
    m_path = path;
    showImage();
}

void ImageBox::take(const QString& path)
{
    setImage(path);
    emit changed();
}

void ImageBox::showImage()
{
    QImageReader reader(m_path.isEmpty() ? m_sample : m_path);
    const QSize size = reader.size();
    const int height = unit(this, 4);
    reader.setScaledSize(size.scaled(height * 2, height, Qt::KeepAspectRatio));
    const QImage image = reader.read();
    m_thumbnail->setPixmap(QPixmap::fromImage(image));
    m_thumbnail->setVisible(!image.isNull());
    const QString name = m_path.isEmpty() ? Tr::tr("Shipped sample") : QFileInfo(m_path).fileName();
    m_name->setText(image.isNull()
            ? Tr::tr("%1 cannot be read as an image.").arg(name)
            : Tr::tr("%1, %2 × %3 pixels").arg(name).arg(size.width()).arg(size.height()));
    m_reset->setVisible(!m_path.isEmpty());
}

void ImageBox::choose()
{
    auto* dialog = new QFileDialog(window(), Tr::tr("Choose an image"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({Tr::tr("Images (*.png *.jpg *.jpeg *.bmp *.webp)"), Tr::tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ImageBox::take);
    dialog->open();
}

void ImageBox::dragEnterEvent(QDragEnterEvent* event)
{
    if (!imageIn(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ImageBox::dropEvent(QDropEvent* event)
{
    const QString path = imageIn(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    take(path);
}

} // namespace inferometer::ui

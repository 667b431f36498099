// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/page.h"

class QLabel;
class QPushButton;

namespace inferometer::ui {

/// The image that is measured with: the shipped sample, or a file chosen or dropped here.
class ImageBox : public Page {
    Q_OBJECT

public:
    explicit ImageBox(const QString& sample, QWidget* parent = nullptr);

    void setImage(const QString& path); ///< empty: the sample
    QString image() const { return m_path; }

signals:
    void changed();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void onLanguageChanged() override { showImage(); }
    void showImage();
    void choose();
    void take(const QString& path);

    QString m_sample;
    QString m_path;
    QLabel* m_thumbnail;
    QLabel* m_name;
    QPushButton* m_change;
    QPushButton* m_reset;
};

} // namespace inferometer::ui

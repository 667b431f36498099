// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_export.h"
#include "ui/settings/settings_store.h"
#include "ui/text/language.h"

#include <QDialog>

#include <functional>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QSpinBox;

namespace inferometer::ui {

/// How a chart becomes a picture, with a preview. The choices are remembered.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    /// The chart is made anew for every language that is chosen.
    ExportDialog(SettingsStore& store, Language& language, std::function<Chart()> makeChart, QWidget* parent);

    PictureOptions pictureOptions() const;
    LanguageChoice pictureLanguage() const;

private:
    void build();
    void addSizes();
    void readSettings();
    void storeSettings();
    void preview();
    void applySize();

    SettingsStore& m_store;
    Language& m_language;
    std::function<Chart()> m_makeChart;
    QComboBox* m_format;
    QComboBox* m_size;
    QSpinBox* m_width;
    QSpinBox* m_height;
    QDoubleSpinBox* m_scale;
    QComboBox* m_theme;
    QComboBox* m_pictureLanguage;
    QCheckBox* m_footer;
    QCheckBox* m_transparent;
    QLabel* m_preview;
};

} // namespace inferometer::ui

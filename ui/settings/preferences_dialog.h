// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/run/backend.h"
#include "ui/settings/settings_store.h"
#include "ui/text/texts.h"

#include <QDialog>

#include <functional>
#include <optional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QTabWidget;

namespace inferometer::ui {

/// All settings that are not a set-up. They take effect at once, and can be taken back.
class PreferencesDialog : public QDialog {
    Q_OBJECT

public:
    PreferencesDialog(SettingsStore& store, const Backend& backend, QWidget* parent);

    void setCacheSize(double bytes);
    void reject() override; ///< takes back what was changed

signals:
    void clearCacheRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    using Name = std::function<QString()>;

    QFormLayout* addPage(Name title);
    void buildGeneral();
    void buildMeasurement(const Backend& backend);
    void buildPaths(const Backend& backend);
    void buildCharts();
    void buildButtons();
    void addLabelled(QFormLayout* form, Name name, QWidget* field);
    QCheckBox* addFlag(QFormLayout* form, Name name, bool Settings::*member);
    template <typename Enum>
    QComboBox* addChoice(QFormLayout* form, Name name, Enum Settings::*member, std::vector<Name> names);
    void addPath(QFormLayout* form, Name name, const QString& path);
    void showCacheSize();
    void refresh();

    SettingsStore& m_store;
    Settings m_before;
    QTabWidget* m_tabs;
    QLabel* m_cacheSize = nullptr;
    std::optional<double> m_cache_bytes; ///< nothing: not asked yet
    Texts m_texts;
    std::vector<std::function<void()>> m_refreshers;
    bool m_isRefreshing = false;
};

} // namespace inferometer::ui

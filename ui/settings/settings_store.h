// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings.h"

#include <QObject>

namespace inferometer::ui {

/// The settings in force and their file. Reading a damaged or foreign value leaves the default.
class SettingsStore : public QObject {
    Q_OBJECT

public:
    /// An empty path: this user's own file.
    explicit SettingsStore(const QString& path = {}, QObject* parent = nullptr);

    const Settings& settings() const { return m_settings; }
    /// Changes values, saves what differs and tells.
    template <typename Change> void change(Change change)
    {
        Settings changed = m_settings;
        change(changed);
        set(std::move(changed));
    }
    /// Changes values until this program ends: what is stored stays as it is, until the user changes it.
    template <typename Change> void changeForNow(Change change)
    {
        change(m_settings);
        emit changed();
    }
    void reset(); ///< all but the window's place and the last set-up
    QString path() const { return m_path; }

signals:
    void changed(); ///< not of where things stood, which is read by its owner alone

private:
    void read();
    void set(Settings settings);

    QString m_path;
    Settings m_settings;
};

} // namespace inferometer::ui

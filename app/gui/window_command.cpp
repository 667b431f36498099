// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/window_command.h"

#include "text/error_text.h"
#include "ui/pages/main_window.h"
#include "ui/run/core_backend.h"
#include "ui/settings/settings_store.h"

#include <QApplication>

#include <cstdio>

namespace inferometer::gui {

void setMetadata()
{
    QCoreApplication::setApplicationName(QStringLiteral("inferometer"));
    QCoreApplication::setApplicationVersion(QStringLiteral(INFEROMETER_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Inferometer"));
    QGuiApplication::setDesktopFileName(QStringLiteral("io.github.inferometer.Inferometer"));
}

int openWindow(QApplication& application, const Options& options)
{
    auto backend = ui::CoreBackend::make();
    if (!backend) {
        std::fprintf(stderr, "inferometer: %s\n", text::sentence(backend.error()).c_str());
        return 5;
    }
    ui::SettingsStore store;
    store.changeForNow([&](ui::Settings& settings) {
        settings.language = options.language.value_or(settings.language);
        settings.theme = options.theme.value_or(settings.theme);
    });
    ui::Language language;
    ui::Theme theme(application);
    language.apply(store.settings().language);
    ui::MainWindow window(**backend, store, language, theme);
    window.show();
    if (!options.file.isEmpty())
        window.openRun(options.file.toStdString());
    return application.exec();
}

} // namespace inferometer::gui

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/export_command.h"
#include "app/gui/options.h"
#include "app/gui/reference_pictures.h"
#include "app/gui/report_command.h"
#include "app/gui/window_command.h"
#include "text/error_text.h"

#include <QApplication>

#include <clocale>
#include <cstdio>

using namespace inferometer;

int main(int argc, char* argv[])
{
    if (gui::isWithoutWindow(argc, argv))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    gui::setMetadata();
    QApplication application(argc, argv);
    // Qt takes over the locale of the system; numbers in files are none of its business.
    std::setlocale(LC_NUMERIC, "C");
    const auto options = gui::parse(QCoreApplication::arguments());
    if (!options) {
        std::fprintf(stderr, "inferometer: %s\n", text::sentence(options.error()).c_str());
        return 2;
    }
    if (options->showsHelp)
        return std::printf("%s", qUtf8Printable(gui::helpText())) < 0;
    if (options->showsVersion)
        return std::printf("inferometer %s\n", qUtf8Printable(QCoreApplication::applicationVersion())) < 0;
    if (options->reportOrder)
        return gui::writeReports(*options->reportOrder);
    if (options->exportOrder && gui::isReference(options->exportOrder->run))
        return gui::exportReference(*options->exportOrder);
    return options->exportOrder ? gui::exportPictures(*options->exportOrder)
                                : gui::openWindow(application, *options);
}

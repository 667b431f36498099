// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/report_command.h"

#include "app/gui/named_run.h"
#include "ui/report/report_file.h"

#include <cstdio>

namespace inferometer::gui {

int writeReports(const ReportOrder& order)
{
    auto file = readNamed(order.run);
    if (!file)
        return fail(file.error());
    const auto published = publishedTables();
    if (!published)
        return fail(published.error());
    ui::Language language;
    speak(language, order.language);
    const ui::RunView view(std::make_shared<const core::RunRecord>(std::move(file->run)));
    QStringList files = order.files;
    if (files.isEmpty())
        files << ui::reportName(view, QStringLiteral("html"));
    for (const auto& name : files) {
        const auto written = ui::writeReport(view, *published, name);
        if (!written)
            return fail(written.error());
        for (const auto& path : *written)
            std::printf("%s\n", qUtf8Printable(path));
    }
    return 0;
}

} // namespace inferometer::gui

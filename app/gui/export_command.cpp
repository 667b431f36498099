// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/export_command.h"

#include "app/gui/named_run.h"
#include "ui/models/run_view.h"
#include "ui/pages/picture_files.h"

#include <cstdio>

namespace inferometer::gui {

int exportPictures(const ExportOrder& order)
{
    auto file = readNamed(order.run);
    if (!file)
        return fail(file.error());
    ui::Language language;
    speak(language, order.language);
    const ui::RunView view(std::make_shared<const core::RunRecord>(std::move(file->run)));
    const auto plans = ui::picturePlans(order.charts, view, ui::firstOptions(view));
    const auto written = ui::writePictures(plans, view, order.picture, order.folder);
    if (!written)
        return fail(written.error());
    for (const auto& path : *written)
        std::printf("%s\n", qUtf8Printable(path));
    if (written->isEmpty())
        return fail(
            {core::ErrorCode::FileInvalid, "The run holds nothing that the chosen charts could show."});
    return 0;
}

} // namespace inferometer::gui

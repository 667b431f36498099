// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/export_command.h"

#include "core/base/paths.h"
#include "core/store/history.h"
#include "core/store/run_reader.h"
#include "ui/models/run_view.h"
#include "ui/pages/picture_files.h"

#include <cstdio>

namespace inferometer::gui {

namespace {

int fail(const core::Error& error, int code)
{
    std::fprintf(stderr, "inferometer: %s\n", error.detail.c_str());
    return code;
}

core::Result<core::RunFile> readNamed(const QString& name)
{
    std::error_code ignored;
    if (std::filesystem::exists(name.toStdString(), ignored))
        return core::readRun(name.toStdString());
    const auto paths = core::userPaths();
    if (!paths)
        return paths.error();
    const auto path = core::findRun(paths->history, name.toStdString());
    return path ? core::readRun(*path) : core::Result<core::RunFile>(path.error());
}

} // namespace

int exportPictures(const ExportOrder& order)
{
    auto file = readNamed(order.run);
    if (!file)
        return fail(file.error(), file.error().code == core::ErrorCode::UsageInvalid ? 2 : 1);
    for (const auto& problem : file->problems)
        std::fprintf(stderr, "inferometer: %s\n", problem.c_str());
    ui::Language language;
    language.apply(order.language);
    if (order.language == ui::LanguageChoice::Japanese && !ui::Language::hasJapaneseFont())
        std::fprintf(stderr,
            "inferometer: no Japanese font was found; labels may show as boxes (install fonts-noto-cjk)\n");
    const ui::RunView view(std::make_shared<const core::RunRecord>(std::move(file->run)));
    const auto plans = ui::picturePlans(order.charts, view, ui::firstOptions(view));
    const auto written = ui::writePictures(plans, view, order.picture, order.folder);
    if (!written)
        return fail(written.error(), 1);
    for (const auto& path : *written)
        std::printf("%s\n", qUtf8Printable(path));
    if (written->isEmpty())
        return fail(
            {core::ErrorCode::UsageInvalid, "The run holds nothing that the chosen charts could show."}, 1);
    return 0;
}

} // namespace inferometer::gui

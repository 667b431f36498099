// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/named_run.h"

#include "core/base/paths.h"
#include "core/store/history.h"
#include "core/study/reference.h"
#include "text/error_text.h"
#include "text/note_text.h"

#include <cstdio>

namespace inferometer::gui {

core::Result<core::RunFile> readNamed(const QString& name)
{
    std::error_code ignored;
    std::filesystem::path path = name.toStdString();
    if (!std::filesystem::exists(path, ignored)) {
        const auto paths = core::userPaths();
        if (!paths)
            return paths.error();
        const auto found = core::findRun(paths->history, name.toStdString());
        if (!found)
            return found.error();
        path = *found;
    }
    auto file = core::readRun(path);
    if (!file)
        return file;
    for (const auto& problem : file->problems)
        std::fprintf(stderr, "inferometer: %s\n", text::sentence(problem).c_str());
    return file;
}

core::Result<std::vector<core::StudyTable>> publishedTables()
{
    const auto resources = core::findTools().resources;
    const auto catalog = core::readCatalog(resources / "models.json");
    return catalog ? core::readReference(resources / "reference" / "guide.csv", *catalog)
                   : core::Result<std::vector<core::StudyTable>>(catalog.error());
}

void speak(ui::Language& language, ui::LanguageChoice choice)
{
    language.apply(choice);
    if (choice == ui::LanguageChoice::Japanese && !ui::Language::hasJapaneseFont())
        std::fprintf(stderr,
            "inferometer: no Japanese font was found; labels may show as boxes (install fonts-noto-cjk)\n");
}

int fail(const core::Error& error)
{
    std::fprintf(stderr, "inferometer: %s\n", text::sentence(error).c_str());
    const bool isUsage =
        error.code == core::ErrorCode::UsageInvalid || error.code == core::ErrorCode::FileNotFound;
    return isUsage ? 2 : 1;
}

} // namespace inferometer::gui

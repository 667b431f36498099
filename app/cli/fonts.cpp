// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/fonts.h"

#include "core/base/paths.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <vector>

namespace inferometer::cli {

namespace fs = std::filesystem;

namespace {

std::vector<fs::path> fontFolders()
{
    std::vector<fs::path> folders{"/usr/share/fonts", "/usr/local/share/fonts"};
    if (const auto home = core::environmentVariable("HOME")) {
        folders.push_back(fs::path(*home) / ".local/share/fonts");
        folders.push_back(fs::path(*home) / ".fonts");
    }
    return folders;
}

bool isJapanese(const std::string& fileName)
{
    constexpr std::array families{"cjk", "notosansjp", "notoserifjp", "ipag", "ipam", "ipaex", "takao",
        "vlgothic", "vl-gothic", "mplus", "sazanami", "migmix"};
    const auto name = core::lowerCase(fileName);
    return std::any_of(families.begin(), families.end(),
        [&](const char* family) { return name.find(family) != std::string::npos; });
}

std::optional<std::string> japaneseFontIn(const fs::path& folder)
{
    std::error_code failure;
    const auto options = fs::directory_options::skip_permission_denied;
    for (fs::recursive_directory_iterator entry(folder, options, failure);
         !failure && entry != fs::recursive_directory_iterator(); entry.increment(failure)) {
        const auto name = entry->path().filename().string();
        const auto suffix = core::lowerCase(entry->path().extension().string());
        if ((suffix == ".ttf" || suffix == ".ttc" || suffix == ".otf") && isJapanese(name))
            return name;
    }
    return std::nullopt;
}

} // namespace

core::Check checkFonts()
{
    core::Check check;
    check.topic = "fonts";
    for (const auto& folder : fontFolders()) {
        if (const auto name = japaneseFontIn(folder)) {
            check.finding = {"japanese-font-found", {*name}};
            return check;
        }
    }
    check.state = core::CheckState::Doubtful;
    check.finding = {"japanese-font-missing", {}};
    check.remedy = {"install-japanese-font", {}};
    return check;
}

} // namespace inferometer::cli

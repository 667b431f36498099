// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/history.h"

#include "core/base/random_name.h"
#include "core/base/text.h"
#include "core/base/utc.h"
#include "core/store/run_lines.h"

#include <algorithm>

namespace inferometer::core {

namespace fs = std::filesystem;

std::string newRunId()
{
    return utcStamp() + "-" + randomName().substr(0, 4);
}

fs::path runPath(const fs::path& history, const std::string& id)
{
    return history / (id + std::string(runFileSuffix));
}

namespace {

/// Names begin with the second; within one, the file that was written to last is the newer one.
bool isNewer(const fs::path& a, const fs::path& b)
{
    const auto second = [](const fs::path& file) {
        const auto name = file.filename().string();
        return name.substr(0, name.find('-'));
    };
    if (second(a) != second(b))
        return second(a) > second(b);
    std::error_code ignored;
    const auto timeOfA = fs::last_write_time(a, ignored);
    const auto timeOfB = fs::last_write_time(b, ignored);
    return timeOfA != timeOfB ? timeOfA > timeOfB : a > b;
}

} // namespace

std::vector<fs::path> runFiles(const fs::path& history)
{
    std::vector<fs::path> files;
    std::error_code failure;
    for (fs::directory_iterator entry(history, failure); !failure && entry != fs::directory_iterator();
         entry.increment(failure)) {
        const auto name = entry->path().filename().string();
        if (name.ends_with(runFileSuffix) && !name.starts_with("."))
            files.push_back(entry->path());
    }
    std::sort(files.begin(), files.end(), isNewer);
    return files;
}

Result<fs::path> findRun(const fs::path& history, const std::string& name)
{
    std::error_code ignored;
    if (fs::is_regular_file(name, ignored))
        return fs::path(name);
    const auto files = runFiles(history);
    if (name == "last" && !files.empty())
        return files.front();
    std::vector<fs::path> found;
    const auto isMeant = [&](const fs::path& file) {
        return file.filename().string().find(name) != std::string::npos;
    };
    if (!name.empty())
        std::copy_if(files.begin(), files.end(), std::back_inserter(found), isMeant);
    const auto shown = oneLine(name, 200);
    if (found.size() == 1)
        return found.front();
    if (found.empty())
        return Error{ErrorCode::FileNotFound, Note{"run-unknown", {shown}}};
    return Error{ErrorCode::UsageInvalid, Note{"runs-match", {std::to_string(found.size()), shown}}};
}

} // namespace inferometer::core

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/failure_logs.h"

#include "core/base/file_name.h"
#include "core/base/files.h"
#include "core/store/run_lines.h"

#include <algorithm>
#include <system_error>

namespace inferometer::core {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t maxBytesOfLog = 256u << 10;

/// `X.logs` beside `X.inferometer.jsonl`.
fs::path logFolder(const fs::path& runFile)
{
    auto name = runFile.filename().string();
    if (name.ends_with(runFileSuffix))
        name.resize(name.size() - runFileSuffix.size());
    return runFile.parent_path() / (name + ".logs");
}

fs::path logPath(const fs::path& runFile, std::string_view visit, const std::optional<Variant>& variant)
{
    auto name = std::string(visit) + (variant ? "." + toText(*variant) : "");
    std::replace(name.begin(), name.end(), '/', '-');
    return logFolder(runFile) / (fileNameFrom(name) + ".log");
}

} // namespace

std::string_view keptText(const FailureLog& log)
{
    const std::string_view text = log.text;
    return text.substr(text.size() - std::min(text.size(), maxBytesOfLog));
}

Result<void> keepFailureLog(const fs::path& runFile, const FailureLog& log)
{
    if (runFile.empty() || log.text.empty())
        return {};
    const auto path = logPath(runFile, log.visit, log.variant);
    if (const auto made = makeFolder(path.parent_path()); !made)
        return made;
    return writeFileAtomically(path, keptText(log), Access::Private);
}

std::optional<fs::path> findFailureLog(
    const fs::path& runFile, std::string_view visit, const Variant& variant)
{
    if (runFile.empty())
        return std::nullopt;
    std::error_code ignored;
    for (const auto& path : {logPath(runFile, visit, variant), logPath(runFile, visit, std::nullopt)}) {
        if (fs::is_regular_file(path, ignored))
            return path;
    }
    return std::nullopt;
}

} // namespace inferometer::core

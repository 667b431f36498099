// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/run_files.h"

#include "core/store/history.h"
#include "core/store/run_lines.h"
#include "core/store/run_writer.h"

#include <cstdlib>

namespace inferometer::test {

std::filesystem::path writeRun(const core::RunRecord& run, const std::filesystem::path& folder)
{
    auto path = core::runPath(folder, run.id);
    auto writer = core::RunWriter::create(path);
    if (!writer)
        std::abort();
    bool isWritten = writer->append(core::headerLine(run)).isOk();
    for (std::size_t i = 0; i < run.sessions.size(); ++i)
        isWritten =
            isWritten && writer->append(core::sessionLine(static_cast<int>(i), run.sessions[i])).isOk();
    for (const auto& visit : run.visits)
        isWritten = isWritten && writer->append(core::recordLine(visit)).isOk();
    isWritten = isWritten && writer->append(core::closedLine(run.ending)).isOk();
    if (!isWritten)
        std::abort();
    return path;
}

} // namespace inferometer::test

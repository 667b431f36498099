// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/run_files.h"

#include "core/base/files.h"
#include "core/store/history.h"
#include "core/store/run_lines.h"

#include <cstdlib>

namespace inferometer::test {

std::filesystem::path writeRun(const core::RunRecord& run, const std::filesystem::path& folder)
{
    auto path = core::runPath(folder, run.id);
    if (!core::writeFileAtomically(path, core::runText(run)))
        std::abort();
    return path;
}

} // namespace inferometer::test

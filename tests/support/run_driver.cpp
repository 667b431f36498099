// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/// A whole run with fakes in a process of its own: `run_driver ROOT run` measures two workloads, `run_driver
/// ROOT resume` goes on with the run that is there or makes one. Prints what failed and ends with 0 when
/// everything was measured.

#include "core/base/text.h"
#include "core/store/history.h"
#include "core/store/run_reader.h"
#include "tests/support/fake_world.h"

#include <cstdio>

using namespace inferometer;

int main(int argc, char* argv[])
{
    if (argc != 3)
        return 2;
    const std::string action = argv[2];
    tests::FakeWorld world{std::filesystem::path(argv[1])};
    const auto files = core::runFiles(world.services.paths.history);
    const bool canResume = action == "resume" && !files.empty() && core::readRun(files.front()).isOk();
    const auto end = canResume ? world.resume(files.front()) : world.run(world.plan({"1", "4"}));
    if (!end) {
        std::printf("%s\n", core::oneLine(end.error().detail, 1000).c_str());
        return 1;
    }
    if (end->failure)
        std::printf("%s\n", core::oneLine(end->failure->detail, 1000).c_str());
    return end->run->ending == core::Ending::Completed && !end->failure ? 0 : 3;
}

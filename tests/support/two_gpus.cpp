// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/// `inferometer-cli run --plan - -o - --progress stream` on a machine with two GPUs: the driver is scripted,
/// runner and worker are the fakes, and folders are those of the world that INFEROMETER_FAKE_STATE lies in.

#include "app/cli/measuring.h"
#include "app/cli/plan_input.h"
#include "core/base/paths.h"
#include "core/run/stream.h"
#include "core/store/run_reader.h"
#include "tests/support/fake_world.h"

using namespace inferometer;
namespace fs = std::filesystem;

int main()
{
    const auto state = core::environmentVariable("INFEROMETER_FAKE_STATE");
    if (!state)
        return 2;
    tests::FakeWorld world{fs::path(*state).parent_path()};
    world.addGpus();
    world.services.tools.commandLine = fs::read_symlink("/proc/self/exe");
    const cli::Console console(cli::Verbosity::Normal, "never");
    if (!console.print(core::encode(core::ownHello(world.services)) + "\n"))
        return 1;
    const auto text = cli::readStandardPlan();
    const auto plan = text ? core::planFromText(*text) : core::Result<core::Plan>(text.error());
    if (!plan)
        return static_cast<int>(console.fail(plan.error()));
    core::RunOrder order;
    order.plan = *plan;
    order.catalog = world.catalog;
    order.isForTarget = true;
    order.toStandardOutput = true;
    const auto end = cli::measure(order, world.services, {"stream", true}, console);
    return static_cast<int>(end ? cli::exitCodeOf(*end->run) : console.fail(end.error()));
}

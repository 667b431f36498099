// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/targets.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/temporary_folder.h"

namespace inferometer::fuzz {

using namespace core;

void fuzz(std::string_view input)
{
    static const tests::TemporaryFolder folder;
    const auto targets = readTargets(folder.write("targets.json", std::string(input)));
    if (!targets) {
        require(!targets.error().said().empty());
        return;
    }
    for (const auto& target : *targets) {
        require(findTarget(*targets, target.name).isOk());
        require(!commandOf(target, {"doctor"}, {}).program.empty());
        for (const auto& facts : devicesOf(target))
            require(facts.device.target == target.name);
    }
}

} // namespace inferometer::fuzz

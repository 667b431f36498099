// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/// The two files of a package that are read before its code is loaded.

#include "core/engine/package_facts.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/temporary_folder.h"

namespace inferometer::fuzz {

using namespace engine;

void fuzz(std::string_view input)
{
    static const tests::TemporaryFolder folder;
    static const auto host = thisHost();
    const auto file = folder.write("package.json", std::string(input));
    (void)checkSharedObject(file);
    const auto facts = readPackageFacts(folder.path());
    if (!facts) {
        require(!facts.failure().reason.code.empty());
        return;
    }
    require((folder.path() / facts->sharedObject).parent_path() == folder.path());
    (void)checkPackageSuits(*facts, host);
}

} // namespace inferometer::fuzz

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/artifact_files.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/temporary_folder.h"

namespace inferometer::fuzz {

using namespace core;

void fuzz(std::string_view input)
{
    static const tests::TemporaryFolder folder;
    static const auto root = folder.path().lexically_normal().string();
    folder.write("entry.json", std::string(input));
    const auto entry = readEntry(folder.path());
    if (!entry) {
        require(!entry.error().said().empty());
        return;
    }
    for (const auto& [name, facts] : entry->files)
        require((folder.path() / name).lexically_normal().string().starts_with(root));
    require(entry->files.empty() || !checkEntry(folder.path(), *entry));
}

} // namespace inferometer::fuzz

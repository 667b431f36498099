// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/own_model.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/temporary_folder.h"

namespace inferometer::fuzz {

using namespace core;

void fuzz(std::string_view input)
{
    static const tests::TemporaryFolder folder;
    const auto file = folder.write("models.json", std::string(input));
    for (const auto catalogue : {Catalogue::User, Catalogue::Project}) {
        const auto models = readOwnModels(file, catalogue);
        if (!models) {
            require(!models.error().said().empty());
            continue;
        }
        for (const auto& model : *models) {
            require(model.source.path.empty() || model.source.path.front() == '/');
            require(catalogue == Catalogue::User || model.allowedSha256.empty());
        }
    }
}

} // namespace inferometer::fuzz

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/catalog/catalog.h"
#include "tests/fuzz/fuzz.h"

namespace inferometer::fuzz {

using namespace core;

void fuzz(std::string_view input)
{
    const auto catalog = catalogFromText(input);
    if (!catalog) {
        require(!catalog.error().detail.empty());
        return;
    }
    for (const auto& model : catalog->models()) {
        require(isHubId(model.hubId));
        require(catalog->findByName(model.name) == &model);
    }
}

} // namespace inferometer::fuzz

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/selection.h"
#include "core/store/run_reader.h"
#include "tests/fuzz/fuzz.h"

namespace inferometer::fuzz {

using namespace core;

void fuzz(std::string_view input)
{
    static const auto catalog = *readCatalog(INFEROMETER_RESOURCES "/models.json");
    const auto plan = planFromText(input);
    if (!plan) {
        require(!plan.error().detail.empty());
        return;
    }
    const auto again = planFromText(planText(*plan));
    require(again && planText(*again) == planText(*plan));
    (void)checkPlan(*plan, catalog, Machine{{Device{}}, 2});
}

} // namespace inferometer::fuzz

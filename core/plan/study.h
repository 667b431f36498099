// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/words.h"
#include "core/plan/selection.h"

namespace inferometer::core {

/// Whole studies after the Hugging Face guide.
enum class Study {
    Guide, ///< twelve models, batch 1, 4 and 16, default mode, both engines, 300 inferences; reduce-overhead
           ///< for the guide's four models at 1 and 4
    GuideSecondVersion, ///< what the guide repeated with another torch: BeiT and DETR; Python only
    GuideShort, ///< what a CPU can afford of it: batch 1 and 4, C++, as many inferences as the figures need
};

template <> struct Words<Study> {
    static constexpr std::array all{
        Word<Study>{Study::Guide, "guide"},
        Word<Study>{Study::GuideSecondVersion, "guide-second-version"},
        Word<Study>{Study::GuideShort, "guide-short"},
    };
};

/// The plan of a study. Of `selection` count the devices and how to measure; a study chooses models, batch
/// sizes, engines, modes and preset itself, and a selection that does too is refused.
Result<Plan> makeStudy(
    Study study, const Selection& selection, const Catalog& catalog, const Machine& machine);

/// About what warm-up and inferences of a plan take where their time limits end them. No bound: no row is cut
/// below its fewest inferences, and first runs, memory, checks and compiling come on top.
double sumOfLimits_s(const Plan& plan);

} // namespace inferometer::core

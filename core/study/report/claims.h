// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/words.h"
#include "core/study/study_table.h"

#include <vector>

namespace inferometer::core::report {

enum class Standing {
    Holds,
    Mixed, ///< in some cases, and shown not to in others
    Fails,
    NotClear, ///< the figures prove neither
    NotTested,
};

/// A statement of the guide and what a run says about it.
struct Claim {
    Note statement;
    Standing standing = Standing::NotTested;
    Note finding;
};

/// "Up to 30 %"; default compiles fastest; max-autotune compiles longest and runs fastest; reduce-overhead
/// runs faster than default. From verified rows, intervals and verdicts only; compile times are those of
/// single compilations. The guide speaks of torch.compile(), so only rows of Python are evidence for it;
/// those of C++ are judged by the same measure, apart.
std::vector<Claim> claimsOf(const StudyTable& table, Engine engine);

} // namespace inferometer::core::report

template <> struct inferometer::core::Words<inferometer::core::report::Standing> {
    using Standing = inferometer::core::report::Standing;
    static constexpr std::array all{
        Word<Standing>{Standing::Holds, "holds"},
        Word<Standing>{Standing::Mixed, "mixed"},
        Word<Standing>{Standing::Fails, "fails"},
        Word<Standing>{Standing::NotClear, "not-clear"},
        Word<Standing>{Standing::NotTested, "not-tested"},
    };
};

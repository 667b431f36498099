// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/words.h"

namespace inferometer::core {

/// What may be said about a variant against its baseline. `Same` is an equivalence shown, `Unclear` neither.
enum class Verdict { Faster, Slower, Same, Unclear };

template <> struct Words<Verdict> {
    static constexpr std::array all{
        Word<Verdict>{Verdict::Faster, "faster"},
        Word<Verdict>{Verdict::Slower, "slower"},
        Word<Verdict>{Verdict::Same, "same"},
        Word<Verdict>{Verdict::Unclear, "unclear"},
    };
};

} // namespace inferometer::core

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/decision.h"

#include <string>

namespace inferometer::cli {

/// What a run says, as Markdown above its table: a sentence per model on whether to compile, how much is won
/// by leaving Python and how much by compiling, and what looks odd over several rows.
std::string conclusionsAbove(const core::RunRecord& run);

/// The decisions alone, each with what it rests on.
std::string decisionsText(const core::RunRecord& run, const core::DecisionInputs& inputs);

} // namespace inferometer::cli

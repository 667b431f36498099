// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/note.h"
#include "text/sentence.h"

#include <string>
#include <string_view>

namespace inferometer::text {

/// The raw sentence of a reason or warning as the window says it, to be translated before its arguments are
/// filled in; null for a code that this version does not know.
const char* noteTemplate(std::string_view code);

/// The sentence in English, as the command line says it; empty for a note without a code. A code that this
/// version does not know is shown as it is, with its arguments.
std::string sentence(const core::Note& note);

/// The parts of the table, by who gives the codes; each of its codes stands in it once.
std::span<const Sentence> statisticsNotes(); ///< core/stats, core/measure
std::span<const Sentence> sweepNotes(); ///< core/plan, core/run
std::span<const Sentence> targetNotes(); ///< core/run, on other machines
std::span<const Sentence> runningNotes(); ///< core/engine
std::span<const Sentence> preparingNotes(); ///< core/worker
std::span<const Sentence> doctorNotes(); ///< core/run/doctor: findings and remedies

} // namespace inferometer::text

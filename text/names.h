// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/sentence.h"

#include <string>
#include <string_view>

/// English for the words of the core's enumerations, as they stand in files and messages.
namespace inferometer::text {

std::span<const Sentence> outcomes(); ///< how a row ended, as a name: "out of memory"
std::span<const Sentence> verdicts(); ///< what a verdict says, as a sentence
std::span<const Sentence> stopReasons(); ///< why measuring ended, as a sentence
std::span<const Sentence>
criteria(); ///< what was not reached, as a part of a sentence: "20 rounds"; without arguments
std::span<const Sentence> steps(); ///< what a worker or a runner does: "Graph capture"
std::span<const Sentence> checkTopics(); ///< what the examination of this machine looks at: "Compiler"
std::span<const Sentence> conditions(); ///< under which a run was measured, by key: "CPU governor"
std::span<const Sentence> checkStates(); ///< how it is: "problem"
std::span<const Sentence> rules(); ///< how outputs were judged, as a sentence; %1: tolerance

/// The text of a word, the word itself where the table has none.
std::string nameIn(std::span<const Sentence> table, std::string_view word);

} // namespace inferometer::text

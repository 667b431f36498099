// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/record.h"

#include <string>
#include <string_view>

namespace inferometer::core {

/// The table of the Hugging Face guide: one row per model, device and batch ("Image Classification/ViT"), per
/// engine the time without compiling and, for each compiled variant, time, improvement with its 95 %
/// interval, speed-up and verdict; above it a line with the conditions. What was not measured stands as a
/// word.
std::string toMarkdown(const RunRecord& run);

/// "no compile", "C++ default, frozen": with the engine where a run has several.
std::string variantName(const Variant& variant, bool withEngine);

/// "OOM", "compile failed": an outcome as it stands in a table.
std::string_view tableWord(Outcome outcome);

} // namespace inferometer::core

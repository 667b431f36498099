// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/note.h"
#include "core/stats/estimate.h"
#include "core/study/study_table.h"

#include <cstdint>
#include <string>
#include <string_view>

/// Arguments of notes: numbers as locale-free text of a sensible length, and proper names.
namespace inferometer::core {

std::string secondsText(double seconds); ///< "12.3", "0.45"
std::string millisecondsText(
    double seconds); ///< four significant digits, never an exponent: "12.34", "12340"
std::string percentText(double percent); ///< one decimal; two below one percent
std::string factorText(double factor); ///< "1.42"
std::string countText(double count); ///< "1200"
/// "9.12 [8.90, 9.35]" in ms; the value alone without bounds.
std::string millisecondsText(const Estimate& seconds);
std::string percentText(const Estimate& percent);
std::string factorText(const Estimate& factor);
/// A count whose upper bound may not exist: "1200 [900, inf]".
std::string countText(const Estimate& count);

/// "C++ default", "Python max-autotune", "C++ default+frozen", "C++ none+channels-last", "C++ default #2".
std::string displayName(const Variant& variant);
std::string displayName(Engine engine);
/// The device's own name, else its place: "cpu"; with its target where that is another machine.
std::string displayDevice(const Setting& setting, const std::string& deviceName);
std::string displayDevice(const StudyRow& row);

Note phrase(std::string_view code, std::vector<std::string> args = {});
/// Its first arguments are model, batch and variant of the row.
Note aboutRow(std::string_view code, const StudyRow& row, const std::vector<std::string>& more = {});

} // namespace inferometer::core

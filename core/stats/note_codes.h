// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

/// The closed list of reasons and warnings of the statistics. Arguments are numbers as locale-free text.
namespace inferometer::core::codes {

// Reasons of a verdict.
inline constexpr std::string_view differenceShown = "difference-shown"; ///< improvement %, p, rounds
inline constexpr std::string_view equivalenceShown = "equivalence-shown"; ///< low %, high % (99 %), margin %
inline constexpr std::string_view tooFewRounds = "too-few-rounds"; ///< rounds, rounds needed
inline constexpr std::string_view belowMinimumEffect = "below-minimum-effect"; ///< improvement %, minimum %
inline constexpr std::string_view notInterleaved = "not-interleaved"; ///< improvement %, minimum %
inline constexpr std::string_view meansAndRanksDisagree = "means-and-ranks-disagree"; ///< improvement %, p
inline constexpr std::string_view evidenceTooWeak = "evidence-too-weak"; ///< p, p needed
inline constexpr std::string_view intervalTooWide = "interval-too-wide"; ///< low %, high % (99 %), margin %
inline constexpr std::string_view notEnoughData = "not-enough-data"; ///< none
inline constexpr std::string_view invalidSamples = "invalid-samples"; ///< none

// Warnings about a row.
inline constexpr std::string_view highVariation = "high-variation"; ///< CV %, threshold %
inline constexpr std::string_view noisy = "noisy"; ///< IQR % of the median, threshold %
inline constexpr std::string_view unreliable = "unreliable"; ///< IQR % of the median, threshold %
inline constexpr std::string_view drift = "drift"; ///< change over the measurement %, p
inline constexpr std::string_view bimodal =
    "bimodal"; ///< centre low s, centre high s, share of the high one %

inline constexpr std::array statistics{differenceShown, equivalenceShown, tooFewRounds, belowMinimumEffect,
    notInterleaved, meansAndRanksDisagree, evidenceTooWeak, intervalTooWide, notEnoughData, invalidSamples,
    highVariation, noisy, unreliable, drift, bimodal};

} // namespace inferometer::core::codes

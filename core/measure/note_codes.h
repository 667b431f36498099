// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

/// The closed list of what a measurement can fail to reach, and why it is void. Arguments are numbers as
/// locale-free text.
namespace inferometer::core::codes {

// Criteria that were not reached: what was reached, what was asked for.
inline constexpr std::string_view samplesNotReached = "samples-not-reached";
inline constexpr std::string_view roundsNotReached = "rounds-not-reached";
inline constexpr std::string_view timeNotReached = "time-not-reached"; ///< seconds
inline constexpr std::string_view intervalNotReached =
    "interval-not-reached"; ///< half-width %; "inf": unknown
inline constexpr std::string_view trendNotGone = "warm-up-trend-not-gone"; ///< inferences, seconds

// Why a measurement is void.
inline constexpr std::string_view suspended = "suspended"; ///< seconds asleep

// What disturbed the machine while it was measured on.
inline constexpr std::string_view othersBusy = "others-busy"; ///< % of the processors' time
inline constexpr std::string_view timeStolen = "time-stolen"; ///< % of the processors' time
inline constexpr std::string_view thermallyThrottled = "thermally-throttled"; ///< how often
inline constexpr std::string_view quotaThrottled = "quota-throttled"; ///< periods

inline constexpr std::array measuring{samplesNotReached, roundsNotReached, timeNotReached, intervalNotReached,
    trendNotGone, suspended, othersBusy, timeStolen, thermallyThrottled, quotaThrottled};

} // namespace inferometer::core::codes

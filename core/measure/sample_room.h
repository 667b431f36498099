// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/policy.h"

#include <algorithm>
#include <cstddef>

namespace inferometer::core {

/// All samples of a visit travel in one message and stand in one line of a run file, which end at 16 MiB and
/// at a million values. A sample is up to two numbers, by the host's clock and by the device's, of up to 25
/// bytes each: so many take 10 MB and 400,000 values.
inline constexpr int roomOfVisit = 200'000;
/// What else is recorded of a round, such as the state of the device, takes no more than so many samples.
inline constexpr int roomOfRound = 8;

/// What each of so many variants of a visit may take, in samples.
inline int roomOfVariant(std::size_t variants)
{
    return static_cast<int>(roomOfVisit / std::max<std::size_t>(1, variants));
}

/// What a variant may take under a policy; one that does not say it is of a single variant.
inline int sampleRoom(const Policy& policy)
{
    return policy.sampleRoom.value_or(roomOfVisit);
}

} // namespace inferometer::core

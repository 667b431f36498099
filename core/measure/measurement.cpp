// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/measurement.h"

namespace inferometer::core {

int SubjectRecord::samplesTaken() const
{
    int taken = 0;
    for (const auto& block : rounds)
        taken += static_cast<int>(block.samples_s.size());
    return taken;
}

Rounds keptRounds(const Measurement& measurement, std::size_t subject)
{
    Rounds rounds;
    if (measurement.voidedBecause)
        return rounds;
    for (const auto& block : measurement.subjects[subject].rounds)
        rounds.push_back(block.samples_s);
    return rounds;
}

} // namespace inferometer::core

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/subject.h"

#include "core/stats/summary.h"

#include <array>
#include <string>

namespace inferometer::core {

Result<Block> takeBlock(Subject& subject, int count)
{
    auto block = subject.block(count);
    if (!block)
        return block;
    const auto samples = std::ssize(block->samples_s);
    if (samples != count) {
        return Error{ErrorCode::ProtocolError,
            "A block of " + std::to_string(count) + " inferences came back with " + std::to_string(samples)
                + "."};
    }
    const std::array opening{block->opening_s};
    if (!areValidSamples(block->samples_s) || !areValidSamples(opening))
        return Error{ErrorCode::ProtocolError, "A block holds a duration that is not finite and above zero."};
    if (!block->device_s.empty() && block->device_s.size() != block->samples_s.size())
        return Error{ErrorCode::ProtocolError, "A block holds device times for only some of its inferences."};
    return block;
}

} // namespace inferometer::core

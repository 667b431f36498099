// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/runner_messages.h"
#include "tests/fuzz/fuzz.h"

namespace inferometer::fuzz {

using namespace core;

void fuzz(std::string_view input)
{
    if (const auto read = decodeEvent(input); read && read->event)
        require(decodeEvent(encode(read->job, read->sequence, *read->event)).isOk());
    if (const auto job = decodeJob(input))
        require(decodeJob(encode(*job)).isOk());
    (void)decodeGo(input);
}

} // namespace inferometer::fuzz

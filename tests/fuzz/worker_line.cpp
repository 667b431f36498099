// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/worker_messages.h"
#include "tests/fuzz/fuzz.h"

namespace inferometer::fuzz {

void fuzz(std::string_view input)
{
    const auto read = core::decodeWorkerEvent(input);
    require(read.isOk() || !read.error().detail.empty());
}

} // namespace inferometer::fuzz

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/peer_replies.h"
#include "tests/fuzz/fuzz.h"

namespace inferometer::fuzz {

using namespace engine;

namespace {

template <typename... Reply> void readAsEach(const std::string& line)
{
    const auto check = [](const auto& reply) {
        if (reply && !*reply)
            require(!core::isTimed(reply->failure().outcome));
    };
    (check(replyIn<Reply>(line)), ...);
}

} // namespace

void fuzz(std::string_view input)
{
    readAsEach<LoadedReply, FirstRunReply, OutputsReply, MemoryReply, BusyReply, BlockReply, CountersReply>(
        std::string(input));
}

} // namespace inferometer::fuzz

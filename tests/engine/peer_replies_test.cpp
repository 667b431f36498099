// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/peer_replies.h"

#include <gtest/gtest.h>

namespace inferometer::engine {
namespace {

TEST(PeerReplies, AReplyIsToldFromOtherMessages)
{
    const auto reply = replyIn<MemoryReply>(R"({"v":1,"type":"memory","peak_bytes":4096})");

    ASSERT_TRUE(reply && *reply);
    EXPECT_EQ((*reply)->peakBytes, 4096u);
    EXPECT_FALSE(replyIn<MemoryReply>(R"({"v":1,"type":"step","step":"compile"})"));
}

TEST(PeerReplies, WhatIsNoneIsAProtocolError)
{
    for (const auto* line : {"", "Segmentation fault", "[]", R"({"type":"block"})",
             R"({"type":"block","samples_s":"x","warmup_s":[]})", R"({"type":"failed"})",
             R"({"type":"failed","outcome":"measured","reason":{"code":"x"}})"}) {
        const auto reply = replyIn<BlockReply>(line);
        ASSERT_TRUE(reply && !*reply) << line;
        EXPECT_EQ(reply->failure().outcome, core::Outcome::ProtocolError) << line;
    }
}

} // namespace
} // namespace inferometer::engine

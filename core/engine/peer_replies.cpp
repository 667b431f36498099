// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/peer_replies.h"

#include "core/base/text.h"
#include "core/protocol/json.h"

namespace inferometer::engine {

using core::Json;
using core::Outcome;
namespace reasons = core::reasons;

namespace {

struct FailedReply {
    Outcome outcome = Outcome::Crashed;
    core::Note reason;
    std::string detail;
};

} // namespace

} // namespace inferometer::engine

namespace inferometer::core {

template <> struct Fields<engine::LoadedReply> {
    static constexpr auto all =
        std::tuple{Field{"load_s", &engine::LoadedReply::seconds, Presence::Required}};
};
template <> struct Fields<engine::FirstRunReply> {
    static constexpr auto all = std::tuple{
        Field{"seconds", &engine::FirstRunReply::seconds, Presence::Required},
        Field{"counters", &engine::FirstRunReply::counters},
        Field{"notes", &engine::FirstRunReply::notes},
    };
};
template <> struct Fields<engine::OutputsReply> {
    static constexpr auto all = std::tuple{Field{"unchanged", &engine::OutputsReply::isUnchanged}};
};
template <> struct Fields<engine::MemoryReply> {
    static constexpr auto all = std::tuple{Field{"peak_bytes", &engine::MemoryReply::peakBytes}};
};
template <> struct Fields<engine::BusyReply> {
    static constexpr auto all = std::tuple{Field{"busy_s", &engine::BusyReply::busy_s}};
};
template <> struct Fields<engine::BlockReply> {
    static constexpr auto all = std::tuple{
        Field{"samples_s", &engine::BlockReply::samples_s, Presence::Required},
        Field{"device_s", &engine::BlockReply::device_s},
        Field{"warmup_s", &engine::BlockReply::warmup_s, Presence::Required},
        Field{"minor_faults", &engine::BlockReply::minorFaults},
    };
};
template <> struct Fields<engine::FailedReply> {
    static constexpr auto all = std::tuple{
        Field{"outcome", &engine::FailedReply::outcome, Presence::Required},
        Field{"reason", &engine::FailedReply::reason, Presence::Required},
        Field{"detail", &engine::FailedReply::detail},
    };
};

} // namespace inferometer::core

namespace inferometer::engine {

namespace {

Failure broken(std::string_view detail)
{
    return failure(Outcome::ProtocolError, reasons::peerProtocol, {}, detail);
}

/// dynamo's counters stand among other fields of their message.
CountersReply countersIn(const Json& message)
{
    CountersReply reply;
    for (const auto* name : {"graphs", "graph_breaks", "recompiles", "cudagraph_skips"}) {
        if (const auto found = message.find(name); found != message.end() && found->is_number())
            reply.values[name] = found->get<double>();
    }
    return reply;
}

/// What figures of a Python process depend on. Its environment may be the user's own, with another torch.
std::map<std::string, std::string> versionsIn(const Json& environment)
{
    std::map<std::string, std::string> versions;
    for (const auto* name :
        {"python", "torch", "torch_git", "cuda", "transformers", "timm", "torchvision", "triton"}) {
        const auto found = environment.find(name);
        if (found == environment.end())
            continue;
        if (found->is_string())
            versions[name] = core::oneLine(found->get<std::string>(), 80);
        else if (found->is_null())
            versions[name] = "";
    }
    return versions;
}

template <typename Reply> Attempt<Reply> contentOf(const Json& message)
{
    if constexpr (std::is_same_v<Reply, CountersReply>) {
        return countersIn(message);
    } else {
        auto reply = core::fromJson<Reply>(message);
        if (!reply)
            return broken(reply.error().detail);
        if constexpr (std::is_same_v<Reply, LoadedReply>)
            reply->versions = versionsIn(message.value("environment", Json()));
        return *std::move(reply);
    }
}

Failure failureIn(const Json& message)
{
    auto reply = core::fromJson<FailedReply>(message);
    if (!reply)
        return broken(reply.error().detail);
    if (core::isTimed(reply->outcome))
        return broken("The Python process says that it failed and that it measured.");
    return {reply->outcome, std::move(reply->reason), std::move(reply->detail)};
}

} // namespace

template <typename Reply> std::optional<Attempt<Reply>> replyIn(const std::string& line)
{
    const auto message = core::parseJson(line);
    if (!message || !message->is_object())
        return broken(line);
    const auto type = message->value("type", Json());
    if (type == Reply::type)
        return contentOf<Reply>(*message);
    if (type == "failed")
        return failureIn(*message);
    return std::nullopt;
}

template std::optional<Attempt<LoadedReply>> replyIn(const std::string&);
template std::optional<Attempt<FirstRunReply>> replyIn(const std::string&);
template std::optional<Attempt<OutputsReply>> replyIn(const std::string&);
template std::optional<Attempt<MemoryReply>> replyIn(const std::string&);
template std::optional<Attempt<BusyReply>> replyIn(const std::string&);
template std::optional<Attempt<BlockReply>> replyIn(const std::string&);
template std::optional<Attempt<CountersReply>> replyIn(const std::string&);

} // namespace inferometer::engine

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/runner_messages.h"

#include "core/protocol/json.h"

#include <algorithm>

namespace inferometer::core {

namespace {

constexpr std::size_t maxVariants = 64;
constexpr int maxThreads = 4096;
constexpr int maxBatch = 1'000'000;

struct RunnerEnvelope {
    int version = 0;
    std::string job;
    int sequence = 0;
    std::string type;
};

Json envelope(const std::string& job, int sequence, std::string_view type)
{
    return Json{{"v", runnerProtocolVersion}, {"job", job}, {"seq", sequence}, {"type", std::string(type)}};
}

template <typename T> std::string lineOf(Json message, const T& content)
{
    message.update(writeJson(content));
    return toLine(message);
}

Error invalid(std::string detail)
{
    return Error{ErrorCode::ProtocolError, std::move(detail)};
}

} // namespace

template <> struct Fields<RunnerEnvelope> {
    static constexpr auto all = std::tuple{
        Field{"v", &RunnerEnvelope::version, Presence::Required},
        Field{"job", &RunnerEnvelope::job},
        Field{"seq", &RunnerEnvelope::sequence},
        Field{"type", &RunnerEnvelope::type, Presence::Required},
    };
};

namespace {

struct Message {
    RunnerEnvelope envelope;
    Json content;
};

Result<Message> decodeMessage(std::string_view line)
{
    auto json = parseJson(line);
    if (!json)
        return json.error();
    auto head = fromJson<RunnerEnvelope>(*json);
    if (!head)
        return head.error();
    if (head->version != runnerProtocolVersion)
        return invalid("The message has protocol version " + std::to_string(head->version) + ", not "
            + std::to_string(runnerProtocolVersion) + ".");
    return Message{*std::move(head), *std::move(json)};
}

std::string_view typeOf(const RunnerEvent& event)
{
    struct Name {
        std::string_view operator()(const HelloEvent&) const { return "hello"; }
        std::string_view operator()(const PhaseEvent&) const { return "phase"; }
        std::string_view operator()(const RoundEvent&) const { return "round"; }
        std::string_view operator()(const VisitResult&) const { return "result"; }
        std::string_view operator()(const VisitFailure&) const { return "failure"; }
    };
    return std::visit(Name{}, event);
}

template <typename T> Result<DecodedEvent> decodeContent(const Message& message)
{
    auto content = fromJson<T>(message.content, ErrorCode::ProtocolError, message.envelope.type + " message");
    if (!content)
        return content.error();
    DecodedEvent decoded{message.envelope.job, message.envelope.sequence, std::nullopt};
    decoded.event.emplace(*std::move(content));
    return decoded;
}

Result<void> checkJob(const VisitJob& job)
{
    const auto& work = job.workload;
    if (job.job.empty())
        return invalid("The job has no name.");
    if (work.batch < 1 || work.batch > maxBatch)
        return invalid("A batch of " + std::to_string(work.batch) + " is not possible.");
    if (work.device.index < 0)
        return invalid("The device has a negative index.");
    if (job.threads < 1 || job.threads > maxThreads)
        return invalid("The job asks for " + std::to_string(job.threads) + " threads.");
    if (job.variants.empty() || job.variants.size() > maxVariants)
        return invalid("The job has " + std::to_string(job.variants.size()) + " variants.");
    const auto needsPeer = [](const VariantJob& variant) { return variant.variant.engine == Engine::Python; };
    if (!job.peer && std::any_of(job.variants.begin(), job.variants.end(), needsPeer))
        return invalid("The job has a Python variant and does not say how to start Python.");
    return {};
}

} // namespace

std::string encode(const VisitJob& job)
{
    return lineOf(envelope(job.job, 0, "visit"), job);
}

std::string encodeGo(const std::string& job, int round)
{
    auto message = envelope(job, round + 1, "go");
    message["round"] = round;
    return toLine(message);
}

std::string encode(const std::string& job, int sequence, const RunnerEvent& event)
{
    return std::visit(
        [&](const auto& content) { return lineOf(envelope(job, sequence, typeOf(event)), content); }, event);
}

Result<VisitJob> decodeJob(std::string_view line)
{
    auto message = decodeMessage(line);
    if (!message)
        return message.error();
    if (message->envelope.type != "visit")
        return invalid("A job was expected, not '" + message->envelope.type + "'.");
    auto job = fromJson<VisitJob>(message->content, ErrorCode::ProtocolError, "job");
    if (!job)
        return job;
    if (const auto checked = checkJob(*job); !checked)
        return checked.error();
    return job;
}

Result<int> decodeGo(std::string_view line)
{
    auto message = decodeMessage(line);
    if (!message)
        return message.error();
    if (message->envelope.type != "go")
        return invalid("A go was expected, not '" + message->envelope.type + "'.");
    int round = 0;
    try {
        readJson(message->content.value("round", Json()), round);
    } catch (const std::exception& error) {
        return invalid(std::string("The round of a go ") + error.what() + ".");
    }
    return round;
}

Result<DecodedEvent> decodeEvent(std::string_view line)
{
    auto message = decodeMessage(line);
    if (!message)
        return message.error();
    const auto& type = message->envelope.type;
    if (type == "hello")
        return decodeContent<HelloEvent>(*message);
    if (type == "phase")
        return decodeContent<PhaseEvent>(*message);
    if (type == "round")
        return decodeContent<RoundEvent>(*message);
    if (type == "result")
        return decodeContent<VisitResult>(*message);
    if (type == "failure")
        return decodeContent<VisitFailure>(*message);
    return DecodedEvent{message->envelope.job, message->envelope.sequence, std::nullopt};
}

} // namespace inferometer::core

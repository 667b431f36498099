// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/worker_messages.h"

#include "core/protocol/json.h"

#include <exception>
#include <tuple>

namespace inferometer::core {

template <> struct Fields<WorkerStep> {
    static constexpr auto all = std::tuple{Field{"step", &WorkerStep::step, Presence::Required}};
};

template <> struct Fields<PreparedReply> {
    static constexpr auto all = std::tuple{
        Field{"export_s", &PreparedReply::export_s, Presence::Required},
        Field{"parameters", &PreparedReply::parameters},
        Field{"flops", &PreparedReply::flops},
        Field{"attention", &PreparedReply::attention},
    };
};

template <> struct Fields<CompiledReply> {
    static constexpr auto all = std::tuple{
        Field{"compile_s", &CompiledReply::compile_s, Presence::Required},
        Field{"export_s", &CompiledReply::export_s},
        Field{"notes", &CompiledReply::notes},
    };
};

template <> struct Fields<WorkerFailure> {
    static constexpr auto all = std::tuple{
        Field{"outcome", &WorkerFailure::outcome, Presence::Required},
        Field{"reason", &WorkerFailure::reason, Presence::Required},
        Field{"detail", &WorkerFailure::detail},
        Field{"log", &WorkerFailure::log},
    };
};

namespace {

/// What every message has beside its own fields.
struct WorkerEnvelope {
    int version = 0;
    std::string job;
    std::string type;
};

} // namespace

template <> struct Fields<WorkerEnvelope> {
    static constexpr auto all = std::tuple{
        Field{"v", &WorkerEnvelope::version, Presence::Required},
        Field{"job", &WorkerEnvelope::job},
        Field{"type", &WorkerEnvelope::type, Presence::Required},
    };
};

namespace {

Json textOrNull(const std::string& text)
{
    return text.empty() ? Json() : Json(text);
}

Json weightsOf(const WeightsSource& source)
{
    switch (source.kind) {
    case WeightsSource::Kind::Random:
        return {{"source", "random"}, {"seed", source.seed}};
    case WeightsSource::Kind::Hub:
        return {{"source", "hub"}, {"snapshot", source.snapshot}, {"revision", source.revision}};
    case WeightsSource::Kind::Download:
        return {{"source", "download"}, {"revision", nullptr}};
    case WeightsSource::Kind::Own:
        return {{"source", "own"}};
    }
    return {};
}

Json requestOf(const WorkerWorkload& workload, const std::string& job, const char* type)
{
    return Json{
        {"v", workerProtocolVersion},
        {"job", job},
        {"seq", 0},
        {"type", type},
        {"model", Json::parse(workload.modelEntry, nullptr, false)},
        {"dtype", writeJson(workload.workload.dtype)},
        {"batch", workload.workload.batch},
        {"device", toText(workload.workload.device)},
        {"threads", workload.threads},
        {"attention", writeJson(workload.attention)},
        {"layout", writeJson(workload.layout)},
        {"cuda", writeJson(workload.cuda)},
        {"weights", weightsOf(workload.weights)},
        {"image", Json{{"path", workload.image}, {"sha256", workload.imageSha256}}},
        {"sample_image", workload.sampleImage},
    };
}

/// Versions are texts; what is not installed is null and left out.
WorkerHello helloFrom(const Json& message)
{
    WorkerHello hello;
    const auto environment = message.value("environment", Json::object());
    if (!environment.is_object())
        throw JsonError("'environment' is not an object");
    for (const auto& [key, value] : environment.items()) {
        if (value.is_string())
            hello.environment[key] = value.get<std::string>();
        else if (!value.is_null())
            hello.environment[key] = value.dump();
    }
    return hello;
}

template <typename T> T contentOf(const Json& message)
{
    T content;
    readJson(message, content);
    return content;
}

std::optional<WorkerEvent> eventFrom(const std::string& type, const Json& message)
{
    if (type == "hello")
        return helloFrom(message);
    if (type == "step")
        return contentOf<WorkerStep>(message);
    if (type == "prepared")
        return contentOf<PreparedReply>(message);
    if (type == "compiled")
        return contentOf<CompiledReply>(message);
    if (type == "failed")
        return contentOf<WorkerFailure>(message);
    return std::nullopt;
}

} // namespace

std::string encode(const PrepareRequest& request, const std::string& job)
{
    auto message = requestOf(request.workload, job, "prepare");
    message["weights_in"] = textOrNull(request.weightsIn);
    message["weights_out"] = textOrNull(request.weightsOut);
    message["graph_out"] = request.graphOut;
    return toLine(message);
}

std::string encode(const CompileRequest& request, const std::string& job)
{
    auto message = requestOf(request.workload, job, "compile");
    message["weights_in"] = request.weightsIn;
    message["graph_in"] = request.graphIn;
    message["mode"] = writeJson(request.mode);
    message["frozen"] = request.frozen;
    message["package_out"] = request.packageOut;
    message["inductor_cache"] = request.inductorCache;
    return toLine(message);
}

std::string encodeQuit()
{
    return toLine(Json{{"v", workerProtocolVersion}, {"job", ""}, {"seq", 0}, {"type", "quit"}});
}

Result<DecodedWorkerEvent> decodeWorkerEvent(std::string_view line)
{
    const auto message = parseJson(line);
    if (!message)
        return message.error();
    const auto head = fromJson<WorkerEnvelope>(*message);
    if (!head)
        return head.error();
    if (head->version != workerProtocolVersion)
        return Error{ErrorCode::ProtocolError,
            "The worker speaks version " + std::to_string(head->version) + " of the protocol."};
    try {
        return DecodedWorkerEvent{head->job, eventFrom(head->type, *message)};
    } catch (const std::exception& error) {
        return Error{
            ErrorCode::ProtocolError, "The worker's message '" + head->type + "' " + error.what() + "."};
    }
}

} // namespace inferometer::core

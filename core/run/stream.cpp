// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/stream.h"

#include "core/protocol/json.h"
#include "core/run/device_facts_json.h"
#include "core/run/python_facts.h"
#include "core/store/record_json.h"
#include "core/store/run_lines.h"

namespace inferometer::core {

template <> struct Fields<StreamHello> {
    static constexpr auto all = std::tuple{
        Field{"stream", &StreamHello::stream, Presence::Required},
        Field{"schema_major", &StreamHello::schemaMajor, Presence::Required},
        Field{"schema_minor", &StreamHello::schemaMinor, Presence::Required},
        Field{"version", &StreamHello::version},
        Field{"torch", &StreamHello::torch},
        Field{"cores", &StreamHello::cores},
        Field{"devices", &StreamHello::devices},
    };
};

template <> struct Fields<StreamProgress> {
    static constexpr auto all = std::tuple{
        Field{"visit", &StreamProgress::visit, Presence::Required},
        Field{"step", &StreamProgress::step, Presence::Required},
        Field{"variant", &StreamProgress::variant},
        Field{"share", &StreamProgress::share},
    };
};

template <> struct Fields<StreamSession> {
    static constexpr auto all =
        std::tuple{Field{"environment", &StreamSession::environment, Presence::Required}};
};

template <> struct Fields<StreamClosed> {
    static constexpr auto all = std::tuple{Field{"ending", &StreamClosed::ending, Presence::Required}};
};

template <> struct Fields<FailureLog> {
    static constexpr auto all = std::tuple{
        Field{"visit", &FailureLog::visit, Presence::Required},
        Field{"variant", &FailureLog::variant},
        Field{"text", &FailureLog::text, Presence::Required},
    };
};

template <> struct Fields<Check> {
    static constexpr auto all = std::tuple{
        Field{"topic", &Check::topic, Presence::Required},
        Field{"state", &Check::state, Presence::Required},
        Field{"finding", &Check::finding},
        Field{"remedy", &Check::remedy},
    };
};

namespace {

constexpr std::string_view lineStart = "{\"type\":\"";

template <typename T> std::string sealed(std::string_view type, const T& value)
{
    return sealedLine(type, toLine(writeJson(value)));
}

template <typename T> std::optional<StreamMessage> read(const Json& json)
{
    auto value = fromJson<T>(json);
    return value ? std::optional<StreamMessage>(*std::move(value)) : std::nullopt;
}

std::optional<StreamMessage> messageOf(const std::string& type, const Json& json, std::string_view line)
{
    if (type == "hello")
        return read<StreamHello>(json);
    if (type == "progress")
        return read<StreamProgress>(json);
    if (type == "session")
        return read<StreamSession>(json);
    if (type == "closed")
        return read<StreamClosed>(json);
    if (type == "log")
        return read<FailureLog>(json);
    if (type == "note")
        return read<Note>(json);
    if (type == "check")
        return read<Check>(json);
    if (type != "record")
        return std::nullopt;
    auto message = read<VisitRecord>(json);
    if (message)
        std::get<VisitRecord>(*message).line = line;
    return message;
}

/// There, a relative path would begin somewhere else.
std::string absolute(const std::string& path)
{
    std::error_code ignored;
    return path.empty() ? path : std::filesystem::absolute(path, ignored).string();
}

} // namespace

StreamHello ownHello(const RunServices& services)
{
    StreamHello hello;
    hello.schemaMajor = schemaMajor;
    hello.schemaMinor = schemaMinor;
    hello.version = INFEROMETER_VERSION;
    hello.cores = usableCores(services.systemRoot);
    hello.devices = findDevices(services.systemRoot, services.driver);
    const auto& tools = services.tools;
    if (const auto stamp = pythonStamp(tools.python, tools.worker, services.systemRoot)) {
        if (const auto facts = readPythonFacts(services.paths.cache, *stamp))
            hello.torch = valueOf(*facts, "torch");
    }
    return hello;
}

std::optional<std::string> mismatchOf(const StreamHello& hello)
{
    // A later minor schema there only adds what is kept here as it is; an earlier one would not see what a
    // plan says.
    if (hello.stream == streamVersion && hello.schemaMajor == schemaMajor && hello.schemaMinor >= schemaMinor)
        return std::nullopt;
    const auto text = [](const std::string& version, int stream, int major, int minor) {
        return version + " (stream " + std::to_string(stream) + ", schema " + std::to_string(major) + "."
            + std::to_string(minor) + ")";
    };
    return "Inferometer there is " + text(hello.version, hello.stream, hello.schemaMajor, hello.schemaMinor)
        + " and here " + text(INFEROMETER_VERSION, streamVersion, schemaMajor, schemaMinor)
        + "; install the same version in both places.";
}

std::string encode(const StreamHello& hello)
{
    return sealed("hello", hello);
}

std::string encode(const StreamProgress& progress)
{
    return sealed("progress", progress);
}

std::string encode(const FailureLog& log)
{
    return sealed("log", FailureLog{log.visit, log.variant, std::string(keptText(log))});
}

std::string encode(const Note& note)
{
    return sealed("note", note);
}

std::string encode(const Check& check)
{
    return sealed("check", check);
}

std::optional<StreamMessage> decodeStreamLine(std::string_view line)
{
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    const auto start = line.find(lineStart);
    if (start == std::string_view::npos)
        return std::nullopt;
    line.remove_prefix(start);
    if (!isIntact(line))
        return std::nullopt;
    const auto json = parseJson(line);
    if (!json || !json->is_object())
        return std::nullopt;
    const auto type = json->value("type", Json());
    return type.is_string() ? messageOf(type.get<std::string>(), *json, line) : std::nullopt;
}

std::string planLine(const RunRecord& run)
{
    const auto header = parseJson(withoutCheck(headerLine(run)));
    auto json = header ? *header : Json::object();
    json.erase("type");
    auto plan = run.plan;
    plan.imagePath = absolute(plan.imagePath);
    plan.peerPython = absolute(plan.peerPython);
    json["plan"] = writeJson(plan);
    return sealedLine("header", toLine(json));
}

} // namespace inferometer::core

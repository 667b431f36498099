// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/run_lines.h"

#include "core/base/sha256.h"
#include "core/base/utc.h"
#include "core/store/record_json.h"

namespace inferometer::core {

namespace {

constexpr std::string_view checkStart = ",\"check\":\"";
constexpr std::size_t checkDigits = 16;
constexpr std::size_t tailLength = checkStart.size() + checkDigits + 2; // and the closing quote and brace

std::string lineOf(std::string_view type, const Json& content)
{
    return sealedLine(type, toLine(content));
}

/// A plan as a run file has it: what lies where on this machine is nobody else's business.
Json recordedPlan(const Plan& plan)
{
    auto json = writeJson(plan);
    json.erase("image_path");
    json.erase("peer_python");
    for (auto& model : json["models"])
        model["source"].erase("path");
    if (plan.models.empty())
        json.erase("models");
    return json;
}

} // namespace

template <> struct Fields<Attempt> {
    static constexpr auto all = std::tuple{
        Field{"visit", &Attempt::visit, Presence::Required},
        Field{"attempt", &Attempt::number},
        Field{"session", &Attempt::session},
        Field{"variants", &Attempt::variants},
    };
};

/// `type` comes first, so that a reader can tell lines apart without parsing them.
std::string sealedLine(std::string_view type, std::string_view content)
{
    auto text = "{\"type\":\"" + std::string(type) + "\"," + std::string(content.substr(1));
    const auto check = sha256(text).substr(0, checkDigits);
    text.pop_back();
    return text.append(checkStart).append(check).append("\"}");
}

std::string adoptedLine(std::string_view line, const VisitRecord& named)
{
    auto json = parseJson(line);
    if (!json || !json->is_object())
        return recordLine(named);
    json->erase("type");
    json->erase("check");
    (*json)["visit"] = named.visit;
    (*json)["workload"] = writeJson(named.workload);
    (*json)["target"] = named.target;
    (*json)["session"] = named.session;
    return lineOf("record", *json);
}

std::string headerLine(const RunRecord& run)
{
    return lineOf("header",
        Json{
            {"schema", Json{{"major", schemaMajor}, {"minor", schemaMinor}}},
            {"program", Json{{"name", "inferometer"}, {"version", INFEROMETER_VERSION}}},
            {"id", run.id},
            {"label", run.label},
            {"created_utc", run.created_utc},
            {"plan", recordedPlan(run.plan)},
            {"models", writeJson(run.models)},
            {"sample", run.isSample},
        });
}

std::string sessionLine(int session, const Environment& environment)
{
    return lineOf("session",
        Json{{"session", session}, {"started_utc", utcNow()}, {"environment", writeJson(environment)}});
}

std::string attemptLine(const Attempt& attempt)
{
    return lineOf("attempt", writeJson(attempt));
}

std::string recordLine(const VisitRecord& record)
{
    return lineOf("record", writeJson(record));
}

std::string labelLine(const std::string& label, const std::string& note)
{
    return lineOf("label", Json{{"label", label}, {"note", note}});
}

std::string closedLine(Ending ending)
{
    return lineOf("closed", Json{{"ending", writeJson(ending)}, {"closed_utc", utcNow()}});
}

std::string runText(const RunRecord& run)
{
    std::string text = headerLine(run) + '\n';
    for (std::size_t i = 0; i < run.sessions.size(); ++i)
        text += lineOf("session", Json{{"session", i}, {"environment", writeJson(run.sessions[i])}}) + '\n';
    for (const auto& visit : run.visits)
        text += (visit.line.empty() ? recordLine(visit) : visit.line) + '\n';
    if (!run.note.empty())
        text += labelLine(run.label, run.note) + '\n';
    return text + lineOf("closed", Json{{"ending", writeJson(run.ending)}}) + '\n';
}

bool isIntact(std::string_view line)
{
    if (line.size() <= tailLength || !line.ends_with("\"}"))
        return false;
    const auto tail = line.substr(line.size() - tailLength);
    if (!tail.starts_with(checkStart))
        return false;
    return sha256(withoutCheck(line)).starts_with(tail.substr(checkStart.size(), checkDigits));
}

std::string withoutCheck(std::string_view line)
{
    return std::string(line.substr(0, line.size() - tailLength)) + "}";
}

} // namespace inferometer::core

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/run_reader.h"

#include "core/base/files.h"
#include "core/base/numbers.h"
#include "core/base/text.h"
#include "core/store/record_json.h"
#include "core/store/run_lines.h"

#include <fstream>
#include <set>

namespace inferometer::core {

namespace {

constexpr std::size_t maxSessions = 10'000;

/// A line without its newline; `isWhole` tells whether the newline was there.
struct Line {
    std::string text;
    bool isWhole = false;
    bool isTooLong = false; ///< only its beginning was read
};

/// Nothing at the end of the input.
std::optional<Line> nextLine(std::istream& input)
{
    Line line;
    std::string& text = line.text;
    auto& buffer = *input.rdbuf();
    for (int c = buffer.sbumpc(); c != std::istream::traits_type::eof(); c = buffer.sbumpc()) {
        if (c == '\n') {
            line.isWhole = true;
            return line;
        }
        if (text.size() == maxLineBytes) {
            line.isTooLong = true;
            return line;
        }
        text += static_cast<char>(c);
    }
    return text.empty() ? std::nullopt : std::optional(std::move(line));
}

class Reader {
public:
    Reader(std::istream& input, std::string name, const RunLimits& limits)
        : m_input(input)
        , m_name(std::move(name))
        , m_limits(limits)
    {
    }

    Result<RunFile> read()
    {
        if (const auto header = readHeader(); !header)
            return header.error();
        while (auto line = nextLine(m_input)) {
            ++m_lines;
            if (line->isTooLong) // not a torn one: nothing behind it may be cut off
                return invalid(Note{"run-line-too-long", {std::to_string(m_lines)}});
            if (!line->isWhole)
                break;
            m_file.intactBytes += line->text.size() + 1;
            if (m_lines > m_limits.lines)
                return invalid(Note{"run-lines-too-many", {std::to_string(m_limits.lines)}});
            if (m_file.intactBytes > m_limits.bytes)
                return invalid(Note{"run-too-large", {std::to_string(m_limits.bytes)}});
            if (m_file.problems.size() == m_limits.problems)
                return invalid(Note{"run-damage-too-much", {}});
            if (const auto added = add(line->text); !added)
                m_file.problems.push_back(
                    Note{"run-line-left-out", {std::to_string(m_lines), m_name, added.error().detail}});
        }
        for (const auto& [visit, sessions] : m_open)
            m_file.openAttempts[visit] = static_cast<int>(sessions.size());
        return std::move(m_file);
    }

private:
    Error invalid(Note reason) const
    {
        return Error{ErrorCode::FileInvalid, std::vector{Note{"run-file-bad", {m_name}}, std::move(reason)}};
    }

    static Result<Json> parse(const std::string& line)
    {
        auto json = parseJson(line, ErrorCode::FileInvalid);
        if (!json)
            return json;
        if (!json->is_object() || !json->contains("type") || !(*json)["type"].is_string())
            return Error{ErrorCode::FileInvalid, "It is no object with a type."};
        return json;
    }

    Result<void> readHeader()
    {
        const auto line = nextLine(m_input);
        ++m_lines;
        if (!line || !line->isWhole)
            return invalid(Note{"run-without-line", {}});
        const auto json = parse(line->text);
        if (!json)
            return invalid(Note{"run-without-header", {}});
        if ((*json)["type"] != "header" || !json->contains("schema"))
            return invalid(Note{"run-without-header", {}});
        if (const auto checked = checkSchema((*json)["schema"]); !checked)
            return checked;
        if (!isIntact(line->text))
            return invalid(Note{"run-header-damaged", {}});
        m_file.intactBytes = line->text.size() + 1;
        return takeHeader(*json);
    }

    Result<void> checkSchema(const Json& schema) const
    {
        if (!schema.is_object() || !schema.contains("major") || !schema["major"].is_number_integer())
            return invalid(Note{"run-without-schema", {}});
        const auto major = schema["major"].get<std::int64_t>();
        if (major > schemaMajor)
            return Error{ErrorCode::SchemaTooNew,
                Note{"run-schema-too-new", {m_name, std::to_string(major), std::to_string(schemaMajor)}}};
        return major == schemaMajor ? Result<void>() : invalid(Note{"run-schema-unknown", {}});
    }

    Result<void> takeHeader(const Json& json)
    {
        auto& run = m_file.run;
        try {
            readJson(json.at("id"), run.id);
            readJson(json.at("created_utc"), run.created_utc);
            readJson(json.at("plan"), run.plan);
            readJson(json.value("models", Json::object()), run.models);
            readJson(json.value("label", Json("")), run.label);
            readJson(json.value("sample", Json(false)), run.isSample);
        } catch (const std::exception& error) {
            return invalid(Note{"run-header-bad", {error.what()}});
        }
        for (const auto& visit : run.plan.visits)
            m_planned.insert(visit.id);
        return {};
    }

    Result<void> add(const std::string& line)
    {
        if (!isIntact(line))
            return Error{ErrorCode::FileInvalid, "its check does not fit."};
        const auto json = parse(line);
        if (!json)
            return json.error();
        try {
            take((*json)["type"].get<std::string>(), *json, line);
        } catch (const std::exception& error) {
            return Error{ErrorCode::FileInvalid, std::string("it ") + error.what() + "."};
        }
        return {};
    }

    /// Types that this version does not know are no damage.
    void take(const std::string& type, const Json& json, const std::string& line)
    {
        auto& run = m_file.run;
        if (type == "session") {
            takeSession(json);
        } else if (type == "attempt") {
            takeAttempt(json);
        } else if (type == "record") {
            VisitRecord record;
            readJson(json, record);
            if (!m_planned.contains(record.visit))
                throw JsonError("belongs to no workload of the plan");
            record.line = line;
            m_open.erase(record.visit);
            addVisit(run, std::move(record));
            run.ending = Ending::Interrupted;
        } else if (type == "label") {
            readJson(json.at("label"), run.label);
            readJson(json.value("note", Json("")), run.note);
        } else if (type == "closed") {
            readJson(json.at("ending"), run.ending);
        }
    }

    void takeAttempt(const Json& json)
    {
        std::string visit;
        int session = 0;
        readJson(json.at("visit"), visit);
        readJson(json.value("session", Json(0)), session);
        m_open[visit].insert(session);
    }

    void takeSession(const Json& json)
    {
        auto& sessions = m_file.run.sessions;
        if (sessions.size() == maxSessions)
            throw JsonError("is one session too many");
        readJson(json.at("environment"), sessions.emplace_back());
        m_file.run.ending = Ending::Interrupted;
    }

    std::istream& m_input;
    std::string m_name;
    RunFile m_file;
    std::map<std::string, std::set<int>> m_open; ///< per visit: sessions that tried it since its last record
    RunLimits m_limits;
    std::set<std::string> m_planned; ///< visits
    std::size_t m_lines = 0;
};

} // namespace

Result<RunFile> readRun(std::istream& input, const std::string& name, const RunLimits& limits)
{
    return Reader(input, name, limits).read();
}

Result<RunFile> readRun(const std::filesystem::path& path)
{
    if (const auto file = openForReading(path); !file)
        return file.error();
    std::ifstream input(path, std::ios::binary);
    return readRun(input, "'" + path.filename().string() + "'");
}

Result<void> checkReadable(std::string_view line)
{
    if (const auto json = parseJson(line, ErrorCode::FileInvalid); !json)
        return Error{ErrorCode::StorageFailed, Note{"run-line-unreadable", {bytesText(line.size())}}};
    return {};
}

Result<Plan> readPlan(const std::filesystem::path& path)
{
    std::ifstream input(path, std::ios::binary);
    const auto header = nextLine(input);
    if (!header || !header->isWhole)
        return Error{ErrorCode::FileInvalid, Note{"run-without-line", {}}};
    return planFromText(header->text);
}

Result<Plan> planFromText(std::string_view text)
{
    const auto line = text.substr(0, text.find('\n'));
    auto json =
        parseJson(line.find("\"header\"") == std::string_view::npos ? text : line, ErrorCode::FileInvalid);
    if (!json)
        return Error{ErrorCode::FileInvalid, "The plan is not valid. " + json.error().detail};
    const bool holdsPlan =
        json->is_object() && json->contains("plan"); // a run's header, or what a dry run shows
    return fromJson<Plan>(holdsPlan ? json->value("plan", Json()) : *json, ErrorCode::FileInvalid, "plan");
}

std::string planText(const Plan& plan)
{
    return toLine(writeJson(plan));
}

} // namespace inferometer::core

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/child_process.h"
#include "core/protocol/runner_messages.h"
#include "tests/engine/jobs.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include <unistd.h>

namespace inferometer::tests {

/// A real runner and everything that it says.
class Conversation {
public:
    explicit Conversation(std::map<std::string, std::string> environment = {})
        : m_runner(started(std::move(environment)))
    {
        take(); // hello
    }

    int pid() const { return m_runner.pid(); }
    void say(const std::string& line) { EXPECT_TRUE(m_runner.writeLine(line)); }

    /// The next event, which is kept.
    std::optional<core::RunnerEvent> take()
    {
        const auto line = m_runner.readLine();
        if (!line)
            return std::nullopt;
        auto decoded = core::decodeEvent(*line);
        EXPECT_TRUE(decoded) << *line;
        if (!decoded || !decoded->event)
            return std::nullopt;
        EXPECT_EQ(decoded->sequence, static_cast<int>(events.size())) << "every message counts";
        events.push_back(*decoded->event);
        return events.back();
    }

    /// Everything up to the visit's end.
    core::RunnerEvent finish(const core::VisitJob& job)
    {
        say(encode(job));
        while (auto event = take()) {
            if (std::holds_alternative<core::VisitResult>(*event)
                || std::holds_alternative<core::VisitFailure>(*event)) {
                EXPECT_FALSE(m_runner.readLine()) << "nothing follows the end";
                EXPECT_EQ(m_runner.waitForEnd(), "exit 0");
                return *event;
            }
        }
        return core::VisitFailure{core::Outcome::Crashed, {}, m_runner.waitForEnd(), {}};
    }

    std::string waitForEnd() { return m_runner.waitForEnd(); }
    bool hasMore() { return m_runner.readLine().has_value(); }

    template <typename Event> std::vector<Event> all() const
    {
        std::vector<Event> found;
        for (const auto& event : events) {
            if (const auto* wanted = std::get_if<Event>(&event))
                found.push_back(*wanted);
        }
        return found;
    }

    std::vector<core::RunnerEvent> events;

private:
    static engine::ChildProcess started(std::map<std::string, std::string> environment)
    {
        environment.insert({{"OMP_NUM_THREADS", "1"}, {"MKL_NUM_THREADS", "1"}});
        environment["INFEROMETER_PARENT_PID"] = std::to_string(getpid());
        // In a session of its own, as the core starts it.
        auto runner = engine::ChildProcess::start({"setsid", TEST_RUNNER}, environment);
        EXPECT_TRUE(runner);
        return std::move(*runner);
    }

    engine::ChildProcess m_runner;
};

/// The rows of a visit that ended well.
inline std::vector<core::VariantResult> rowsOf(const core::RunnerEvent& event)
{
    if (const auto* failure = std::get_if<core::VisitFailure>(&event)) {
        ADD_FAILURE() << failure->reason.code << ": " << failure->detail;
        return std::vector<core::VariantResult>(8);
    }
    return std::get<core::VisitResult>(event).variants;
}

inline std::vector<double> samplesOf(const core::VariantResult& row)
{
    std::vector<double> samples;
    for (const auto& round : row.rounds)
        samples.insert(samples.end(), round.samples_s.begin(), round.samples_s.end());
    return samples;
}

} // namespace inferometer::tests

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/journal.h"

#include "core/base/numbers.h"
#include "core/plan/note_codes.h"
#include "core/store/run_reader.h"

namespace inferometer::core {

namespace {

constexpr double look_s = 2; // between two looks whether there is space

} // namespace

Journal::Journal(RunWriter writer, const RunServices& services, Loop& loop, std::stop_token stop,
    std::function<void(const Note&)> say)
    : m_writer(std::move(writer))
    , m_services(services)
    , m_loop(loop)
    , m_stop(std::move(stop))
    , m_say(std::move(say))
{
}

bool Journal::waitUntil(const std::function<bool()>& isMended, const Note& reason)
{
    const SteadyClock clock;
    const auto begin = clock.now();
    m_say(reason);
    while (seconds(clock.now() - begin) < m_services.pauseLimit_s) {
        const auto pause = std::min(look_s, std::max(m_services.pauseLimit_s / 10, 0.001));
        m_loop.runFor(nanoseconds(pause), [this] { return m_stop.stop_requested(); });
        if (m_stop.stop_requested())
            return false;
        if (isMended())
            return true;
    }
    return false;
}

Result<void> Journal::write(const std::string& line)
{
    if (auto readable = checkReadable(line); !readable) {
        m_failure = readable.error();
        return readable;
    }
    auto written = m_writer.append(line);
    if (written)
        return written;
    if (m_writer.isStream()) { // nobody reads it any more
        m_failure = written.error();
        return written;
    }
    const auto mend = [&] {
        written = m_writer.append(line);
        return written.isOk();
    };
    const auto space = freeSpace(m_writer.path().parent_path());
    const Note reason{std::string(codes::waitingForSpace),
        {"run", space ? bytesText(*space) : "0 B", bytesText(line.size())}};
    if (!waitUntil(mend, reason))
        m_failure = written.error();
    return written;
}

bool Journal::waitAfter(const std::string& failure, double& patience_s)
{
    const double pause = std::min(look_s, std::max(m_services.pauseLimit_s / 10, 0.001));
    if (m_failure || m_stop.stop_requested())
        return false;
    if (patience_s <= 0) {
        m_failure = Error(ErrorCode::StorageFailed, failure).followedBy(Note{"run-can-be-resumed", {}});
        return false;
    }
    if (patience_s >= m_services.pauseLimit_s) {
        const auto space = freeSpace(m_services.paths.cache);
        m_say(Note{std::string(codes::waitingForSpace),
            {"cache", bytesText(space ? *space : 0), bytesText(m_services.minFree_bytes)}});
    }
    patience_s -= pause;
    m_loop.runFor(nanoseconds(pause), [this] { return m_stop.stop_requested(); });
    return !m_stop.stop_requested();
}

bool Journal::hasSpace()
{
    std::uint64_t found = 0;
    const auto look = [&] {
        const auto space = freeSpace(m_services.paths.cache);
        found = space ? *space : 0;
        return found >= m_services.minFree_bytes;
    };
    if (m_failure)
        return false;
    if (look())
        return true;
    const Note reason{std::string(codes::waitingForSpace),
        {"cache", bytesText(found), bytesText(m_services.minFree_bytes)}};
    if (waitUntil(look, reason))
        return true;
    if (!m_stop.stop_requested())
        m_failure = Error{ErrorCode::StorageFailed,
            std::vector{Note{"space-for-cache-low", {bytesText(found), bytesText(m_services.minFree_bytes)}},
                Note{"run-can-be-resumed", {}}}};
    return false;
}

} // namespace inferometer::core

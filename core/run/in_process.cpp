// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/in_process.h"

#include "core/base/text.h"
#include "core/engine/engine.h"
#include "core/plan/note_codes.h"

#include <condition_variable>
#include <dlfcn.h>
#include <malloc.h>
#include <mutex>
#include <stop_token>
#include <thread>

namespace inferometer::core {

namespace {

using EntryPoint = engine::Engine* (*)();

VisitFailure notStarted(const char* reason)
{
    return {Outcome::LoadFailed, Note{std::string(codes::runnerNotStarted), {}},
        oneLine(reason ? reason : ""), std::nullopt};
}

/// Opened once and never closed: LibTorch does not survive being unloaded.
Result<engine::Engine*> openEngine(const std::filesystem::path& library)
{
    void* handle = ::dlopen(library.c_str(), RTLD_NOW | RTLD_LOCAL);
    auto* const symbol = handle ? ::dlsym(handle, "inferometerEngine") : nullptr;
    if (!symbol) {
        const char* reason = ::dlerror();
        return Error{ErrorCode::EnvironmentMissing,
            Note{"engine-not-loaded", {library.string(), reason ? reason : ""}}};
    }
    return reinterpret_cast<EntryPoint>(symbol)();
}

} // namespace

/// One visit on its thread; everything reaches the observer through the inbox, on the loop.
class InProcess::ActiveVisit : private engine::VisitClient {
public:
    ActiveVisit(Inbox& inbox, const std::filesystem::path& library, VisitJob job, VisitObserver observer)
        : m_inbox(inbox)
        , m_job(std::move(job))
        , m_observer(std::move(observer))
    {
        // A second thread's arena would give memory back after every inference; one arena behaves as in a
        // process of its own.
        ::mallopt(M_ARENA_MAX, 1);
        m_thread = std::jthread([this, library](const std::stop_token& stop) { measure(library, stop); });
    }

    void cancel() { m_thread.request_stop(); }

private:
    void measure(const std::filesystem::path& library, const std::stop_token& stop)
    {
        m_stop = stop;
        const auto opened = openEngine(library);
        if (!opened)
            return end(notStarted(opened.error().detail.c_str()));
        const engine::VisitOptions options{.hasOwnProcess = false};
        auto event = (*opened)->runVisit(m_job, *this, options, stop);
        if (stop.stop_requested())
            end(VisitFailure{Outcome::Cancelled, Note{std::string(codes::cancelled), {}}, {}, std::nullopt});
        else if (auto* result = std::get_if<VisitResult>(&event))
            end(std::move(*result));
        else if (auto* failure = std::get_if<VisitFailure>(&event))
            end(std::move(*failure));
        else
            end(VisitFailure{Outcome::ProtocolError,
                Note{std::string(codes::endedWithoutResult), {"measure"}}, {}, std::nullopt});
    }

    void end(std::variant<VisitResult, VisitFailure> content)
    {
        m_inbox.post([this, content = std::move(content)] {
            if (m_observer.ended)
                m_observer.ended(VisitEnd{content, {}});
        });
    }

    void phase(const PhaseEvent& event) override
    {
        m_inbox.post([this, event] {
            if (m_observer.phase)
                m_observer.phase(event);
        });
    }

    void round(const RoundEvent& event) override
    {
        ++m_roundsSent;
        m_inbox.post([this, event] {
            if (m_observer.round)
                m_observer.round(event);
            const std::lock_guard lock(m_mutex);
            ++m_roundsSeen;
            m_seen.notify_one();
        });
    }

    /// The loop may draw meanwhile; nothing else runs beside a block.
    void waitForGo(int /*round*/) override
    {
        std::unique_lock lock(m_mutex);
        m_seen.wait(lock, m_stop, [this] { return m_roundsSeen == m_roundsSent; });
    }

    Inbox& m_inbox;
    VisitJob m_job;
    VisitObserver m_observer;
    std::mutex m_mutex;
    std::condition_variable_any m_seen;
    std::stop_token m_stop; ///< of the visit's thread, and used by it only
    int m_roundsSent = 0; ///< by the visit's thread
    int m_roundsSeen = 0; ///< by the loop
    std::jthread m_thread; ///< last: joined before what it uses goes
};

InProcess::InProcess(Loop& loop, std::filesystem::path library)
    : m_library(std::move(library))
    , m_inbox(loop)
{
}

InProcess::~InProcess()
{
    m_visit.reset();
}

Executor::VisitId InProcess::start(const VisitJob& job, VisitObserver observer)
{
    m_visit.reset(); // the one before has ended; visits of one process never overlap
    m_visit = std::make_unique<ActiveVisit>(m_inbox, m_library, job, std::move(observer));
    return ++m_current;
}

Executor::VisitId InProcess::probe(const Device&, std::function<void(bool isAlive)> answered)
{
    m_inbox.post([answered = std::move(answered)] { answered(false); });
    return ++m_current;
}

void InProcess::cancel(VisitId visit)
{
    if (m_visit && visit == m_current)
        m_visit->cancel();
}

} // namespace inferometer::core

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/child_process.h"

#include "core/base/process_facts.h"
#include "core/base/text.h"
#include "core/protocol/runner_messages.h"
#include "core/run/line_reader.h"

#include <uv.h>

#include <array>
#include <cassert>
#include <csignal>
#include <cstring>
#include <unistd.h>

namespace inferometer::core {

namespace {

constexpr std::size_t maxLines = 2'000'000;
constexpr std::uint64_t grace_ms = 1500;
constexpr std::uint64_t killGrace_ms = 3000;
constexpr std::uint64_t drainGrace_ms = 500;

struct Write {
    uv_write_t request{};
    std::string content;
};

} // namespace

/// Lives until libuv has closed all its handles, which may be later than the owner's interest: the owner
/// waits.
class ChildProcess::Content {
public:
    Content(Loop& loop, ChildObserver observer)
        : m_loop(loop)
        , m_observer(std::move(observer))
    {
        auto* native = m_loop.native();
        uv_pipe_init(native, &m_input, 0);
        uv_pipe_init(native, &m_output, 0);
        uv_pipe_init(native, &m_error, 0);
        uv_timer_init(native, &m_timer);
        for (uv_handle_t* handle : handles())
            handle->data = this;
        m_process.data = this;
    }

    Result<void> spawn(const ChildCommand& command)
    {
        m_isGuarded = !command.guard.empty();
        m_isLauncher = command.isLauncher;
        const auto& file = m_isGuarded ? command.guard : command.program;
        std::vector<char*> arguments;
        if (m_isGuarded)
            arguments.push_back(const_cast<char*>(command.guard.c_str()));
        if (m_isGuarded && m_isLauncher)
            arguments.push_back(const_cast<char*>("--launcher"));
        arguments.push_back(const_cast<char*>(command.program.c_str()));
        for (const auto& argument : command.arguments)
            arguments.push_back(const_cast<char*>(argument.c_str()));
        arguments.push_back(nullptr);
        std::vector<char*> environment;
        for (const auto& variable : command.environment)
            environment.push_back(const_cast<char*>(variable.c_str()));
        environment.push_back(nullptr);
        std::array<uv_stdio_container_t, 3> streams = stdio();
        uv_process_options_t options{};
        options.file = file.c_str();
        options.args = arguments.data();
        options.env = environment.data();
        options.stdio = streams.data();
        options.stdio_count = static_cast<int>(streams.size());
        options.flags = UV_PROCESS_DETACHED; // a session of its own
        options.exit_cb = [](uv_process_t* process, std::int64_t code, int signal) {
            static_cast<Content*>(process->data)->onExit(static_cast<int>(code), signal);
        };
        const int failure = uv_spawn(m_loop.native(), &m_process, &options);
        m_hasProcessHandle = true; // libuv initialises it even when it fails
        if (failure != 0) {
            m_hasExited = true;
            m_isEnded = true;
            return Error{
                ErrorCode::ProcessFailed, Note{"process-not-started", {file.string(), uv_strerror(failure)}}};
        }
        m_number = m_process.pid;
        read(m_output);
        read(m_error);
        return {};
    }

    void send(std::string_view line)
    {
        if (m_isInputClosed || m_hasExited)
            return;
        auto* write = new Write; // freed in its call-back
        write->content = std::string(line) + "\n";
        write->request.data = write;
        const auto buffer = uv_buf_init(write->content.data(), static_cast<unsigned>(write->content.size()));
        const auto done = [](uv_write_t* request, int) { delete static_cast<Write*>(request->data); };
        if (uv_write(&write->request, stream(m_input), &buffer, 1, done) != 0)
            delete write;
    }

    void stop()
    {
        if (m_hasExited || m_isStopping)
            return;
        m_isStopping = true;
        ::kill(
            m_isGuarded ? m_number : -m_number, SIGTERM); // not reaped yet: the number is still the child's
        startTimer(grace_ms, [](uv_timer_t* timer) { static_cast<Content*>(timer->data)->kill(); });
    }

    void closeInput() { close(m_input, m_isInputClosed); }

    /// Cuts the life line: the guard kills everything below it and ends.
    void kill()
    {
        m_isStopping = true;
        closeInput();
        if (m_isLauncher)
            close(m_output, m_isOutputClosed);
        if (!m_hasExited && !m_isGuarded)
            ::kill(-m_number, SIGKILL);
        if (!m_hasExited)
            startTimer(killGrace_ms, [](uv_timer_t* timer) { static_cast<Content*>(timer->data)->giveUp(); });
    }

    /// Closes every handle and waits for libuv: afterwards nothing refers to this object.
    void release()
    {
        m_observer = {};
        if (!m_hasExited) {
            kill();
            m_loop.runUntil([this] { return m_isEnded; });
        }
        closeAll();
        m_loop.runUntil([this] { return m_openHandles == 0; });
    }

    int number() const { return m_number; }
    bool isEnded() const { return m_isEnded; }

private:
    std::array<uv_handle_t*, 4> handles()
    {
        return {reinterpret_cast<uv_handle_t*>(&m_input), reinterpret_cast<uv_handle_t*>(&m_output),
            reinterpret_cast<uv_handle_t*>(&m_error), reinterpret_cast<uv_handle_t*>(&m_timer)};
    }

    static uv_stream_t* stream(uv_pipe_t& pipe) { return reinterpret_cast<uv_stream_t*>(&pipe); }

    std::array<uv_stdio_container_t, 3> stdio()
    {
        std::array<uv_stdio_container_t, 3> streams{};
        streams[0].flags = static_cast<uv_stdio_flags>(UV_CREATE_PIPE | UV_READABLE_PIPE);
        streams[0].data.stream = stream(m_input);
        streams[1].flags = static_cast<uv_stdio_flags>(UV_CREATE_PIPE | UV_WRITABLE_PIPE);
        streams[1].data.stream = stream(m_output);
        streams[2].flags = static_cast<uv_stdio_flags>(UV_CREATE_PIPE | UV_WRITABLE_PIPE);
        streams[2].data.stream = stream(m_error);
        return streams;
    }

    void read(uv_pipe_t& pipe)
    {
        uv_read_start(
            stream(pipe),
            [](uv_handle_t* handle, std::size_t, uv_buf_t* buffer) {
                auto& own = static_cast<Content*>(handle->data)->m_buffer;
                *buffer = uv_buf_init(own.data(), static_cast<unsigned>(own.size()));
            },
            [](uv_stream_t* source, ssize_t count, const uv_buf_t* buffer) {
                static_cast<Content*>(source->data)->onRead(source, count, buffer->base);
            });
    }

    void onRead(uv_stream_t* source, ssize_t count, const char* bytes)
    {
        const bool isOutput = source == stream(m_output);
        if (count < 0) {
            close(isOutput ? m_output : m_error, isOutput ? m_isOutputClosed : m_isErrorClosed);
            finishWhenDrained();
        } else if (isOutput) {
            onOutput({bytes, static_cast<std::size_t>(count)});
        } else {
            m_errorTail.add({bytes, static_cast<std::size_t>(count)});
        }
    }

    void onOutput(std::string_view bytes)
    {
        const auto take = [this](std::string_view line) { return !m_observer.line || m_observer.line(line); };
        if (m_lines.add(bytes, take) || m_isBroken)
            return;
        m_isBroken = true; // read on, so that the child does not wait for its reader, and drop what comes
        if (m_observer.broken)
            m_observer.broken();
    }

    void onExit(int code, int signal)
    {
        m_hasExited = true;
        m_end.exitCode = code;
        m_end.signal = signal;
        uv_timer_stop(&m_timer);
        close(m_input, m_isInputClosed);
        killLeftovers();
        // What the child wrote before its end may still be in the pipes; something outside its session could
        // hold them open.
        startTimer(drainGrace_ms, [](uv_timer_t* timer) { static_cast<Content*>(timer->data)->finish(); });
        finishWhenDrained();
    }

    /// Where somebody killed the guard itself. The session's number stays taken while one of its processes
    /// lives; a living leader means that the number was given to somebody else since, whose processes are
    /// none of ours.
    void killLeftovers() const
    {
        if (processFacts(m_number))
            return;
        for (const auto& facts : processesOfSession(m_number))
            ::kill(facts.process, SIGKILL);
    }

    void giveUp()
    {
        m_end.isStuck = true;
        finish();
    }

    void finishWhenDrained()
    {
        if (m_hasExited && m_isOutputClosed && m_isErrorClosed)
            finish();
    }

    void finish()
    {
        if (m_isEnded)
            return;
        m_isEnded = true;
        uv_timer_stop(&m_timer);
        if (m_hasExited)
            killLeftovers(); // a process that was being forked during the first look
        m_end.errorOutput = m_errorTail.text();
        if (m_observer.ended)
            m_observer.ended(m_end);
    }

    void startTimer(std::uint64_t delay_ms, uv_timer_cb then)
    {
        uv_update_time(m_loop.native());
        uv_timer_start(&m_timer, then, delay_ms, 0);
    }

    void close(uv_pipe_t& pipe, bool& isClosed)
    {
        if (std::exchange(isClosed, true))
            return;
        closeHandle(reinterpret_cast<uv_handle_t*>(&pipe));
    }

    void closeHandle(uv_handle_t* handle)
    {
        ++m_openHandles;
        uv_close(handle, [](uv_handle_t* closed) { --static_cast<Content*>(closed->data)->m_openHandles; });
    }

    void closeAll()
    {
        close(m_input, m_isInputClosed);
        close(m_output, m_isOutputClosed);
        close(m_error, m_isErrorClosed);
        closeHandle(reinterpret_cast<uv_handle_t*>(&m_timer));
        if (m_hasProcessHandle)
            closeHandle(reinterpret_cast<uv_handle_t*>(&m_process));
    }

    Loop& m_loop;
    ChildObserver m_observer;
    uv_process_t m_process{};
    uv_pipe_t m_input{};
    uv_pipe_t m_output{};
    uv_pipe_t m_error{};
    uv_timer_t m_timer{};
    int m_number = 0;
    int m_openHandles = 0; ///< being closed
    bool m_hasProcessHandle = false;
    bool m_isGuarded = true;
    bool m_isLauncher = false;
    bool m_hasExited = false; ///< reaped
    bool m_isEnded = false; ///< reported
    bool m_isStopping = false;
    bool m_isBroken = false;
    bool m_isInputClosed = false;
    bool m_isOutputClosed = false;
    bool m_isErrorClosed = false;
    LineReader m_lines{maxLineBytes, maxLines};
    TailBuffer m_errorTail;
    ChildEnd m_end;
    std::array<char, 65536> m_buffer{};
};

ChildProcess::ChildProcess(std::unique_ptr<Content> content)
    : m_content(std::move(content))
{
}

Result<std::unique_ptr<ChildProcess>> ChildProcess::start(
    Loop& loop, const ChildCommand& command, ChildObserver observer)
{
    std::unique_ptr<ChildProcess> child(
        new ChildProcess(std::make_unique<Content>(loop, std::move(observer)))); // its constructor is private
    if (const auto spawned = child->m_content->spawn(command); !spawned)
        return spawned.error();
    return child;
}

ChildProcess::~ChildProcess()
{
    m_content->release();
}

int ChildProcess::process() const
{
    return m_content->number();
}

bool ChildProcess::hasEnded() const
{
    return m_content->isEnded();
}

void ChildProcess::send(std::string_view line)
{
    m_content->send(line);
}

void ChildProcess::closeInput()
{
    m_content->closeInput();
}

void ChildProcess::stop()
{
    m_content->stop();
}

void ChildProcess::kill()
{
    m_content->kill();
}

std::string lastLine(std::string output)
{
    while (!output.empty() && output.back() == '\n')
        output.pop_back();
    return oneLine(output.substr(output.rfind('\n') + 1));
}

std::vector<std::string> childEnvironment(const std::vector<std::pair<std::string, std::string>>& values)
{
    constexpr std::array<std::string_view, 17> dropped{"OMP_", "GOMP_", "KMP_", "MKL_", "OPENBLAS_", "PYTHON",
        "TORCH", "PYTORCH", "ATEN_", "DNNL_", "ONEDNN_", "MALLOC_", "GLIBC_TUNABLES", "TRITON_",
        "AOT_INDUCTOR", "CUBLAS_", "INFEROMETER_PARENT_PID"};
    std::vector<std::string> environment;
    for (char** variable = environ; variable && *variable; ++variable) {
        const std::string_view text(*variable);
        const bool isDropped = std::any_of(dropped.begin(), dropped.end(),
            [&](std::string_view prefix) { return text.starts_with(prefix); });
        const bool isReplaced = std::any_of(values.begin(), values.end(),
            [&](const auto& value) { return text.starts_with(value.first + "="); });
        if (!isDropped && !isReplaced)
            environment.emplace_back(text);
    }
    for (const auto& [name, value] : values)
        environment.push_back(name + "=" + value);
    return environment;
}

} // namespace inferometer::core

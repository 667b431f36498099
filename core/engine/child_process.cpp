// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/child_process.h"

#include "core/protocol/runner_messages.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace inferometer::engine {

using core::Error;
using core::ErrorCode;
using core::Result;

namespace {

constexpr std::chrono::milliseconds patience{1000};
constexpr std::chrono::milliseconds pollInterval{5};

struct Pipe {
    int reading = -1;
    int writing = -1;

    bool open()
    {
        int ends[2];
        if (pipe2(ends, O_CLOEXEC) != 0)
            return false;
        reading = ends[0];
        writing = ends[1];
        return true;
    }
};

void closeDescriptor(int& descriptor)
{
    if (descriptor >= 0)
        ::close(descriptor);
    descriptor = -1;
}

std::vector<std::string> mergedEnvironment(const std::map<std::string, std::string>& added)
{
    std::vector<std::string> all;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string_view text(*entry);
        if (!added.contains(std::string(text.substr(0, text.find('=')))))
            all.emplace_back(text);
    }
    for (const auto& [name, value] : added)
        all.push_back(name + "=" + value);
    return all;
}

std::vector<char*> pointersTo(std::vector<std::string>& texts)
{
    std::vector<char*> pointers;
    for (auto& text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

std::string endOf(int status)
{
    if (WIFSIGNALED(status))
        return "signal " + std::to_string(WTERMSIG(status));
    return "exit " + std::to_string(WEXITSTATUS(status));
}

} // namespace

Result<ChildProcess> ChildProcess::start(
    const std::vector<std::string>& command, const std::map<std::string, std::string>& environment)
{
    Pipe input;
    Pipe output;
    const auto hasPipes = input.open() && output.open();
    int pid = -1;
    int error = errno;
    if (hasPipes) {
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, input.reading, STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&actions, output.writing, STDOUT_FILENO);
        auto words = command;
        auto variables = mergedEnvironment(environment);
        error = posix_spawnp(&pid, words.front().c_str(), &actions, nullptr, pointersTo(words).data(),
            pointersTo(variables).data());
        posix_spawn_file_actions_destroy(&actions);
    }
    closeDescriptor(input.reading);
    closeDescriptor(output.writing);

    ChildProcess child;
    child.m_input = input.writing;
    child.m_output = output.reading;
    if (!hasPipes || error != 0)
        return Error{
            ErrorCode::ProcessFailed, command.front() + " cannot be started: " + std::strerror(error) + "."};
    child.m_pid = pid;
    return child;
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : m_pid(std::exchange(other.m_pid, -1))
    , m_input(std::exchange(other.m_input, -1))
    , m_output(std::exchange(other.m_output, -1))
    , m_buffer(std::move(other.m_buffer))
{
}

ChildProcess& ChildProcess::operator=(ChildProcess&& other) noexcept
{
    std::swap(m_pid, other.m_pid);
    std::swap(m_input, other.m_input);
    std::swap(m_output, other.m_output);
    std::swap(m_buffer, other.m_buffer);
    return *this;
}

ChildProcess::~ChildProcess()
{
    closeInput();
    closeDescriptor(m_output);
    if (m_pid > 0)
        waitForEnd();
}

void ChildProcess::closeInput()
{
    closeDescriptor(m_input);
}

bool ChildProcess::writeLine(const std::string& line)
{
    const auto text = line + '\n';
    std::string_view rest(text);
    while (!rest.empty()) {
        const auto count = ::write(m_input, rest.data(), rest.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        rest.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

std::optional<std::string> ChildProcess::readLine()
{
    std::array<char, 65536> chunk;
    for (std::size_t searched = 0;;) {
        if (const auto end = m_buffer.find('\n', searched); end != std::string::npos) {
            auto line = m_buffer.substr(0, end);
            m_buffer.erase(0, end + 1);
            return line;
        }
        searched = m_buffer.size();
        if (searched > core::maxLineBytes)
            return std::nullopt;
        const auto count = ::read(m_output, chunk.data(), chunk.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return std::nullopt;
        m_buffer.append(chunk.data(), static_cast<std::size_t>(count));
    }
}

std::string ChildProcess::waitForEnd()
{
    closeInput();
    int status = 0;
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (m_pid > 0) {
        const auto waited = waitpid(m_pid, &status, WNOHANG);
        if (waited == m_pid || (waited < 0 && errno == ECHILD)) {
            m_pid = -1;
        } else if (std::chrono::steady_clock::now() > deadline) {
            kill(m_pid, SIGKILL);
            waitpid(m_pid, &status, 0);
            m_pid = -1;
        } else {
            std::this_thread::sleep_for(pollInterval);
        }
    }
    return endOf(status);
}

} // namespace inferometer::engine

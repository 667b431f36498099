// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_rules.h"

#include "core/base/numbers.h"
#include "core/base/text.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <new>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>

namespace inferometer::fakes {

namespace fs = std::filesystem;

namespace {

std::string stateFolder()
{
    const char* folder = std::getenv("INFEROMETER_FAKE_STATE");
    return folder ? folder : "";
}

/// Takes one of a limited number of times; a file that can be created only once stands for each.
bool takeTime(const Facts& rule, std::size_t number)
{
    const auto found = rule.find("times");
    if (found == rule.end())
        return true;
    const auto limit = core::integerFrom(found->second).value_or(0);
    for (int i = 0; i < limit; ++i) {
        const auto path = stateFolder() + "/rule-" + std::to_string(number) + "-" + std::to_string(i);
        const int file = ::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
        if (file >= 0) {
            ::close(file);
            return true;
        }
    }
    return false;
}

[[noreturn]] void sleepForEver()
{
    while (true)
        std::this_thread::sleep_for(std::chrono::hours(1));
}

int recurse(int depth)
{
    volatile char wall[4096] = {};
    wall[depth % 4096] = static_cast<char>(depth);
    return depth < 0 ? wall[0] : recurse(depth + 1) + wall[depth % 4096];
}

/// A child, a grandchild that ignores SIGTERM in a session of its own, and a stopped great-grandchild. None
/// of them watches anything: a fork clears the death signal.
void leaveGenerationsBehind()
{
    if (::fork() != 0)
        return;
    if (::fork() == 0) {
        ::setsid();
        std::signal(SIGTERM, SIG_IGN);
        if (::fork() == 0) {
            record("generations", "all");
            record("hanging", "fork");
            ::raise(SIGSTOP);
        }
    }
    sleepForEver();
}

/// Also where a sanitizer would catch the signal and end in a way of its own.
void dieOf(int signal)
{
    ::signal(signal, SIG_DFL);
    ::raise(signal);
}

void withoutCoreFile()
{
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
}

} // namespace

Rules::Rules(const char* variable)
{
    const char* text = std::getenv(variable);
    for (const auto& part : core::split(text ? text : "", ';')) {
        Facts rule;
        for (const auto& pair : core::split(part, ',')) {
            const auto equals = pair.find('=');
            if (equals != std::string::npos)
                rule[pair.substr(0, equals)] = pair.substr(equals + 1);
        }
        m_rules.push_back(std::move(rule));
    }
}

std::optional<std::string> Rules::find(const std::string& key, const Facts& facts) const
{
    for (std::size_t i = 0; i < m_rules.size(); ++i) {
        const auto& rule = m_rules[i];
        const auto found = rule.find(key);
        if (found == rule.end())
            continue;
        bool fits = true;
        for (const auto& [name, value] : facts) {
            const auto condition = rule.find(name);
            fits = fits && (condition == rule.end() || condition->second == value);
        }
        if (fits && takeTime(rule, i))
            return found->second;
    }
    return std::nullopt;
}

double Rules::number(const std::string& key, double otherwise, const Facts& facts) const
{
    const auto found = find(key, facts);
    return found ? core::doubleFrom(*found).value_or(otherwise) : otherwise;
}

void record(const std::string& file, const std::string& line)
{
    if (!stateFolder().empty())
        std::ofstream(stateFolder() + "/" + file, std::ios::app) << line << std::endl;
}

void commit(const std::string& fault)
{
    withoutCoreFile();
    if (fault == "segv")
        dieOf(SIGSEGV);
    else if (fault == "abort")
        std::abort();
    else if (fault == "ill")
        dieOf(SIGILL);
    else if (fault == "bus")
        dieOf(SIGBUS);
    else if (fault == "kill")
        ::raise(SIGKILL);
    else if (fault == "terminate")
        std::terminate();
    else if (fault == "stack")
        std::exit(recurse(0) & 1);
    else if (fault == "exit3")
        ::_exit(3);
    else if (fault == "silent")
        ::_exit(0);
    else if (fault == "hang-deaf")
        std::signal(SIGTERM, SIG_IGN);
    else if (fault == "stopped")
        ::kill(0, SIGSTOP);
    else if (fault == "fork")
        leaveGenerationsBehind();
    else if (fault == "litter")
        return leaveGenerationsBehind();
    else if (fault == "bad-alloc") {
        static constexpr char text[] = "terminate called after throwing an instance of 'std::bad_alloc'\n";
        (void)!::write(2, text, sizeof text - 1);
        std::abort();
    }
    if (fault != "fork") // then the last generation says it
        record("hanging", fault);
    sleepForEver();
}

void dieWithParent()
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    const char* parent = std::getenv("INFEROMETER_PARENT_PID");
    if (parent && core::integerFrom(parent) != ::getppid())
        ::_exit(1);
}

} // namespace inferometer::fakes

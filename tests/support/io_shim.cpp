// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/// Loaded before a program by LD_PRELOAD: fails the Nth write, fsync or rename on files. INFEROMETER_SHIM is
/// "N" (once), "N+" (from then on) or "0" (never), then ":" and the number of the error; the count is written
/// to the file that INFEROMETER_SHIM_COUNT names. Children of the program are left alone.

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

namespace {

std::atomic<long> calls{0};
long failAt = 0;
bool failsOn = false;
int errorNumber = ENOSPC;
const char* countFile = nullptr; // of the environment, which nobody changes

template <typename Function> Function next(const char* name)
{
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

bool isFile(int descriptor)
{
    struct stat facts { };
    return ::fstat(descriptor, &facts) == 0 && (S_ISREG(facts.st_mode) || S_ISDIR(facts.st_mode));
}

bool mustFail()
{
    const long call = ++calls;
    const bool isHit = failAt > 0 && (call == failAt || (failsOn && call > failAt));
    if (isHit)
        errno = errorNumber;
    return isHit;
}

__attribute__((constructor)) void begin()
{
    const char* rule = std::getenv("INFEROMETER_SHIM");
    if (rule) {
        failAt = std::strtol(rule, nullptr, 10);
        failsOn = std::strchr(rule, '+') != nullptr;
        const char* colon = std::strchr(rule, ':');
        errorNumber = colon ? std::atoi(colon + 1) : ENOSPC;
    }
    countFile = std::getenv("INFEROMETER_SHIM_COUNT");
    ::unsetenv("LD_PRELOAD");
}

__attribute__((destructor)) void end()
{
    if (std::FILE* file = countFile ? std::fopen(countFile, "w") : nullptr) {
        failAt = 0;
        std::fprintf(file, "%ld\n", calls.load());
        std::fclose(file);
    }
}

} // namespace

extern "C" {

ssize_t write(int descriptor, const void* bytes, size_t size)
{
    static const auto original = next<ssize_t (*)(int, const void*, size_t)>("write");
    return isFile(descriptor) && mustFail() ? -1 : original(descriptor, bytes, size);
}

int fsync(int descriptor)
{
    static const auto original = next<int (*)(int)>("fsync");
    return isFile(descriptor) && mustFail() ? -1 : original(descriptor);
}

int rename(const char* from, const char* to)
{
    static const auto original = next<int (*)(const char*, const char*)>("rename");
    return mustFail() ? -1 : original(from, to);
}
}

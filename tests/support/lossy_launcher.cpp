// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/// A launcher over a bad line: `lossy_launcher SEED PERCENT COMMAND...` starts the command as ssh would on
/// another machine (nothing here ends it but the end of its streams) and passes its output on, with a banner
/// in front and garbage in between. With the given chance it breaks off at a random byte of the output.

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <random>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace {

void pass(const char* bytes, std::size_t count)
{
    while (count > 0) {
        const auto written = ::write(STDOUT_FILENO, bytes, count);
        if (written <= 0)
            ::_exit(255);
        bytes += written;
        count -= static_cast<std::size_t>(written);
    }
}

void pass(const std::string& text)
{
    pass(text.data(), text.size());
}

/// Counts in the folder that INFEROMETER_FAKE_STATE names: the same seed gives the same losses in every test
/// run.
unsigned connectionsSoFar(const std::string& seed)
{
    const char* folder = std::getenv("INFEROMETER_FAKE_STATE");
    if (!folder)
        return 0;
    const int file = ::open((std::string(folder) + "/connections-" + seed).c_str(),
        O_CREAT | O_RDWR | O_APPEND | O_CLOEXEC, 0600);
    const auto count = ::lseek(file, 0, SEEK_END);
    (void)!::write(file, ".", 1);
    ::close(file);
    return static_cast<unsigned>(count);
}

[[noreturn]] void beTheOtherMachine(char* command[], int output)
{
    ::setsid();
    ::dup2(output, STDOUT_FILENO);
    ::execvp(command[0], command);
    ::_exit(127);
}

} // namespace

int main(int argc, char* argv[])
{
    if (argc < 4)
        return 2;
    std::mt19937 random(static_cast<unsigned>(std::atoi(argv[1])) * 7919u + connectionsSoFar(argv[1]));
    const bool isLossy = static_cast<int>(random() % 100) < std::atoi(argv[2]);
    std::size_t left = isLossy ? 200 + random() % 60'000 : static_cast<std::size_t>(-1);
    std::array<int, 2> output{};
    if (::pipe2(output.data(), O_CLOEXEC) != 0)
        return 1;
    const auto child = ::fork();
    if (child == 0)
        beTheOtherMachine(argv + 3, output[1]);
    ::close(output[1]);
    pass(
        "Welcome to the other machine!\r\n{\"type\":\"record\",\"check\":\"0000000000000000\"}\nuser@host$ ");
    std::array<char, 4096> buffer{};
    for (ssize_t count = 0; (count = ::read(output[0], buffer.data(), buffer.size())) > 0;) {
        const auto size = std::min(static_cast<std::size_t>(count), left);
        pass(buffer.data(), size);
        left -= size;
        if (left == 0)
            ::_exit(255);
        if (buffer[size - 1] == '\n' && random() % 4 == 0)
            pass("\x07\xff{broken\n");
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 255;
}

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/// Stands in for libFuzzer where there is no clang: `fuzz_NAME CORPUS COUNT` gives the target every file of
/// the corpus and then COUNT mutations of them, always the same ones. The input that ends the process is kept
/// in the working folder.

#include "core/base/files.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <random>
#include <string>
#include <vector>

extern "C" __attribute__((weak)) void __sanitizer_set_death_callback(void (*callback)());

namespace {

namespace fs = std::filesystem;

constexpr std::size_t maxBytes = 1u << 20;

std::string input; // the one at work

void keepInput()
{
    std::ofstream("found-input", std::ios::binary) << input;
    std::fputs("the input at work is kept in 'found-input'\n", stderr);
}

void keepInputOfCrashes()
{
    if (__sanitizer_set_death_callback)
        __sanitizer_set_death_callback(keepInput);
    for (const int signal : {SIGABRT, SIGSEGV, SIGBUS, SIGFPE}) {
        struct sigaction action { };
        action.sa_handler = [](int number) {
            keepInput();
            std::raise(number);
        };
        action.sa_flags = static_cast<int>(SA_RESETHAND | SA_NODEFER);
        if (signal == SIGABRT || !__sanitizer_set_death_callback)
            ::sigaction(signal, &action, nullptr);
    }
}

class Mutator {
public:
    explicit Mutator(const std::vector<std::string>& corpus)
        : m_corpus(corpus)
    {
    }

    std::string next()
    {
        auto text = any(m_corpus);
        for (auto changes = below(4) + 1; changes > 0; --changes)
            change(text);
        text.resize(std::min(text.size(), maxBytes));
        return text;
    }

private:
    std::size_t below(std::size_t limit) { return m_random() % limit; }
    std::size_t place(const std::string& text) { return below(text.size() + 1); }

    template <typename List> const typename List::value_type& any(const List& list)
    {
        return list[below(list.size())];
    }

    void change(std::string& text)
    {
        constexpr std::array<std::string_view, 28> words{"null", "true", "-1", "0", "1e999", "-0.0",
            "18446744073709551616", "9223372036854775807", "\"", "\\", "\\u0000", "\\ud800", "{}", "[]",
            "[[[[[[[[", "{\"a\":", ",", ":", "\n", "\r\n", "=cmd()", "<b>", "../", "nan", "\xff\xfe",
            "\xe2\x80\xae", "OOM", "CUDA error"};
        const auto from = place(text);
        const auto length = std::min(below(16) + 1, text.size() - from);
        switch (below(7)) {
        case 0:
            if (length > 0)
                text[from] = static_cast<char>(text[from] ^ (1 << below(8)));
            break;
        case 1:
            text.insert(from, 1, static_cast<char>(below(256)));
            break;
        case 2:
            text.erase(from, length);
            break;
        case 3:
            text.insert(place(text), text.substr(from, below(200)));
            break;
        case 4:
            text.insert(from, any(words));
            break;
        case 5:
            text.replace(from, length, any(words));
            break;
        default: {
            const auto& other = any(m_corpus);
            text = text.substr(0, from) + other.substr(place(other));
        }
        }
    }

    const std::vector<std::string>& m_corpus;
    std::mt19937_64 m_random{1}; // NOLINT: the same inputs every time
};

std::vector<std::string> readCorpus(const fs::path& folder)
{
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder))
        files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<std::string> corpus;
    for (const auto& file : files)
        corpus.push_back(*inferometer::core::readFile(file, maxBytes));
    return corpus;
}

void give(std::string text)
{
    input = std::move(text);
    inferometer::fuzz::fuzz(input);
}

} // namespace

int main(int argc, char* argv[])
{
    if (argc != 3)
        return 2;
    const auto corpus = readCorpus(argv[1]);
    const long count = std::atol(argv[2]);
    inferometer::fuzz::require(!corpus.empty());
    keepInputOfCrashes();
    for (const auto& text : corpus)
        give(text);
    Mutator mutator(corpus);
    for (long i = 0; i < count; ++i)
        give(mutator.next());
    std::printf("%zu files, %ld mutations\n", corpus.size(), count);
    return 0;
}

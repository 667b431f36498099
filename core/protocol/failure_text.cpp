// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/failure_text.h"

#include <algorithm>
#include <array>

namespace inferometer::core {

namespace {

struct KnownText {
    std::string_view part;
    Outcome outcome;
};

// Device errors first: what follows a lost device often complains about memory too.
constexpr std::array knownTexts{
    KnownText{"an illegal memory access was encountered", Outcome::DeviceLost},
    KnownText{"unspecified launch failure", Outcome::DeviceLost},
    KnownText{"device-side assert triggered", Outcome::DeviceLost},
    KnownText{"misaligned address", Outcome::DeviceLost},
    KnownText{"an illegal instruction was encountered", Outcome::DeviceLost},
    KnownText{"hardware stack error", Outcome::DeviceLost},
    KnownText{"uncorrectable ECC error", Outcome::DeviceLost},
    KnownText{"GPU is lost", Outcome::DeviceLost},
    KnownText{"fallen off the bus", Outcome::DeviceLost},
    KnownText{"CUDA-capable device(s) is/are busy or unavailable", Outcome::DeviceLost},
    KnownText{"the launch timed out and was terminated", Outcome::DeviceLost},
    // c10's CPU allocator, oneDNN under a memory limit, the C++ library, CUDA's allocators and libraries.
    KnownText{"DefaultCPUAllocator: can't allocate memory", Outcome::OutOfMemory},
    KnownText{"DefaultCPUAllocator: not enough memory", Outcome::OutOfMemory},
    KnownText{"could not create a primitive", Outcome::OutOfMemory},
    KnownText{"could not create a memory", Outcome::OutOfMemory},
    KnownText{"std::bad_alloc", Outcome::OutOfMemory},
    KnownText{"Cannot allocate memory", Outcome::OutOfMemory},
    KnownText{"CUDA out of memory", Outcome::OutOfMemory},
    KnownText{"CUDA error: out of memory", Outcome::OutOfMemory},
    KnownText{"CUBLAS_STATUS_ALLOC_FAILED", Outcome::OutOfMemory},
    KnownText{"CUDNN_STATUS_ALLOC_FAILED", Outcome::OutOfMemory},
    KnownText{"Thread creation failed: Resource temporarily unavailable", Outcome::OutOfMemory},
    KnownText{"MemoryError", Outcome::OutOfMemory},
    KnownText{"no kernel image is available for execution", Outcome::Unsupported},
    KnownText{"CUDA driver version is insufficient", Outcome::Unsupported},
    KnownText{"The NVIDIA driver on your system is too old", Outcome::Unsupported},
    KnownText{"Found no NVIDIA driver on your system", Outcome::Unsupported},
    KnownText{"No CUDA GPUs are available", Outcome::Unsupported},
    KnownText{"no CUDA-capable device is detected", Outcome::Unsupported},
    KnownText{"the provided PTX was compiled with an unsupported toolchain", Outcome::Unsupported},
};

constexpr std::size_t maxDetailBytes = 500;

bool isContinuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

} // namespace

std::optional<Outcome> outcomeOfText(std::string_view text)
{
    for (const auto& known : knownTexts) {
        if (text.find(known.part) != std::string_view::npos)
            return known.outcome;
    }
    return std::nullopt;
}

std::string firstLine(std::string_view text)
{
    const auto begin = text.find_first_not_of("\r\n\t ");
    if (begin == std::string_view::npos)
        return {};
    text.remove_prefix(begin);
    std::string line(text.substr(0, text.find_first_of("\r\n")));
    if (line.size() > maxDetailBytes) {
        auto size = maxDetailBytes;
        while (size > 0 && isContinuation(line[size]))
            --size;
        line.resize(size);
    }
    std::ranges::replace_if(
        line, [](char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F; }, ' ');
    return line;
}

} // namespace inferometer::core

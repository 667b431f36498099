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
    const reasons::Reason* reason;
};

// Device errors first: what follows a lost device often complains about memory too. Where two libraries of
// CUDA say the same, both texts stand here: cudaGetErrorString's, and PyTorch's own.
constexpr std::array knownTexts{
    KnownText{"an illegal memory access was encountered", Outcome::DeviceLost, &reasons::deviceError},
    KnownText{"unspecified launch failure", Outcome::DeviceLost, &reasons::deviceError},
    KnownText{"device-side assert triggered", Outcome::DeviceLost, &reasons::deviceError},
    KnownText{"misaligned address", Outcome::DeviceLost, &reasons::deviceError},
    KnownText{"an illegal instruction was encountered", Outcome::DeviceLost, &reasons::deviceError},
    KnownText{"hardware stack error", Outcome::DeviceLost, &reasons::deviceError},
    KnownText{"uncorrectable ECC error", Outcome::DeviceLost, &reasons::deviceError},
    KnownText{"GPU is lost", Outcome::DeviceLost, &reasons::deviceError},
    KnownText{"fallen off the bus", Outcome::DeviceLost, &reasons::deviceError},
    KnownText{"the launch timed out and was terminated", Outcome::DeviceLost, &reasons::deviceError},
    KnownText{"busy or unavailable", Outcome::DeviceLost, &reasons::deviceBusy},
    // c10's CPU allocator, oneDNN under a memory limit, the C++ library, CUDA's allocators and libraries.
    KnownText{"DefaultCPUAllocator: can't allocate memory", Outcome::OutOfMemory, &reasons::hostMemory},
    KnownText{"DefaultCPUAllocator: not enough memory", Outcome::OutOfMemory, &reasons::hostMemory},
    KnownText{"could not create a primitive", Outcome::OutOfMemory, &reasons::hostMemory},
    KnownText{"could not create a memory", Outcome::OutOfMemory, &reasons::hostMemory},
    KnownText{"std::bad_alloc", Outcome::OutOfMemory, &reasons::hostMemory},
    KnownText{"Cannot allocate memory", Outcome::OutOfMemory, &reasons::hostMemory},
    KnownText{"CUDA out of memory", Outcome::OutOfMemory, &reasons::deviceMemory},
    KnownText{"CUDA error: out of memory", Outcome::OutOfMemory, &reasons::deviceMemory},
    KnownText{"CUDA driver error: out of memory", Outcome::OutOfMemory, &reasons::deviceMemory},
    KnownText{"CUBLAS_STATUS_ALLOC_FAILED", Outcome::OutOfMemory, &reasons::deviceMemory},
    KnownText{"CUDNN_STATUS_ALLOC_FAILED", Outcome::OutOfMemory, &reasons::deviceMemory},
    KnownText{"HIP out of memory", Outcome::OutOfMemory, &reasons::deviceMemory},
    KnownText{"Thread creation failed: Resource temporarily unavailable", Outcome::OutOfMemory,
        &reasons::hostMemory},
    KnownText{"MemoryError", Outcome::OutOfMemory, &reasons::hostMemory},
    KnownText{"no kernel image is available for execution", Outcome::Unsupported, &reasons::noKernelImage},
    KnownText{"the provided PTX was compiled with an unsupported toolchain", Outcome::Unsupported,
        &reasons::driverTooOld},
    KnownText{"CUDA driver version is insufficient", Outcome::Unsupported, &reasons::driverTooOld},
    KnownText{"The NVIDIA driver on your system is too old", Outcome::Unsupported, &reasons::driverTooOld},
    KnownText{"Found no NVIDIA driver on your system", Outcome::Unsupported, &reasons::driverMissing},
    KnownText{"No CUDA GPUs are available", Outcome::Unsupported, &reasons::deviceMissing},
    KnownText{"no CUDA-capable device is detected", Outcome::Unsupported, &reasons::deviceMissing},
    KnownText{"invalid device ordinal", Outcome::Unsupported, &reasons::deviceMissing},
};

constexpr std::size_t maxDetailBytes = 500;

bool isContinuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

} // namespace

std::optional<KnownFailure> knownFailure(std::string_view text)
{
    for (const auto& known : knownTexts) {
        if (text.find(known.part) != std::string_view::npos)
            return KnownFailure{known.outcome, *known.reason};
    }
    return std::nullopt;
}

std::optional<Outcome> outcomeOfText(std::string_view text)
{
    const auto known = knownFailure(text);
    return known ? std::optional(known->outcome) : std::nullopt;
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

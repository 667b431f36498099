// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/device/device_state.h"
#include "core/engine/failure.h"
#include "core/plan/workload.h"
#include "core/protocol/runner_messages.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace inferometer::engine {

/// Work recorded once on a device, to be repeated without the host taking part. From its making to `end` or
/// `abandon`, whatever is submitted goes to a stream beside the one that is measured.
class DeviceGraph {
public:
    virtual ~DeviceGraph() = default;
    /// Between these two, work is recorded and not done.
    virtual void begin() = 0;
    virtual void end() = 0;
    /// After a failure between them: the device must not stay in the recording.
    virtual void abandon() noexcept = 0;
    virtual void replay() = 0;
    /// Memory that is set aside on the device, for this graph and all else.
    virtual std::uint64_t reserved_bytes() const = 0;
};

/// What the engine needs of a device beside tensors. Calls throw what Torch throws.
class Accelerator {
public:
    virtual ~Accelerator() = default;

    virtual at::Device device() const = 0;
    virtual std::string name() const = 0;
    /// Of a CUDA device, as the compiler writes it: "90"; empty on a CPU.
    virtual std::string capability() const = 0;
    /// Returns when everything submitted so far has finished.
    virtual void synchronise() = 0;

    /// Frame the submission of one inference, for the device's own clock.
    virtual void begin() = 0;
    virtual void end() = 0;
    /// Seconds between the two on the device, asked after `synchronise`; nothing where there is no such
    /// clock.
    virtual std::optional<double> elapsed_s() = 0;

    /// Seconds that the device needs for what `submit` gives it, when all of it lies ready before the first
    /// part begins; the device is kept waiting for about `hold_s` meanwhile. Nothing where that cannot be
    /// done, or where submitting took longer.
    virtual std::optional<double> busy_s(const std::function<void()>& /*submit*/, double /*hold_s*/)
    {
        return std::nullopt;
    }
    /// Null where nothing but the work itself tells how the device fares.
    virtual std::unique_ptr<core::DeviceMonitor> monitor() const { return nullptr; }

    /// Begins anew to watch the memory in use.
    virtual void watchMemory() = 0;
    /// Its largest increase since then, also after a failure; nothing where it cannot be known.
    virtual std::optional<std::uint64_t> memoryReached() = 0;

    /// Throws on a device that has none.
    virtual std::unique_ptr<DeviceGraph> newGraph() = 0;
};

Attempt<std::unique_ptr<Accelerator>> openCpu();
/// Without CUDA in this build: a failure that says so.
Attempt<std::unique_ptr<Accelerator>> openCuda(int index, const core::CudaChoices& choices);
Attempt<std::unique_ptr<Accelerator>> openAccelerator(
    const core::Device& device, const core::CudaChoices& choices);

/// `openAccelerator`, or what stands for it.
using OpenAccelerator =
    std::function<Attempt<std::unique_ptr<Accelerator>>(const core::Device&, const core::CudaChoices&)>;

/// One device as LibTorch sees it.
struct CudaDeviceFacts {
    int index = 0;
    std::string name;
    std::uint64_t memory_bytes = 0;
    int capabilityMajor = 0;
    int capabilityMinor = 0;
    int multiprocessors = 0;
    std::string uuid; ///< to find the same device elsewhere in this process's lifetime; never stored
    std::string pciBus;
};

struct CudaFacts {
    bool isCompiledIn = false;
    std::string runtime; ///< "13.2"
    std::string driver; ///< newest CUDA version that the driver supports; empty without a driver
    std::vector<CudaDeviceFacts> devices;
    std::string whyNone; ///< one sentence when there is no device
};

CudaFacts cudaFacts();

} // namespace inferometer::engine

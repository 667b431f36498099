// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Everything of the engine that LibTorch calls CUDA, which ROCm's LibTorch has under the same or its own
// names: devices, streams, events, memory, graphs and packages.
#include "core/device/nvidia.h"
#include "core/engine/accelerator.h"
#include "core/engine/guarded.h"
#include "core/engine/package_runner.h"

#include <ATen/ATen.h>
#include <ATen/cuda/CUDAContext.h>
#include <ATen/cuda/CUDAEvent.h>
#include <ATen/cuda/CUDAGraph.h>
#include <ATen/cuda/Sleep.h>
#include <c10/cuda/CUDACachingAllocator.h>
#include <c10/cuda/CUDAFunctions.h>
#include <c10/cuda/CUDAGuard.h>
#include <c10/cuda/CUDAStream.h>
#include <torch/csrc/inductor/aoti_runner/model_container_runner_cuda.h>

#include <cuda_runtime_api.h>

#include <cstdio>

namespace inferometer::engine {

using core::Outcome;
namespace reasons = core::reasons;

namespace {

std::string versionText(int version)
{
    return std::to_string(version / 1000) + "." + std::to_string(version % 1000 / 10);
}

std::string hexadecimal(const char* bytes, std::size_t count)
{
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        char digits[3];
        std::snprintf(digits, sizeof digits, "%02x", static_cast<unsigned char>(bytes[i]));
        text += digits;
    }
    return text;
}

CudaDeviceFacts factsOf(int index)
{
    const auto* properties = at::cuda::getDeviceProperties(static_cast<c10::DeviceIndex>(index));
    char bus[16];
    std::snprintf(bus, sizeof bus, "%04x:%02x:%02x.0",
        static_cast<unsigned>(properties->pciDomainID) & 0xFFFFu,
        static_cast<unsigned>(properties->pciBusID) & 0xFFu,
        static_cast<unsigned>(properties->pciDeviceID) & 0xFFu);
    return {index, properties->name, properties->totalGlobalMem, properties->major, properties->minor,
        properties->multiProcessorCount, hexadecimal(properties->uuid.bytes, sizeof properties->uuid.bytes),
        bus};
}

class CudaGraph final : public DeviceGraph {
public:
    /// Recording is not possible on the default stream.
    explicit CudaGraph(c10::DeviceIndex index)
        : m_index(index)
    {
        const auto side = c10::cuda::getStreamFromPool(false, index);
        c10::cuda::device_synchronize(); // what the work reads was written on the other stream
        m_onSide.emplace(side);
    }

    void begin() override { m_graph->capture_begin(m_pool); }
    void end() override
    {
        m_graph->capture_end();
        m_onSide.reset();
    }
    void abandon() noexcept override
    {
        if (!guarded([this] { m_graph->capture_end(); })) // the first error is the one that tells
            giveUpPool();
        (void)cudaGetLastError();
        m_onSide.reset();
    }
    void replay() override { m_graph->replay(); }
    std::uint64_t reserved_bytes() const override
    {
        const auto all = static_cast<std::size_t>(c10::CachingAllocator::StatType::AGGREGATE);
        return static_cast<std::uint64_t>(
            c10::cuda::CUDACachingAllocator::getDeviceStats(m_index).reserved_bytes[all].current);
    }

private:
    /// A capture that cannot even be ended leaves its pool open, and as long as one is open the allocator
    /// does not give back what it has cached: others would run out of memory. Allocators keep pointers to the
    /// graph, so it stays.
    void giveUpPool() noexcept
    {
        (void)m_graph.release();
        (void)guarded([this] { c10::cuda::CUDACachingAllocator::endAllocateToPool(m_index, m_pool); });
        (void)guarded([this] { c10::cuda::CUDACachingAllocator::releasePool(m_index, m_pool); });
    }

    c10::DeviceIndex m_index;
    c10::MempoolId_t m_pool = at::cuda::graph_pool_handle();
    std::unique_ptr<at::cuda::CUDAGraph> m_graph = std::make_unique<at::cuda::CUDAGraph>();
    std::optional<c10::cuda::CUDAStreamGuard> m_onSide; ///< last: it ends first
};

class Cuda final : public Accelerator {
public:
    Cuda(int index, const core::CudaChoices& choices)
        : m_index(static_cast<c10::DeviceIndex>(index))
        , m_facts(factsOf(index))
    {
        at::globalContext().setAllowTF32CuBLAS(choices.tf32Matmul);
        at::globalContext().setAllowTF32CuDNN(choices.tf32Conv);
        at::globalContext().setBenchmarkCuDNN(choices.cudnnBenchmark);
        c10::cuda::set_device(m_index);
        c10::cuda::setCurrentCUDAStream(c10::cuda::getStreamFromPool(false, m_index));
        // The first use of a device creates its context; a device without kernels for it fails here.
        at::zeros({1}, at::TensorOptions().device(device())).add_(1);
        c10::cuda::device_synchronize();
    }

    at::Device device() const override { return {at::kCUDA, m_index}; }
    std::string name() const override { return m_facts.name; }
    std::string capability() const override
    {
        return std::to_string(m_facts.capabilityMajor * 10 + m_facts.capabilityMinor);
    }
    void synchronise() override { c10::cuda::device_synchronize(); }
    void begin() override { m_begin.record(); }
    void end() override { m_end.record(); }
    std::optional<double> elapsed_s() override { return m_begin.elapsed_time(m_end) / 1e3; }

    std::optional<double> busy_s(const std::function<void()>& submit, double hold_s) override
    {
        constexpr double fastestClock_hz = 3e9; // of any device so far: a slower one is held longer
        synchronise();
        at::cuda::sleep(static_cast<std::int64_t>(hold_s * fastestClock_hz));
        m_begin.record();
        submit();
        m_end.record();
        const bool wasHeld = !m_begin.query();
        synchronise();
        return wasHeld ? elapsed_s() : std::nullopt;
    }

    std::unique_ptr<core::DeviceMonitor> monitor() const override
    {
        return core::openNvidiaMonitor(m_facts.uuid);
    }

    void watchMemory() override
    {
        c10::cuda::device_synchronize();
        c10::cuda::CUDACachingAllocator::resetPeakStats(m_index);
        m_before = allocated().current;
    }
    std::optional<std::uint64_t> memoryReached() override
    {
        return static_cast<std::uint64_t>(std::max<std::int64_t>(0, allocated().peak - m_before));
    }

    std::unique_ptr<DeviceGraph> newGraph() override { return std::make_unique<CudaGraph>(m_index); }

private:
    c10::CachingAllocator::Stat allocated() const
    {
        const auto all = static_cast<std::size_t>(c10::CachingAllocator::StatType::AGGREGATE);
        return c10::cuda::CUDACachingAllocator::getDeviceStats(m_index).allocated_bytes[all];
    }

    c10::DeviceIndex m_index;
    std::int64_t m_before = 0; ///< bytes in use when watching began
    CudaDeviceFacts m_facts;
    at::cuda::CUDAEvent m_begin{cudaEventDefault};
    at::cuda::CUDAEvent m_end{cudaEventDefault};
};

} // namespace

CudaFacts cudaFacts()
{
    CudaFacts facts;
    facts.isCompiledIn = true;
    int version = 0;
    if (cudaRuntimeGetVersion(&version) == cudaSuccess)
        facts.runtime = versionText(version);
    version = 0;
    if (cudaDriverGetVersion(&version) == cudaSuccess && version > 0)
        facts.driver = versionText(version);

    int count = 0;
    if (const auto error = cudaGetDeviceCount(&count); error != cudaSuccess) {
        facts.whyNone = facts.driver.empty() ? "No NVIDIA driver is installed." : cudaGetErrorString(error);
        (void)cudaGetLastError();
        return facts;
    }
    if (count == 0)
        facts.whyNone = "The driver shows no CUDA device.";
    for (int index = 0; index < count; ++index) {
        auto device = guarded([&] { return factsOf(index); });
        if (device)
            facts.devices.push_back(*std::move(device));
        else if (facts.whyNone.empty())
            facts.whyNone = core::firstLine(device.error().detail);
    }
    return facts;
}

Attempt<std::unique_ptr<Accelerator>> openCuda(int index, const core::CudaChoices& choices)
{
    const auto facts = cudaFacts();
    const auto name = "cuda:" + std::to_string(index);
    if (facts.devices.empty() && facts.driver.empty())
        return failure(Outcome::Unsupported, reasons::driverMissing, {}, facts.whyNone);
    if (facts.devices.empty())
        return failureOf(core::Error{core::ErrorCode::DeviceNotFound, facts.whyNone}, Outcome::Unsupported,
            reasons::deviceMissing, {name});
    if (static_cast<std::size_t>(index) >= facts.devices.size())
        return failure(Outcome::Unsupported, reasons::deviceMissing, {name}, facts.whyNone);
    auto opened =
        guarded([&]() -> std::unique_ptr<Accelerator> { return std::make_unique<Cuda>(index, choices); });
    if (!opened)
        return failureOf(opened.error(), Outcome::DeviceLost, reasons::deviceError);
    return *std::move(opened);
}

std::unique_ptr<PackageRunner> openCudaPackage(
    const std::string& sharedObject, const at::Device& device, const std::string& folder, bool isForCapture)
{
    return std::make_unique<ContainerRunner<torch::inductor::AOTIModelContainerRunnerCuda>>(
        sharedObject, std::size_t{1}, device.str(), folder, isForCapture);
}

} // namespace inferometer::engine

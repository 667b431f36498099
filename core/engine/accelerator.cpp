// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/accelerator.h"

#include "core/engine/host_memory.h"

#include <c10/util/Exception.h>

#include <fstream>
#include <string>

namespace inferometer::engine {

namespace {

std::string processorName()
{
    std::ifstream info("/proc/cpuinfo");
    constexpr std::string_view key = "model name";
    for (std::string line; std::getline(info, line);) {
        const auto colon = line.find(": ");
        if (line.starts_with(key) && colon != std::string::npos)
            return line.substr(colon + 2);
    }
    return "CPU";
}

class Cpu final : public Accelerator {
public:
    at::Device device() const override { return at::kCPU; }
    std::string name() const override { return processorName(); }
    std::string capability() const override { return {}; }
    void synchronise() override { }
    void begin() override { }
    void end() override { }
    std::optional<double> elapsed_s() override { return std::nullopt; }
    void watchMemory() override { m_memory = MemoryWatch(); }
    std::optional<std::uint64_t> memoryReached() override { return m_memory.increase(); }
    std::unique_ptr<DeviceGraph> newGraph() override { TORCH_CHECK(false, "A CPU records no graphs."); }

private:
    MemoryWatch m_memory;
};

} // namespace

Attempt<std::unique_ptr<Accelerator>> openCpu()
{
    return std::unique_ptr<Accelerator>(std::make_unique<Cpu>());
}

Attempt<std::unique_ptr<Accelerator>> openAccelerator(
    const core::Device& device, const core::CudaChoices& choices)
{
    return device.kind == core::DeviceKind::Cpu ? openCpu() : openCuda(device.index, choices);
}

} // namespace inferometer::engine

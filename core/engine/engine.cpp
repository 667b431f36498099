// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine.h"

#include "core/engine/accelerator.h"
#include "core/engine/conditions.h"
#include "core/engine/visit.h"
#include "core/protocol/json.h"

#include <ATen/Version.h>
#include <ATen/native/DispatchStub.h>

namespace inferometer::engine {

namespace {

core::Json jsonOf(const CudaDeviceFacts& device)
{
    return {{"index", device.index}, {"name", device.name}, {"memory_bytes", device.memory_bytes},
        {"capability", std::to_string(device.capabilityMajor) + "." + std::to_string(device.capabilityMinor)},
        {"multiprocessors", device.multiprocessors}, {"uuid", device.uuid}, {"pci_bus", device.pciBus}};
}

class LinkedEngine final : public Engine {
public:
    core::RunnerEvent runVisit(const core::VisitJob& job, VisitClient& client, const VisitOptions& options,
        std::stop_token stop) override
    {
        return engine::runVisit(job, client, options, std::move(stop));
    }

    core::HelloEvent hello() const override { return {core::runnerProtocolVersion, torchVersions()}; }

    bool answers(const core::Device& device) const override
    {
        const auto opened = openAccelerator(device, {}); // makes a context, computes and waits for it
        return static_cast<bool>(opened);
    }

    std::string devicesLine() const override
    {
        const auto facts = cudaFacts();
        auto cuda = core::Json{{"compiled_in", facts.isCompiledIn}, {"runtime", facts.runtime},
            {"driver", facts.driver}, {"devices", core::Json::array()}, {"why_none", facts.whyNone}};
        for (const auto& device : facts.devices)
            cuda["devices"].push_back(jsonOf(device));
        const auto cpu = openCpu();
        return core::toLine({{"v", core::runnerProtocolVersion}, {"versions", torchVersions()},
            {"cpu", {{"name", (*cpu)->name()}, {"capability", at::get_cpu_capability()}}},
            {"cuda", std::move(cuda)}});
    }
};

} // namespace

} // namespace inferometer::engine

extern "C" inferometer::engine::Engine* inferometerEngine()
{
    static inferometer::engine::LinkedEngine engine;
    return &engine;
}

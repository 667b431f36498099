// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/cuda_devices.h"

#include <array>
#include <dlfcn.h>

namespace inferometer::core {

namespace {

// The driver's interface as far as it is needed here (CUDA driver API, stable since CUDA 4).
using Init = int (*)(unsigned);
using GetCount = int (*)(int*);
using Get = int (*)(int*, int);
using GetName = int (*)(char*, int, int);
using GetAttribute = int (*)(int*, int, int);
using GetMemory = int (*)(std::size_t*, int);
using GetVersion = int (*)(int*);

constexpr int capabilityMajor = 75;
constexpr int capabilityMinor = 76;

class Driver {
public:
    explicit Driver(const std::filesystem::path& systemRoot)
        : m_library(isLoaded(systemRoot) ? ::dlopen("libcuda.so.1", RTLD_NOW | RTLD_LOCAL) : nullptr)
    {
    }
    Driver(const Driver&) = delete;
    Driver& operator=(const Driver&) = delete;
    // Never closed: the driver starts threads of its own.

    template <typename Function> Function function(const char* name) const
    {
        return m_library ? reinterpret_cast<Function>(::dlsym(m_library, name)) : nullptr;
    }

private:
    static bool isLoaded(const std::filesystem::path& systemRoot)
    {
        std::error_code ignored;
        return std::filesystem::exists(systemRoot / "dev/nvidiactl", ignored)
            || std::filesystem::exists(systemRoot / "dev/dxg", ignored);
    }

    void* m_library;
};

std::string versionText(int version)
{
    return std::to_string(version / 1000) + "." + std::to_string(version % 1000 / 10);
}

DeviceFacts factsOf(const Driver& driver, int index, const std::string& version)
{
    DeviceFacts facts{Device{DeviceKind::Cuda, index}, "CUDA device", std::nullopt, {}, version};
    int device = 0;
    if (driver.function<Get>("cuDeviceGet")(&device, index) != 0)
        return facts;
    std::array<char, 256> name{};
    if (driver.function<GetName>("cuDeviceGetName")(name.data(), static_cast<int>(name.size()) - 1, device)
        == 0)
        facts.name = name.data();
    std::size_t bytes = 0;
    if (driver.function<GetMemory>("cuDeviceTotalMem_v2")(&bytes, device) == 0)
        facts.memory_bytes = bytes;
    int major = 0;
    int minor = 0;
    const auto attribute = driver.function<GetAttribute>("cuDeviceGetAttribute");
    if (attribute(&major, capabilityMajor, device) == 0 && attribute(&minor, capabilityMinor, device) == 0)
        facts.capability = std::to_string(major) + "." + std::to_string(minor);
    return facts;
}

} // namespace

std::vector<DeviceFacts> findCudaDevices(const std::filesystem::path& systemRoot)
{
    const Driver driver(systemRoot);
    for (const auto* name : {"cuInit", "cuDeviceGetCount", "cuDeviceGet", "cuDeviceGetName",
             "cuDeviceTotalMem_v2", "cuDeviceGetAttribute", "cuDriverGetVersion"}) {
        if (!driver.function<void*>(name))
            return {};
    }
    int count = 0;
    int version = 0;
    if (driver.function<Init>("cuInit")(0) != 0 || driver.function<GetCount>("cuDeviceGetCount")(&count) != 0)
        return {};
    driver.function<GetVersion>("cuDriverGetVersion")(&version);
    std::vector<DeviceFacts> devices;
    for (int index = 0; index < count; ++index)
        devices.push_back(factsOf(driver, index, versionText(version)));
    return devices;
}

} // namespace inferometer::core

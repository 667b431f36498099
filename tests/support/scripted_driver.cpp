// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scripted_driver.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdio>
#include <cstring>
#include <map>

namespace inferometer::tests {

namespace {

constexpr int notSupported = 3;
constexpr int notFound = 6;
constexpr int insufficientSize = 7;
constexpr int invalidDevice = 101;

ScriptedDriver* current = nullptr;

ScriptedDevice* at(int index)
{
    auto& devices = current->devices;
    return index >= 0 && index < static_cast<int>(devices.size()) ? &devices[static_cast<std::size_t>(index)]
                                                                  : nullptr;
}

// The driver API.

int init(unsigned)
{
    return current->cudaError;
}
int driverVersion(int* version)
{
    *version = 13000;
    return 0;
}
int deviceCount(int* count)
{
    *count = static_cast<int>(current->devices.size());
    return 0;
}
int deviceGet(int* device, int index)
{
    *device = index;
    return at(index) ? 0 : invalidDevice;
}
int deviceName(char* text, int room, int device)
{
    std::snprintf(text, static_cast<std::size_t>(room), "%s", at(device)->name.c_str());
    return 0;
}
int deviceMemory(std::size_t* bytes, int device)
{
    *bytes = at(device)->memory_bytes;
    return 0;
}
int deviceAttribute(int* value, int attribute, int device)
{
    const std::map<int, int> values{
        {16, at(device)->multiprocessors}, {75, at(device)->major}, {76, at(device)->minor}};
    *value = values.at(attribute);
    return 0;
}
int deviceUuid(char (*uuid)[16], int device)
{
    std::memset(*uuid, at(device)->mark, sizeof *uuid);
    return 0;
}
int devicePciBus(char* text, int room, int device)
{
    std::snprintf(
        text, static_cast<std::size_t>(room), "0000:%02x:00.0", static_cast<unsigned>(at(device)->bus));
    return 0;
}
int errorText(int error, const char** text)
{
    *text = error == 999 ? "unknown error" : "no CUDA-capable device is detected";
    return 0;
}

// NVML.

int nvmlInit()
{
    return 0;
}
int systemDriver(char* text, unsigned room)
{
    std::snprintf(text, room, "580.65.06");
    return 0;
}
int handleByUuid(const char* uuid, void** handle)
{
    for (auto& device : current->devices) {
        std::array<char, 48> own{};
        const auto m = static_cast<unsigned>(device.mark);
        std::snprintf(own.data(), own.size(),
            "%s-%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
            device.isSlice ? "MIG" : "GPU", m, m, m, m, m, m, m, m, m, m, m, m, m, m, m, m);
        if (std::strcmp(own.data(), uuid) == 0) {
            *handle = &device;
            return 0;
        }
    }
    return notFound;
}
ScriptedDevice& of(void* handle)
{
    return *static_cast<ScriptedDevice*>(handle);
}
int clockInfo(void* handle, int kind, unsigned* mhz)
{
    *mhz = kind == 1 ? of(handle).clock_mhz : 1215;
    return of(handle).isSlice ? notSupported : 0;
}
int temperature(void* handle, int, unsigned* degrees)
{
    const auto& script = of(handle).temperatures_c;
    const auto question = static_cast<std::size_t>(current->temperatureQuestions++);
    *degrees = script[std::min(question, script.size() - 1)];
    return of(handle).isSlice ? notSupported : 0;
}
int power(void* handle, unsigned* milliwatts)
{
    *milliwatts = of(handle).power_mw;
    return of(handle).isSlice ? notSupported : 0;
}
int reasons(void* handle, unsigned long long* bits)
{
    *bits = of(handle).slowedBy;
    return of(handle).isSlice ? notSupported : 0;
}
int energy(void* handle, unsigned long long* millijoules)
{
    auto& counter = of(handle).energy_mj;
    if (!counter)
        return notSupported;
    *millijoules = *counter;
    *counter += of(handle).energyStep_mj;
    return 0;
}
int displayActive(void* handle, unsigned* isActive)
{
    *isActive = of(handle).drivesDisplay ? 1 : 0;
    return 0;
}
int processes(void* handle, unsigned* count, void*)
{
    *count = of(handle).processes;
    return *count > 0 ? insufficientSize : 0;
}

struct MemoryInfo {
    unsigned long long total, free, used;
};
int memoryInfo(void* handle, MemoryInfo* memory)
{
    const auto& device = of(handle);
    *memory = {device.memory_bytes, device.memory_bytes - device.used_bytes, device.used_bytes};
    return 0;
}

template <typename Function> void* pointer(Function* function)
{
    return reinterpret_cast<void*>(function);
}

const std::map<std::string, void*>& functions()
{
    static const std::map<std::string, void*> all{
        {"cuInit", pointer(init)},
        {"cuDriverGetVersion", pointer(driverVersion)},
        {"cuDeviceGetCount", pointer(deviceCount)},
        {"cuDeviceGet", pointer(deviceGet)},
        {"cuDeviceGetName", pointer(deviceName)},
        {"cuDeviceTotalMem_v2", pointer(deviceMemory)},
        {"cuDeviceGetAttribute", pointer(deviceAttribute)},
        {"cuDeviceGetUuid_v2", pointer(deviceUuid)},
        {"cuDeviceGetPCIBusId", pointer(devicePciBus)},
        {"cuGetErrorString", pointer(errorText)},
        {"nvmlInit_v2", pointer(nvmlInit)},
        {"nvmlSystemGetDriverVersion", pointer(systemDriver)},
        {"nvmlDeviceGetHandleByUUID", pointer(handleByUuid)},
        {"nvmlDeviceGetClockInfo", pointer(clockInfo)},
        {"nvmlDeviceGetTemperature", pointer(temperature)},
        {"nvmlDeviceGetPowerUsage", pointer(power)},
        {"nvmlDeviceGetCurrentClocksEventReasons", pointer(reasons)},
        {"nvmlDeviceGetCurrentClocksThrottleReasons", pointer(reasons)},
        {"nvmlDeviceGetTotalEnergyConsumption", pointer(energy)},
        {"nvmlDeviceGetDisplayActive", pointer(displayActive)},
        {"nvmlDeviceGetComputeRunningProcesses_v3", pointer(processes)},
        {"nvmlDeviceGetMemoryInfo", pointer(memoryInfo)},
    };
    return all;
}

} // namespace

ScriptedDriver::ScriptedDriver(std::vector<ScriptedDevice> scripted)
    : devices(std::move(scripted))
{
    assert(current == nullptr);
    current = this;
}

ScriptedDriver::~ScriptedDriver()
{
    current = nullptr;
}

core::DriverSymbols ScriptedDriver::symbols() const
{
    return [this](const char* library, const char* function) -> void* {
        const bool isOfLibrary =
            (std::string(function).rfind("nvml", 0) == 0) == (std::string(library) == core::nvmlLibrary);
        const auto found = functions().find(function);
        if (!isOfLibrary || missing.contains(library) || missing.contains(function)
            || found == functions().end())
            return nullptr;
        return found->second;
    };
}

std::vector<ScriptedDevice> guideDevices()
{
    std::vector<ScriptedDevice> devices(3);
    devices[0].name = "NVIDIA A100-SXM4-40GB";
    devices[0].bus = 0x81; // the fastest comes first for CUDA, and last on the bus
    devices[1].name = "Tesla V100-SXM2-16GB";
    devices[1].major = 7;
    devices[1].multiprocessors = 80;
    devices[1].memory_bytes = std::size_t{16} << 30;
    devices[1].mark = 'b';
    devices[1].bus = 0x41;
    devices[2].name = "Tesla T4";
    devices[2].major = 7;
    devices[2].minor = 5;
    devices[2].multiprocessors = 40;
    devices[2].memory_bytes = std::size_t{15} << 30;
    devices[2].mark = 'c';
    devices[2].bus = 0x21;
    return devices;
}

} // namespace inferometer::tests

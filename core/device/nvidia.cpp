// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/device/nvidia.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <dlfcn.h>
#include <filesystem>
#include <map>
#include <span>

namespace inferometer::core {

namespace {

// The driver API as far as it is needed here; these functions kept their form since CUDA 4 (UUIDs:
// CUDA 11.4).
namespace cu {
using Init = int(unsigned);
using Number = int(int*);
using Get = int(int*, int);
using Text = int(char*, int, int);
using Attribute = int(int*, int, int);
using Memory = int(std::size_t*, int);
using Uuid = int(char (*)[16], int);
using ErrorText = int(int, const char**);

constexpr int multiprocessors = 16;
constexpr int capabilityMajor = 75;
constexpr int capabilityMinor = 76;
} // namespace cu

// NVML likewise: its header is in no wheel. A device is a pointer, an enumeration an int, success is 0.
namespace nvml {
using Device = void*;
using Init = int();
using Version = int(char*, unsigned);
using ByUuid = int(const char*, Device*);
using Clock = int(Device, int, unsigned*);
using Temperature = int(Device, int, unsigned*);
using Number = int(Device, unsigned*);
using Long = int(Device, unsigned long long*);
using Processes = int(Device, unsigned*, void*);
struct MemoryInfo {
    unsigned long long total, free, used; // bytes; what the driver keeps for itself is in use
};
using Memory = int(Device, MemoryInfo*);

constexpr int insufficientSize = 7;
constexpr int multiprocessorClock = 1;
constexpr int memoryClock = 2;
constexpr int coreSensor = 0;
constexpr unsigned versionLength = 80;

/// Reasons for a lower clock (nvmlClocksEventReasons); an idle device and clocks that the user set are none.
struct Reason {
    unsigned long long bit;
    const char* word;
};
constexpr std::array reasons{
    Reason{0x04, "power-cap"},
    Reason{0x08, "hw-slowdown"},
    Reason{0x10, "sync-boost"},
    Reason{0x20, "sw-thermal"},
    Reason{0x40, "hw-thermal"},
    Reason{0x80, "power-brake"},
    Reason{0x100, "display-clock"},
};
} // namespace nvml

template <typename Function>
Function* find(const DriverSymbols& symbols, const char* library, const char* name)
{
    return reinterpret_cast<Function*>(symbols(library, name));
}

/// "13.2" for 13020, as CUDA counts its versions.
std::string versionText(int version)
{
    return std::to_string(version / 1000) + "." + std::to_string(version % 1000 / 10);
}

std::string hexadecimal(std::span<const char> bytes)
{
    std::string text;
    for (const char byte : bytes) {
        std::array<char, 3> digits{};
        std::snprintf(digits.data(), digits.size(), "%02x", static_cast<unsigned char>(byte));
        text += digits.data();
    }
    return text;
}

/// "GPU-8a1c…" as NVML and the environment write it.
std::string namedUuid(const std::string& prefix, const std::string& digits)
{
    std::string text = prefix;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i == 8 || i == 12 || i == 16 || i == 20)
            text += '-';
        text += digits[i];
    }
    return text;
}

/// NVML, as far as it is there.
class Nvml {
public:
    explicit Nvml(const DriverSymbols& symbols)
        : m_symbols(symbols)
    {
        const auto init = function<nvml::Init>("nvmlInit_v2");
        m_isReady = init && init() == 0; // counted and never undone: this process asks until it ends
    }

    std::string driverVersion() const
    {
        std::array<char, nvml::versionLength> text{};
        const auto ask = function<nvml::Version>("nvmlSystemGetDriverVersion");
        return m_isReady && ask && ask(text.data(), nvml::versionLength - 1) == 0 ? text.data() : "";
    }

    nvml::Device device(const std::string& prefix, const std::string& uuid) const
    {
        nvml::Device device = nullptr;
        const auto ask = function<nvml::ByUuid>("nvmlDeviceGetHandleByUUID");
        const bool isFound =
            m_isReady && ask && !uuid.empty() && ask(namedUuid(prefix, uuid).c_str(), &device) == 0;
        return isFound ? device : nullptr;
    }

    template <typename Function> Function* function(const char* name) const
    {
        return find<Function>(m_symbols, nvmlLibrary, name);
    }

private:
    DriverSymbols m_symbols;
    bool m_isReady = false;
};

class NvmlMonitor final : public DeviceMonitor {
public:
    NvmlMonitor(const Nvml& library, nvml::Device device)
        : m_device(device)
        , m_clock(library.function<nvml::Clock>("nvmlDeviceGetClockInfo"))
        , m_temperature(library.function<nvml::Temperature>("nvmlDeviceGetTemperature"))
        , m_power(library.function<nvml::Number>("nvmlDeviceGetPowerUsage"))
        , m_reasons(library.function<nvml::Long>("nvmlDeviceGetCurrentClocksEventReasons"))
        , m_energy(library.function<nvml::Long>("nvmlDeviceGetTotalEnergyConsumption"))
        , m_processes(library.function<nvml::Processes>("nvmlDeviceGetComputeRunningProcesses_v3"))
        , m_memory(library.function<nvml::Memory>("nvmlDeviceGetMemoryInfo"))
    {
        if (!m_reasons) // its name before driver 535
            m_reasons = library.function<nvml::Long>("nvmlDeviceGetCurrentClocksThrottleReasons");
    }

    DeviceState state() override
    {
        DeviceState state;
        unsigned value = 0;
        if (m_clock && m_clock(m_device, nvml::multiprocessorClock, &value) == 0)
            state.clock_mhz = value;
        if (m_clock && m_clock(m_device, nvml::memoryClock, &value) == 0)
            state.memoryClock_mhz = value;
        if (m_temperature && m_temperature(m_device, nvml::coreSensor, &value) == 0)
            state.temperature_c = value;
        if (m_power && m_power(m_device, &value) == 0)
            state.power_w = value / 1e3;
        nvml::MemoryInfo memory{};
        if (m_memory && m_memory(m_device, &memory) == 0)
            state.memory_bytes = static_cast<double>(memory.used);
        unsigned long long bits = 0;
        if (m_reasons && m_reasons(m_device, &bits) == 0) {
            for (const auto& reason : nvml::reasons) {
                if ((bits & reason.bit) != 0)
                    state.slowedBy.emplace_back(reason.word);
            }
        }
        return state;
    }

    std::optional<double> energy_j() override
    {
        unsigned long long millijoules = 0;
        if (!m_energy || m_energy(m_device, &millijoules) != 0)
            return std::nullopt;
        return static_cast<double>(millijoules) / 1e3;
    }

    std::optional<int> processes() override
    {
        unsigned count = 0; // without room for a list the answer is their number
        const int code = m_processes ? m_processes(m_device, &count, nullptr) : -1;
        if (code != 0 && code != nvml::insufficientSize)
            return std::nullopt;
        return static_cast<int>(count);
    }

private:
    nvml::Device m_device;
    nvml::Clock* m_clock;
    nvml::Temperature* m_temperature;
    nvml::Number* m_power;
    nvml::Long* m_reasons;
    nvml::Long* m_energy;
    nvml::Processes* m_processes;
    nvml::Memory* m_memory;
};

/// CUDA's driver API with all that is needed of it, or nothing.
struct Driver {
    explicit Driver(const DriverSymbols& symbols)
        : init(find<cu::Init>(symbols, cudaDriverLibrary, "cuInit"))
        , version(find<cu::Number>(symbols, cudaDriverLibrary, "cuDriverGetVersion"))
        , count(find<cu::Number>(symbols, cudaDriverLibrary, "cuDeviceGetCount"))
        , device(find<cu::Get>(symbols, cudaDriverLibrary, "cuDeviceGet"))
        , name(find<cu::Text>(symbols, cudaDriverLibrary, "cuDeviceGetName"))
        , memory(find<cu::Memory>(symbols, cudaDriverLibrary, "cuDeviceTotalMem_v2"))
        , attribute(find<cu::Attribute>(symbols, cudaDriverLibrary, "cuDeviceGetAttribute"))
        , uuid(find<cu::Uuid>(symbols, cudaDriverLibrary, "cuDeviceGetUuid_v2"))
        , pciBus(find<cu::Text>(symbols, cudaDriverLibrary, "cuDeviceGetPCIBusId"))
        , errorText(find<cu::ErrorText>(symbols, cudaDriverLibrary, "cuGetErrorString"))
    {
    }

    bool isWhole() const { return init && version && count && device && name && memory && attribute; }

    int valueOf(int attributeNumber, int handle) const
    {
        int value = 0;
        return attribute(&value, attributeNumber, handle) == 0 ? value : 0;
    }

    std::string textOf(int error) const
    {
        const char* text = nullptr;
        const bool isKnown = errorText && errorText(error, &text) == 0 && text;
        return isKnown ? std::string(text) : "CUDA driver error " + std::to_string(error);
    }

    cu::Init* init;
    cu::Number* version;
    cu::Number* count;
    cu::Get* device;
    cu::Text* name;
    cu::Memory* memory;
    cu::Attribute* attribute;
    cu::Uuid* uuid;
    cu::Text* pciBus;
    cu::ErrorText* errorText;
};

NvidiaDevice factsOf(const Driver& driver, int index)
{
    NvidiaDevice facts;
    facts.index = index;
    int handle = 0;
    if (driver.device(&handle, index) != 0)
        return facts;
    std::array<char, 256> text{};
    constexpr int room = static_cast<int>(text.size()) - 1;
    if (driver.name(text.data(), room, handle) == 0)
        facts.name = text.data();
    std::size_t bytes = 0;
    if (driver.memory(&bytes, handle) == 0)
        facts.memory_bytes = bytes;
    const int major = driver.valueOf(cu::capabilityMajor, handle);
    if (major > 0)
        facts.capability =
            std::to_string(major) + "." + std::to_string(driver.valueOf(cu::capabilityMinor, handle));
    facts.multiprocessors = driver.valueOf(cu::multiprocessors, handle);
    char uuid[16] = {};
    if (driver.uuid && driver.uuid(&uuid, handle) == 0)
        facts.uuid = hexadecimal(uuid);
    text.fill('\0');
    if (driver.pciBus && driver.pciBus(text.data(), room, handle) == 0)
        facts.pciBus = text.data();
    return facts;
}

void addNvmlsAccount(const Nvml& library, NvidiaDevice& facts)
{
    facts.isSlice = library.device("MIG-", facts.uuid) != nullptr;
    const auto device = library.device("GPU-", facts.uuid);
    const auto ask = library.function<nvml::Number>("nvmlDeviceGetDisplayActive");
    unsigned isActive = 0;
    facts.drivesDisplay = device && ask && ask(device, &isActive) == 0 && isActive != 0;
}

} // namespace

DriverSymbols installedDriver()
{
    return [opened = std::make_shared<std::map<std::string, void*>>()](
               const char* library, const char* function) -> void* {
        std::error_code ignored;
        // Where no driver is loaded its libraries, which a container may hold all the same, can only fail.
        if (!std::filesystem::exists("/dev/nvidiactl", ignored)
            && !std::filesystem::exists("/dev/dxg", ignored))
            return nullptr;
        const auto [found, isNew] = opened->try_emplace(library, nullptr);
        if (isNew)
            found->second = ::dlopen(library, RTLD_NOW | RTLD_LOCAL);
        return found->second ? ::dlsym(found->second, function) : nullptr;
    };
}

NvidiaFacts findNvidiaDevices(const DriverSymbols& symbols)
{
    NvidiaFacts facts;
    const Driver driver(symbols);
    if (!driver.isWhole())
        return facts;
    int version = 0;
    if (driver.version(&version) == 0 && version > 0)
        facts.cuda = versionText(version);
    int count = 0;
    int error = driver.init(0);
    if (error == 0)
        error = driver.count(&count);
    if (error != 0) {
        facts.problem = driver.textOf(error);
        return facts;
    }
    const Nvml library(symbols);
    facts.driver = library.driverVersion();
    for (int index = 0; index < count; ++index) {
        facts.devices.push_back(factsOf(driver, index));
        addNvmlsAccount(library, facts.devices.back());
    }
    return facts;
}

bool hasCodeFor(std::string_view architectures, std::string_view capability)
{
    const auto numberOf = [](std::string_view digits) -> std::optional<int> {
        int number = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        return error == std::errc() && end != digits.data() ? std::optional(number) : std::nullopt;
    };
    const auto dot = capability.find('.');
    const auto major = numberOf(capability.substr(0, dot));
    const auto minor = dot == std::string_view::npos ? std::nullopt : numberOf(capability.substr(dot + 1));
    if (!major || !minor)
        return false;
    const int own = *major * 10 + *minor;
    while (!architectures.empty()) {
        const auto space = architectures.find(' ');
        const auto word = architectures.substr(0, space);
        architectures.remove_prefix(space == std::string_view::npos ? architectures.size() : space + 1);
        const bool isMachineCode = word.starts_with("sm_");
        const auto made = numberOf(word.substr(std::min(word.size(), word.find('_') + 1)));
        if (made && *made <= own && (!isMachineCode || *made / 10 == *major))
            return true;
    }
    return false;
}

std::unique_ptr<DeviceMonitor> openNvidiaMonitor(const std::string& uuid, const DriverSymbols& symbols)
{
    const Nvml library(symbols);
    for (const auto* prefix : {"GPU-", "MIG-"}) {
        if (const auto device = library.device(prefix, uuid))
            return std::make_unique<NvmlMonitor>(library, device);
    }
    return nullptr;
}

} // namespace inferometer::core

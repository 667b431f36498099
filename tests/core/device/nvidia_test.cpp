// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/device/nvidia.h"
#include "core/run/device_list.h"
#include "core/run/machine.h"
#include "tests/support/scripted_driver.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

using namespace inferometer::core;
using inferometer::tests::guideDevices;
using inferometer::tests::ScriptedDriver;

namespace {

std::vector<DeviceFacts> devicesOf(const ScriptedDriver& driver)
{
    const inferometer::tests::TemporaryFolder emptyRoot;
    return findDevices(emptyRoot.path(), driver.symbols());
}

std::unique_ptr<DeviceMonitor> monitorOf(const ScriptedDriver& driver, std::size_t index)
{
    return openNvidiaMonitor(findNvidiaDevices(driver.symbols()).devices.at(index).uuid, driver.symbols());
}

TEST(Nvidia, FindsDevicesInTheOrderOfCuda)
{
    const ScriptedDriver driver(guideDevices());

    const auto found = findNvidiaDevices(driver.symbols());

    ASSERT_EQ(found.devices.size(), 3u);
    EXPECT_EQ(found.cuda, "13.0");
    EXPECT_EQ(found.driver, "580.65.06");
    EXPECT_EQ(found.devices[1].name, "Tesla V100-SXM2-16GB");
    EXPECT_EQ(found.devices[1].capability, "7.0");
    EXPECT_EQ(found.devices[1].multiprocessors, 80);
    EXPECT_EQ(found.devices[1].memory_bytes, std::uint64_t{16} << 30);
    EXPECT_EQ(found.devices[2].pciBus, "0000:21:00.0");
}

TEST(Nvidia, MatchesNvmlsDevicesByUuidAndNotByTheirNumber)
{
    ScriptedDriver driver(guideDevices());
    driver.devices[0].clock_mhz = 1410;
    driver.devices[2].clock_mhz = 585;
    driver.devices[2].drivesDisplay = true;

    EXPECT_EQ(monitorOf(driver, 0)->state().clock_mhz, 1410);
    EXPECT_EQ(monitorOf(driver, 2)->state().clock_mhz, 585);
    EXPECT_FALSE(findNvidiaDevices(driver.symbols()).devices[0].drivesDisplay);
    EXPECT_TRUE(findNvidiaDevices(driver.symbols()).devices[2].drivesDisplay);
}

TEST(Nvidia, ASliceIsNamedAndTellsLittle)
{
    auto devices = guideDevices();
    devices[0].name = "NVIDIA A100-SXM4-40GB MIG 1g.5gb";
    devices[0].isSlice = true;
    devices[0].energy_mj.reset();
    const ScriptedDriver driver(devices);

    const auto monitor = monitorOf(driver, 0);

    EXPECT_TRUE(findNvidiaDevices(driver.symbols()).devices[0].isSlice);
    EXPECT_FALSE(findNvidiaDevices(driver.symbols()).devices[1].isSlice);
    ASSERT_TRUE(monitor);
    EXPECT_FALSE(monitor->state().clock_mhz);
    EXPECT_FALSE(monitor->energy_j());
    EXPECT_TRUE(monitor->state().slowedBy.empty());
}

TEST(Nvidia, WithoutNvmlThereAreDevicesAndNoMonitor)
{
    ScriptedDriver driver(guideDevices());
    driver.missing = {nvmlLibrary};

    EXPECT_EQ(findNvidiaDevices(driver.symbols()).devices.size(), 3u);
    EXPECT_EQ(findNvidiaDevices(driver.symbols()).driver, "");
    EXPECT_FALSE(monitorOf(driver, 0));
}

TEST(Nvidia, AnOldNvmlTellsWhatItCan)
{
    ScriptedDriver driver(guideDevices());
    driver.devices[0].slowedBy = 0x20;
    driver.missing = {"nvmlDeviceGetCurrentClocksEventReasons", "nvmlDeviceGetTotalEnergyConsumption",
        "nvmlDeviceGetComputeRunningProcesses_v3", "nvmlDeviceGetDisplayActive"};

    const auto monitor = monitorOf(driver, 0);

    EXPECT_EQ(monitor->state().slowedBy, std::vector<std::string>{"sw-thermal"});
    EXPECT_EQ(monitor->state().power_w, 250);
    EXPECT_FALSE(monitor->energy_j());
    EXPECT_FALSE(monitor->processes());
}

TEST(Nvidia, IdlenessAndChosenClocksAreNoReasonToBeSlow)
{
    ScriptedDriver driver(guideDevices());
    driver.devices[0].slowedBy = 0x1 | 0x2;
    EXPECT_TRUE(monitorOf(driver, 0)->state().slowedBy.empty());

    driver.devices[0].slowedBy = 0x1 | 0x4 | 0x40;
    EXPECT_EQ(monitorOf(driver, 0)->state().slowedBy, (std::vector<std::string>{"power-cap", "hw-thermal"}));
}

TEST(Nvidia, SaysHowMuchMemoryIsInUseByWhomever)
{
    ScriptedDriver driver(guideDevices());
    driver.devices[1].used_bytes = std::size_t{5} << 30;

    EXPECT_EQ(monitorOf(driver, 1)->state().memory_bytes, 5.0 * (1u << 30));
    driver.missing = {"nvmlDeviceGetMemoryInfo"};
    EXPECT_FALSE(monitorOf(driver, 1)->state().memory_bytes);
}

TEST(Nvidia, CountsProcessesWithoutTheirNames)
{
    ScriptedDriver driver(guideDevices());
    driver.devices[0].processes = 3;
    driver.devices[1].processes = 0;

    EXPECT_EQ(monitorOf(driver, 0)->processes(), 3);
    EXPECT_EQ(monitorOf(driver, 1)->processes(), 0);
}

TEST(Nvidia, SaysWhatTheDriverSaysInsteadOfDevices)
{
    ScriptedDriver driver({});
    driver.cudaError = 100;

    const auto found = findNvidiaDevices(driver.symbols());

    EXPECT_TRUE(found.devices.empty());
    EXPECT_EQ(found.problem, "no CUDA-capable device is detected");
}

TEST(Nvidia, WithoutADriverNothingIsFoundAndNothingFails)
{
    ScriptedDriver driver(guideDevices());
    driver.missing = {cudaDriverLibrary, nvmlLibrary};

    EXPECT_TRUE(findNvidiaDevices(driver.symbols()).devices.empty());
    EXPECT_EQ(devicesOf(driver).size(), 1u);
}

TEST(Architectures, DecideWhereCodeRuns)
{
    constexpr auto wheel = "sm_75 sm_80 sm_86 sm_90 sm_100 sm_120";

    EXPECT_TRUE(hasCodeFor(wheel, "8.0"));
    EXPECT_TRUE(hasCodeFor(wheel, "8.9")) << "within its major number";
    EXPECT_TRUE(hasCodeFor(wheel, "7.5"));
    EXPECT_FALSE(hasCodeFor(wheel, "7.0")) << "the guide's V100";
    EXPECT_FALSE(hasCodeFor("sm_90", "8.0"));
    EXPECT_TRUE(hasCodeFor("sm_75 compute_75", "13.0"));
    EXPECT_FALSE(hasCodeFor("", "8.0"));
    EXPECT_FALSE(hasCodeFor(wheel, ""));
}

TEST(DeviceList, ComesBackAsItWasWithoutWhatIdentifiesADevice)
{
    const ScriptedDriver driver(guideDevices());
    const auto devices = devicesOf(driver);

    const auto text = devicesText(devices);
    const auto again = devicesFromText(text);

    ASSERT_TRUE(again) << again.error().detail;
    ASSERT_EQ(again->size(), 4u);
    EXPECT_EQ((*again)[3].name, "Tesla T4");
    EXPECT_EQ((*again)[3].capability, "7.5");
    EXPECT_EQ((*again)[3].driverVersion, "580.65.06");
    EXPECT_EQ(text.find(devices[1].uuid), std::string::npos);
    EXPECT_EQ(text.find("uuid"), std::string::npos);
}

TEST(DeviceList, RefusesWhatIsNone)
{
    for (const auto* text : {"", "{", "{}", "[]", "[1]", R"([{"device":"gpu0","name":"x"}])",
             R"([{"device":"cpu","name":"x"},{"device":"cpu","name":"y"}])"}) {
        const auto devices = devicesFromText(text);
        ASSERT_FALSE(devices) << text;
        EXPECT_NE(devices.error().detail.find("list devices --json"), std::string::npos) << text;
    }
}

} // namespace

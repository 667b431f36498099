// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/package_facts.h"

#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

namespace inferometer::engine {
namespace {

constexpr const char* facts =
    R"({"version":1,"so":"model.so","frozen":false,"threads":2,"num_threads_in_code":2,
    "metadata":{"AOTI_DEVICE_KEY":"cpu","AOTI_MACHINE":"x86_64","AOTI_CPU_ISA":"AVX512 AVX512_VNNI"},
    "constants":[{"name":"w","from":"weights","source":"model.w","device":"cpu",
        "shape":[2,3],"strides":[3,1]}]})";

PackageHost aHost()
{
    return {"cpu", "x86_64", {"avx2", "avx512f", "avx512_vnni"}, "", 2};
}

PackageFacts someFacts()
{
    const tests::TemporaryFolder folder;
    folder.write("package.json", facts);
    return *readPackageFacts(folder.path());
}

TEST(PackageFacts, AreRead)
{
    const auto read = someFacts();

    EXPECT_EQ(read.sharedObject, "model.so");
    EXPECT_EQ(read.threads, 2);
    EXPECT_EQ(read.constants[0].source, "model.w");
    EXPECT_EQ(read.constants[0].device, "cpu");
    EXPECT_TRUE(checkPackageSuits(read, aHost()));
}

TEST(PackageFacts, APackageForAnotherMachineIsStale)
{
    const auto stale = [](const auto& change) {
        auto host = aHost();
        change(host);
        const auto suits = checkPackageSuits(someFacts(), host);
        return suits ? std::string() : suits.failure().reason.code + " " + suits.failure().reason.args.at(0);
    };

    EXPECT_EQ(stale([](PackageHost& host) { host.processorFlags.erase("avx512_vnni"); }),
        "stale-package instructions");
    EXPECT_EQ(stale([](PackageHost& host) { host.processorFlags = {"avx2"}; }), "stale-package instructions");
    EXPECT_EQ(stale([](PackageHost& host) { host.machine = "aarch64"; }), "stale-package machine");
    EXPECT_EQ(stale([](PackageHost& host) { host.device = "cuda"; }), "stale-package device");
    EXPECT_EQ(stale([](PackageHost& host) { host.threads = 8; }), "stale-package threads");
}

TEST(PackageFacts, APackageForAnotherCapabilityIsStale)
{
    auto read = someFacts();
    read.metadata = {{"AOTI_DEVICE_KEY", "cuda"}, {"AOTI_COMPUTE_CAPABILITY", "90"}};
    auto host = aHost();
    host.device = "cuda";
    host.capability = "70";

    const auto suits = checkPackageSuits(read, host);

    ASSERT_FALSE(suits);
    EXPECT_EQ(suits.failure().reason.args, (std::vector<std::string>{"capability", "90", "70"}));
}

TEST(PackageFacts, ThisHostKnowsItsProcessor)
{
    const auto host = thisHost();

    EXPECT_FALSE(host.machine.empty());
    EXPECT_FALSE(host.processorFlags.empty());
}

TEST(PackageFacts, DamageIsFoundAndSaid)
{
    for (const char* text : {"", "{", "[]", R"({"version":2})", R"({"version":1,"so":"model.so"})",
             R"({"version":1,"so":"../evil.so","metadata":{},"constants":[]})",
             R"({"version":1,"so":"","metadata":{},"constants":[]})",
             R"({"version":1,"so":"model.so","metadata":{},"constants":[
                 {"name":"w","from":"graph","source":"w","shape":[2],"strides":[1]}]})"}) {
        const tests::TemporaryFolder folder;
        folder.write("package.json", text);
        const auto read = readPackageFacts(folder.path());
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.failure().reason.code, "package-damaged");
        EXPECT_EQ(read.failure().outcome, core::Outcome::LoadFailed);
    }
    EXPECT_EQ(readPackageFacts("/nowhere").failure().reason.code, "file-missing");
}

TEST(PackageFacts, AFileWithoutEndIsNotTakenIn)
{
    const tests::TemporaryFolder folder;
    folder.write("package.json", facts);
    std::filesystem::resize_file(folder.path() / "package.json", std::uintmax_t{1} << 40);

    const auto read = readPackageFacts(folder.path());

    ASSERT_FALSE(read);
    EXPECT_EQ(read.failure().reason.code, "package-damaged");
}

} // namespace
} // namespace inferometer::engine

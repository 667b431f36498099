// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/environment.h"
#include "core/run/preparation.h"
#include "core/run/python_facts.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

using namespace inferometer::core;
using inferometer::tests::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

void makeMachine(const TemporaryFolder& root)
{
    root.write("proc/cpuinfo",
        "processor : 0\nmodel name : Example 9000 CPU @ 3 GHz\nflags : avx2\n\nprocessor : 1\n");
    root.write("proc/meminfo", "MemTotal:       16000000 kB\nMemFree: 1 kB\nMemAvailable:   8000000 kB\n");
    root.write("proc/loadavg", "0.10 0.20 0.30 1/100 1234\n");
    root.write("proc/sys/kernel/osrelease", "6.1.0\n");
    root.write("etc/os-release", "NAME=x\nPRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\n");
    for (const auto& processor : affinity())
        root.write("sys/devices/system/cpu/cpu" + std::to_string(processor) + "/cpufreq/scaling_governor",
            "performance\n");
}

std::vector<std::string> codesOf(const std::vector<Note>& notes)
{
    std::vector<std::string> codes;
    for (const auto& note : notes)
        codes.push_back(note.code);
    return codes;
}

} // namespace

TEST(Environment, SaysTheConditionsAsFound)
{
    const TemporaryFolder root;
    makeMachine(root);

    const auto environment = observeEnvironment(root.path(), findDevices(root.path()), 2);

    EXPECT_EQ(environment.at("cpu_model"), "Example 9000 CPU @ 3 GHz");
    EXPECT_EQ(environment.at("memory_bytes"), "16384000000");
    EXPECT_EQ(environment.at("governor"), "performance");
    EXPECT_EQ(environment.at("os"), "Debian GNU/Linux 12 (bookworm)");
    EXPECT_EQ(environment.at("kernel"), "6.1.0");
    EXPECT_EQ(environment.at("threads"), "2");
    EXPECT_FALSE(environment.contains("cgroup_quota_cores"));
}

TEST(Environment, WarnsOfWhatMakesFiguresDoubtful)
{
    Environment environment{{"cores", "2"}, {"threads", "2"}, {"load_average", "0.9"},
        {"governor", "performance"}, {"build_type", "Release"}};
    EXPECT_TRUE(conditionWarnings(environment).empty());

    environment["load_average"] = "1.1";
    environment["governor"] = "powersave";
    environment["threads"] = "4";
    environment["build_type"] = "Debug";
    environment["sanitizers"] = "address";
    environment["power"] = "battery";

    EXPECT_EQ(codesOf(conditionWarnings(environment)),
        (std::vector<std::string>{"governor-not-performance", "high-load", "more-threads-than-cores",
            "debug-build", "sanitized-build", "on-battery"}));
}

TEST(Environment, WarnsOfASmallShareOfTheMachineAndOfLimitedClocks)
{
    const TemporaryFolder root;
    makeMachine(root);
    const auto processors = affinity();
    root.write("sys/devices/system/cpu/online", "0-1023\n");
    root.write("sys/fs/cgroup/cpu.max", "150000 100000\n");
    const auto clock = "sys/devices/system/cpu/cpu" + std::to_string(processors.front()) + "/cpufreq/";
    root.write(clock + "scaling_max_freq", "2000000\n");
    root.write(clock + "cpuinfo_max_freq", "4000000\n");

    const auto warnings = conditionWarnings(observeEnvironment(root.path(), findDevices(root.path()), 4));

    const auto found = [&](const std::string& code) {
        const auto note = std::find_if(
            warnings.begin(), warnings.end(), [&](const Note& warning) { return warning.code == code; });
        return note == warnings.end() ? std::vector<std::string>{"missing"} : note->args;
    };
    EXPECT_EQ(
        found("affinity-limited"), (std::vector{std::to_string(processors.size()), std::string("1024")}));
    EXPECT_EQ(found("quota-below-threads"), (std::vector<std::string>{"4", "1.5"}));
    EXPECT_EQ(found("clock-limited"), std::vector<std::string>{"50"});
}

TEST(Environment, TellsSharedCoresFromTooManyThreads)
{
    Environment environment{{"cores", "2"}, {"logical_processors", "4"}, {"threads", "4"}};
    EXPECT_EQ(codesOf(conditionWarnings(environment)), std::vector<std::string>{"smt-siblings-shared"});

    environment["threads"] = "5";
    EXPECT_EQ(codesOf(conditionWarnings(environment)), std::vector<std::string>{"more-threads-than-cores"});
}

TEST(Machine, KnowsTheShareOfItsControlGroup)
{
    const TemporaryFolder root;
    makeMachine(root);
    EXPECT_EQ(safeMemory_bytes(root.path()), static_cast<std::uint64_t>(8'000'000.0 * 1024 * 0.8));

    root.write("sys/fs/cgroup/cpu.max", "50000 100000\n");
    root.write("sys/fs/cgroup/memory.max", "1000000\n");
    root.write("sys/fs/cgroup/memory.current", "400000\n");

    EXPECT_EQ(usableCores(root.path()), 1);
    EXPECT_EQ(groupQuota_cores(root.path()), 0.5);
    EXPECT_EQ(safeMemory_bytes(root.path()), 480'000u);
    EXPECT_FALSE(safeMemory_bytes("/nowhere"));
}

TEST(Machine, TakesTheTightestLimitOfAllItsControlGroups)
{
    const TemporaryFolder root;
    makeMachine(root);
    root.write("proc/self/cgroup", "0::/system.slice/slurmstepd.scope/job_42/step_0\n");
    const std::string job = "sys/fs/cgroup/system.slice/slurmstepd.scope/job_42";
    root.write(job + "/cpu.max", "150000 100000\n");
    root.write(job + "/step_0/cpu.max", "max 100000\n");
    root.write(job + "/memory.max", "3000000\n");
    root.write(job + "/memory.current", "1000000\n");
    root.write(job + "/step_0/memory.max", "max\n");
    root.write("sys/fs/cgroup/system.slice/memory.max", "9000000\n");

    EXPECT_EQ(groupQuota_cores(root.path()), 1.5);
    EXPECT_EQ(safeMemory_bytes(root.path()), 1'600'000u);

    root.write("sys/fs/cgroup/system.slice/cpu.max", "50000 100000\n");
    EXPECT_EQ(groupQuota_cores(root.path()), 0.5) << "an outer group may be the tighter one";
}

TEST(Machine, AGroupOutsideOfItsNamespaceIsLeftOut)
{
    const TemporaryFolder root;
    makeMachine(root);
    root.write("proc/self/cgroup", "12:cpu:/old\n0::/../../etc\n");
    root.write("sys/fs/cgroup/cpu.max", "200000 100000\n");
    root.write("sys/etc/cpu.max", "100000 100000\n");

    EXPECT_EQ(groupQuota_cores(root.path()), 2.0);
}

TEST(PythonFacts, HoldUntilTheEnvironmentChanges)
{
    const TemporaryFolder root;
    const auto python = root.write("venv/bin/python", "");
    root.write("venv/lib/python3.11/site-packages/torch/version.py", "__version__ = '2.15.0'");
    const auto worker = root.write("worker/prepare.py", "x = 1").parent_path();
    const auto stamp = pythonStamp(python, worker);
    ASSERT_TRUE(stamp);
    EXPECT_EQ(pythonStamp(python, worker), stamp);
    ASSERT_TRUE(writePythonFacts(root.path(), *stamp, {{"torch", "2.15.0"}}));
    EXPECT_EQ(readPythonFacts(root.path(), *stamp)->at("torch"), "2.15.0");

    root.write("venv/lib/python3.11/site-packages/torch/version.py", "__version__ = '2.16.0+cpu'");
    EXPECT_NE(pythonStamp(python, worker), stamp);
    EXPECT_FALSE(readPythonFacts(root.path(), *pythonStamp(python, worker)));

    EXPECT_FALSE(pythonStamp("/usr/bin/python3", worker)) << "no packages beside it: asked every time";
}

TEST(PythonFacts, TheWorkersSourcesAreKnownByContent)
{
    const TemporaryFolder root;
    const auto worker = root.write("worker/prepare.py", "x = 1").parent_path();
    const auto digest = workerDigest(worker);

    root.write("worker/peer.py", "talks only");
    EXPECT_EQ(workerDigest(worker), digest);
    root.write("worker/prepare.py", "x = 2");
    EXPECT_NE(workerDigest(worker), digest);
}

TEST(Keys, ChangeWithEverythingThatChangesTheContent)
{
    const CatalogModel model{"resnet", "m/r", "ResNet", Task::Classification, 1, 1, {}, {}, "entry",
        "{\"name\":\"resnet\"}", true, {}};
    const CatalogModel other{
        "vit", "g/v", "ViT", Task::Classification, 1, 1, {}, {}, "entry", "{\"name\":\"vit\"}", true, {}};
    Plan plan;
    plan.threads = 2;
    Environment python{
        {"torch_git", "a"}, {"transformers", "5"}, {"compiler", "g++"}, {"inductor_isa", "avx2"}};
    const KeyInputs base{&model, {"resnet", Device{}, 1, DataType::Float32}, &plan, &python, "digest",
        "random-seed-0", "sample", "image", "", ""};
    const Variant variant{Engine::Cpp, CompileMode::Default};
    std::set<std::string> packages{packageKey(base, variant).digest};
    const auto add = [&](const KeyInputs& inputs, const Variant& changed) {
        EXPECT_TRUE(packages.insert(packageKey(inputs, changed).digest).second);
    };
    const auto with = [&](auto change) {
        auto inputs = base;
        change(inputs);
        return inputs;
    };

    add(with([&](auto& k) { k.model = &other; }), variant);
    add(with([](auto& k) { k.workload.batch = 4; }), variant);
    add(with([](auto& k) { k.workload.dtype = DataType::BFloat16; }), variant);
    add(with([](auto& k) { k.workload.device = {DeviceKind::Cuda, 0}; }), variant);
    add(with([](auto& k) { k.capability = "9.0"; }), variant);
    add(with([](auto& k) { k.weightsName = "pretrained-x"; }), variant);
    add(with([](auto& k) { k.imageSha256 = "another"; }), variant);
    add(with([](auto& k) { k.workerDigest = "another"; }), variant);
    add(base, {Engine::Cpp, CompileMode::MaxAutotune});
    add(base, {Engine::Cpp, CompileMode::Default, true});
    add(base, {Engine::Cpp, CompileMode::Default, false, Layout::ChannelsLast});
    for (const auto* key : {"torch_git", "transformers", "compiler", "inductor_isa"}) {
        auto changed = python;
        changed[key] = "another";
        add(with([&](auto& k) { k.python = &changed; }), variant);
    }
    const auto onCuda = with([](auto& k) {
        k.workload.device = {DeviceKind::Cuda, 0};
        k.capability = "8.0";
        k.driver = "580.65.06";
    });
    add(onCuda, variant);
    const auto otherDriver = [&] {
        auto inputs = onCuda;
        inputs.driver = "590.10.01";
        return inputs;
    }();
    add(otherDriver, variant);
    auto otherModel = onCuda;
    otherModel.deviceName = "NVIDIA H200";
    add(otherModel, variant);
    for (const auto key : {"cuda", "triton"}) {
        auto changed = python;
        changed[key] = "another";
        auto inputs = onCuda;
        inputs.python = &changed;
        add(inputs, variant);
    }
    auto precise = plan;
    precise.cuda.tf32Conv = false;
    auto inputs = onCuda;
    inputs.plan = &precise;
    add(inputs, variant);
    auto threads = plan;
    threads.threads = 4;
    add(with([&](auto& k) { k.plan = &threads; }), variant);

    EXPECT_EQ(weightsKey(base), weightsKey(with([](auto& k) { k.workload.batch = 16; })))
        << "all batches and modes share one weights file";
}

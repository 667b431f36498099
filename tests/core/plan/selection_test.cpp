// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/selection.h"
#include "core/plan/support.h"
#include "text/error_text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <limits>

using namespace inferometer::core;

namespace {

CatalogModel model(const std::string& name, const std::string& hubId, Task task, double cost)
{
    CatalogModel model;
    model.name = name;
    model.hubId = hubId;
    model.label = name;
    model.task = task;
    model.cost = cost;
    return model;
}

const Catalog& catalog()
{
    static const Catalog models({
        model("detr", "facebook/detr-resnet-50", Task::Detection, 30),
        model("resnet", "microsoft/resnet-50", Task::Classification, 1),
        model("vit", "google/vit-base-patch16-224", Task::Classification, 4),
    });
    return models;
}

const Machine cpuOnly{{Device{}}, 4};
const Machine withTwoGpus{{Device{}, Device{DeviceKind::Cuda, 0}, Device{DeviceKind::Cuda, 1}}, 4};

Selection quick(std::vector<std::string> models)
{
    Selection selection;
    selection.models = std::move(models);
    selection.preset = "quick";
    return selection;
}

std::vector<std::string> ids(const Plan& plan)
{
    std::vector<std::string> names;
    for (const auto& visit : plan.visits)
        names.push_back(visit.id);
    return names;
}

std::vector<std::string> variants(const Plan& plan)
{
    std::vector<std::string> names;
    for (const auto& variant : plan.visits.front().variants)
        names.push_back(toText(variant));
    return names;
}

std::string refusal(const Selection& selection, const Machine& machine = cpuOnly)
{
    const auto plan = makePlan(selection, catalog(), machine);
    return plan ? "accepted" : inferometer::text::sentence(plan.error());
}

} // namespace

TEST(Selection, AddsTheBaselineAndTakesTheCppEngineWithQuick)
{
    auto selection = quick({"resnet"});
    selection.modes = {"max-autotune"};

    const auto plan = makePlan(selection, catalog(), cpuOnly);

    ASSERT_TRUE(plan) << plan.error().detail;
    EXPECT_EQ(variants(*plan), (std::vector<std::string>{"cpp/none", "cpp/max-autotune"}));
    EXPECT_EQ(ids(*plan), std::vector<std::string>{"resnet.cpu.b1.float32"});
    EXPECT_EQ(plan->threads, 4);
}

TEST(Selection, TakesPythonBesideCppWithTheLongerPresets)
{
    Selection selection;
    selection.models = {"microsoft/resnet-50"};
    selection.preset = "guide";

    const auto plan = makePlan(selection, catalog(), cpuOnly);

    ASSERT_TRUE(plan);
    EXPECT_EQ(variants(*plan),
        (std::vector<std::string>{"cpp/none", "cpp/default", "python/none", "python/default"}));
    EXPECT_EQ(plan->policy.exactSamples, 300);
}

TEST(Selection, PutsCheapModelsFirstAndKeepsTheWorkloadsOfAModelTogether)
{
    auto selection = quick({"all"});
    selection.batches = {"16", "1", "4", "1"};

    const auto plan = makePlan(selection, catalog(), cpuOnly);

    ASSERT_TRUE(plan);
    const auto order = ids(*plan);
    EXPECT_EQ(order.size(), 9u);
    EXPECT_EQ(order[0], "resnet.cpu.b1.float32");
    EXPECT_EQ(order[2], "resnet.cpu.b16.float32");
    EXPECT_EQ(order[3], "vit.cpu.b1.float32");
    EXPECT_EQ(order[8], "detr.cpu.b16.float32");
}

TEST(Selection, AllBesideOtherNamesAddsTheGuidesModelsToThem)
{
    auto own = model("mine", "", Task::Classification, 2);
    own.own = OwnModel{};
    auto other = own;
    other.name = "other";
    auto models = catalog().models();
    models.insert(models.end(), {own, other});
    const Catalog extended(std::move(models));
    const auto modelsOf = [&](std::vector<std::string> words) {
        std::vector<std::string> names;
        if (const auto plan = makePlan(quick(std::move(words)), extended, cpuOnly)) {
            for (const auto& visit : plan->visits)
                names.push_back(visit.workload.model);
        }
        return names;
    };

    EXPECT_EQ(modelsOf({"all"}), (std::vector<std::string>{"resnet", "vit", "detr"}));
    EXPECT_EQ(modelsOf({"all", "resnet"}), (std::vector<std::string>{"resnet", "vit", "detr"}));
    EXPECT_EQ(modelsOf({"mine", "all"}), (std::vector<std::string>{"resnet", "mine", "vit", "detr"}));
}

TEST(Selection, FreezesOnlyCompiledCppVariants)
{
    Selection selection;
    selection.models = {"resnet"};
    selection.freeze = "both";

    const auto plan = makePlan(selection, catalog(), cpuOnly);

    ASSERT_TRUE(plan);
    EXPECT_EQ(variants(*plan),
        (std::vector<std::string>{
            "cpp/none", "cpp/default", "cpp/default+frozen", "python/none", "python/default"}));
}

TEST(Selection, RepeatsCompilationsAndVisits)
{
    auto selection = quick({"resnet"});
    selection.compiles = 2;
    selection.visits = 2;
    const auto plan = makePlan(selection, catalog(), cpuOnly);

    ASSERT_TRUE(plan);
    EXPECT_EQ(variants(*plan), (std::vector<std::string>{"cpp/none", "cpp/default", "cpp/default#2"}));
    EXPECT_EQ(ids(*plan), (std::vector<std::string>{"resnet.cpu.b1.float32", "resnet.cpu.b1.float32#2"}));
    EXPECT_TRUE(checkPlan(*plan, catalog(), cpuOnly));
    selection.compiles = 0;
    EXPECT_EQ(makePlan(selection, catalog(), cpuOnly).error().code, ErrorCode::UsageInvalid);
}

TEST(Selection, OneTaskTakesItsModels)
{
    auto selection = quick({});
    selection.tasks = {"classification"};

    const auto plan = makePlan(selection, catalog(), cpuOnly);

    ASSERT_TRUE(plan);
    EXPECT_EQ(ids(*plan), (std::vector<std::string>{"resnet.cpu.b1.float32", "vit.cpu.b1.float32"}));
}

TEST(Selection, DevicesDefaultToTheBestOne)
{
    const auto plan = makePlan(quick({"resnet"}), catalog(), withTwoGpus);
    auto all = quick({"resnet"});
    all.devices = {"all"};

    ASSERT_TRUE(plan);
    EXPECT_EQ(ids(*plan), std::vector<std::string>{"resnet.cuda:0.b1.float32"});
    EXPECT_EQ(makePlan(all, catalog(), withTwoGpus)->visits.size(), 3u);
}

TEST(Selection, EveryMistakeIsOneSentence)
{
    const auto with = [](auto change) {
        auto selection = quick({"resnet"});
        change(selection);
        return selection;
    };

    EXPECT_EQ(refusal(quick({"resnt"})), "There is no model 'resnt'. Did you mean 'resnet'?");
    EXPECT_EQ(refusal(with([](auto& s) { s.batches = {"0"}; })),
        "A batch size of '0' is not possible; it is a number from 1 to 4096.");
    EXPECT_EQ(refusal(with([](auto& s) { s.modes = {"fast"}; })),
        "There is no compile mode 'fast'; it is one of none, default, reduce-overhead, max-autotune, "
        "max-autotune-no-cudagraphs.");
    EXPECT_EQ(refusal(with([](auto& s) { s.devices = {"cuda"}; })),
        "There is no CUDA device on this machine; use -d cpu.");
    EXPECT_EQ(refusal(with([](auto& s) { s.devices = {"cuda:5"}; }), withTwoGpus),
        "There is no device 'cuda:5'; 'inferometer-cli list devices' shows what there is.");
    EXPECT_EQ(refusal(with([](auto& s) { s.devices = {"gpu"}; })),
        "There is no device 'gpu'; it is cpu, cuda, cuda:N or all, or one of a target such as NAME/cuda:0.");
    EXPECT_EQ(refusal(quick({})),
        "No model is chosen: name some with -m, a task with -t, or everything with -m all.");
    EXPECT_EQ(refusal(with([](auto& s) { s.tasks = {"detection"}; })),
        "None of the chosen models belongs to the chosen task.");
    EXPECT_EQ(refusal(with([](auto& s) { s.memoryLimit = "4Q"; })),
        "--memory-limit must be a size of at least 64M, such as 4G.");
    EXPECT_EQ(refusal(with([](auto& s) { s.runs = 1; })), "--runs must be from 3 to 1000000.");
    EXPECT_EQ(refusal(with([](auto& s) { s.threads = 0; })), "--threads must be from 1 to 1024.");
    EXPECT_EQ(refusal(with([](auto& s) { s.inProcess = true, s.allocator = "default"; })),
        "--allocator default measures each variant in a process of its own, so --in-process cannot go with "
        "it.");
    EXPECT_EQ(refusal(with([](auto& s) { s.imagePath = "/no/such.png"; })),
        "'/no/such.png' could not be opened: No such file or directory.");
}

TEST(Plan, OneOfAnotherMachineIsChecked)
{
    auto plan = *makePlan(quick({"resnet"}), catalog(), withTwoGpus);

    EXPECT_TRUE(checkPlan(plan, catalog(), withTwoGpus));
    EXPECT_EQ(checkPlan(plan, catalog(), cpuOnly).error().code, ErrorCode::DeviceNotFound);
    plan.visits.front().id = "../../etc";
    EXPECT_FALSE(checkPlan(plan, catalog(), withTwoGpus));
    EXPECT_FALSE(checkPlan(Plan{}, catalog(), withTwoGpus));
}

TEST(Selection, AddsTheLayoutsOwnBaseline)
{
    auto selection = quick({"resnet"});
    selection.modes = {"default"};
    selection.layouts = {"channels-last"};
    const auto plan = makePlan(selection, catalog(), cpuOnly);
    ASSERT_TRUE(plan) << plan.error().detail;
    EXPECT_EQ(variants(*plan),
        (std::vector<std::string>{"cpp/none", "cpp/none+channels-last", "cpp/default+channels-last"}));

    selection.modes = {};
    selection.layouts = {"contiguous", "channels-last"};
    EXPECT_EQ(variants(*makePlan(selection, catalog(), cpuOnly)),
        (std::vector<std::string>{
            "cpp/none", "cpp/default", "cpp/none+channels-last", "cpp/default+channels-last"}));
}

TEST(Plan, NumbersOfAFileAreBounded)
{
    const auto good = *makePlan(quick({"resnet"}), catalog(), cpuOnly);
    const auto refused = [&](auto change) {
        auto plan = good;
        change(plan);
        const auto checked = checkPlan(plan, catalog(), cpuOnly);
        return checked ? std::string("accepted") : inferometer::text::sentence(checked.error());
    };
    const double nothing = std::numeric_limits<double>::quiet_NaN();

    EXPECT_EQ(refused([](Plan& p) { p.policy.exactSamples = -5; }),
        "The plan's 'exact_samples' must be from 3 to 1000000.");
    EXPECT_EQ(refused([](Plan& p) { p.policy.warmup = 2'000'000'000; }),
        "The plan's 'warmup' must be from 0 to 1000000.");
    EXPECT_EQ(refused([](Plan& p) { p.compileTimeout_s = 1e300; }),
        "The plan's 'compile_timeout_s' must be above 0 to 2592000.");
    EXPECT_EQ(refused([](Plan& p) { p.policy.exactSamples = 3; }), "accepted");
    for (const auto& change :
        std::vector<std::function<void(Plan&)>>{[](Plan& p) { p.policy.minSamples = -1; },
            [](Plan& p) { p.policy.minRounds = 2'000'000'000; }, [](Plan& p) { p.policy.minTime_s = -1; },
            [](Plan& p) { p.policy.maxTime_s = 0; }, [&](Plan& p) { p.policy.maxTime_s = nothing; },
            [](Plan& p) { p.policy.minBlock = 0; }, [](Plan& p) { p.policy.targetHalfWidth_percent = 0; },
            [](Plan& p) { p.policy.maxWarmup_s = 1e12; }, [](Plan& p) { p.policy.cooldown_s = -1; },
            [](Plan& p) { p.policy.coolTo_c = 1000; }, [](Plan& p) { p.compileTimeout_s = -1; }})
        EXPECT_NE(refused(change), "accepted");
}

TEST(Plan, AsksForNoMoreThanARecordHolds)
{
    auto selection = quick({"resnet"});
    selection.modes = {"none", "default"};
    selection.runs = 99'960; // five rounds of each variant take the room of 40 samples
    const auto fits = makePlan(selection, catalog(), cpuOnly);
    ASSERT_TRUE(fits);
    EXPECT_TRUE(checkPlan(*fits, catalog(), cpuOnly));

    auto tooLarge = *fits;
    *tooLarge.policy.exactSamples += 1;
    selection.runs = 99'961;
    for (const auto& refused :
        {makePlan(selection, catalog(), cpuOnly).error(), checkPlan(tooLarge, catalog(), cpuOnly).error()}) {
        EXPECT_EQ(refused.code, ErrorCode::UsageInvalid);
        EXPECT_EQ(inferometer::text::sentence(refused),
            "99961 inferences of each of 2 variants do not fit into one record; at most 99960 of each do.");
    }
}

TEST(Support, ReduceOverheadNeedsCudaGraphs)
{
    const Workload onCpu{"resnet", Device{}, 1, DataType::Float32};
    const Workload onGpu{"resnet", Device{DeviceKind::Cuda, 0}, 1, DataType::Float32};
    const Variant variant{Engine::Cpp, CompileMode::ReduceOverhead};

    EXPECT_EQ(whyUnsupported(onCpu, variant)->code, "reduce-overhead-needs-cuda-graphs");
    EXPECT_FALSE(whyUnsupported(onGpu, variant));
}

TEST(Support, Bfloat16NeedsAmpere)
{
    const Device gpu{DeviceKind::Cuda, 0};

    EXPECT_EQ(whyTypeUnsupported(DataType::BFloat16, gpu, "7.5"), (Note{"dtype-emulated", {"7.5"}}));
    EXPECT_FALSE(whyTypeUnsupported(DataType::BFloat16, gpu, "8.0"));
    EXPECT_FALSE(whyTypeUnsupported(DataType::BFloat16, gpu, "10.0"));
    EXPECT_FALSE(whyTypeUnsupported(DataType::BFloat16, gpu, "")) << "nobody has asked it";
    EXPECT_FALSE(whyTypeUnsupported(DataType::Float16, gpu, "7.5"));
    EXPECT_FALSE(whyTypeUnsupported(DataType::BFloat16, Device{}, ""));
    EXPECT_EQ(whyUnsupported({"resnet", gpu, 1, DataType::BFloat16}, {}, "7.0")->code, "dtype-emulated");
    EXPECT_FALSE(whyUnsupported({"resnet", gpu, 1, DataType::BFloat16}, {}));
}

TEST(Support, Tf32NeedsAmpereAndIsMissedOnlyWhereItWasAskedFor)
{
    const Device gpu{DeviceKind::Cuda, 0};
    const Workload workload{"resnet", gpu, 1, DataType::Float32};
    CudaChoices asked;
    asked.tf32Matmul = true;

    EXPECT_EQ(whyNoTf32(gpu, "7.5"), (Note{"tf32-without-effect", {"7.5"}}));
    EXPECT_FALSE(whyNoTf32(gpu, "8.0"));
    EXPECT_FALSE(whyNoTf32(Device{}, ""));
    EXPECT_TRUE(doubtAboutTf32(asked, workload, "7.0"));
    EXPECT_FALSE(doubtAboutTf32({}, workload, "7.0")) << "convolutions are allowed it by default";
    EXPECT_FALSE(doubtAboutTf32(asked, {"resnet", gpu, 1, DataType::Float16}, "7.0"));
}

TEST(Words, DevicesAndVariantsReadBack)
{
    EXPECT_EQ(deviceFromText("cuda"), (Device{DeviceKind::Cuda, 0}));
    EXPECT_EQ(toText(*deviceFromText("cuda:3")), "cuda:3");
    for (const auto* text : {"", "cuda:", "cuda:-1", "cuda:1x", "CPU", "cuda:99999"})
        EXPECT_FALSE(deviceFromText(text)) << text;
    EXPECT_EQ(toText(Variant{Engine::Cpp, CompileMode::Default, true, Layout::ChannelsLast}),
        "cpp/default+frozen+channels-last");
}

TEST(Selection, TheNoiseFloorIsDrawnFromIdenticalProgramsInSeveralProcesses)
{
    const auto plan = makePlan(noiseSelection({"cpu"}), catalog(), withTwoGpus);

    ASSERT_TRUE(plan) << plan.error().detail;
    EXPECT_EQ(variants(*plan), (std::vector<std::string>{"cpp/none", "cpp/none#2", "cpp/none#3"}));
    EXPECT_EQ(plan->visits.size(), 5u);
    for (const auto& variant : plan->visits.front().variants)
        EXPECT_EQ(baselineOf(variant), plan->visits.front().variants.front());
    EXPECT_TRUE(checkPlan(*plan, catalog(), withTwoGpus));
}

TEST(MakePlan, RecordsTheUncompiledVariantAsAGraphWhereAsked)
{
    auto selection = quick({"resnet"});
    selection.devices = {"cuda:1"};
    selection.cudaGraph = "eager";

    const auto plan = makePlan(selection, catalog(), withTwoGpus);

    ASSERT_TRUE(plan) << plan.error().detail;
    EXPECT_EQ(variants(*plan), (std::vector<std::string>{"cpp/none", "cpp/none+cuda-graph", "cpp/default"}));
    const auto& recorded = plan->visits.front().variants[1];
    EXPECT_FALSE(recorded.isBaseline());
    EXPECT_FALSE(recorded.isCompiled());
    EXPECT_EQ(baselineOf(recorded), plan->visits.front().variants[0]);
    EXPECT_FALSE(whyUnsupported(plan->visits.front().workload, recorded));
    EXPECT_EQ(
        whyUnsupported({"resnet", Device{}, 1, DataType::Float32}, recorded)->code, "cuda-graph-needs-cuda");
}

TEST(MakePlan, TakesPrecisionFromTheSelectionAndElseFromPyTorch)
{
    auto selection = quick({"resnet"});
    EXPECT_EQ(makePlan(selection, catalog(), withTwoGpus)->cuda, (CudaChoices{false, true, false, false}));

    selection.tf32Matmul = "on";
    selection.tf32Conv = "off";
    selection.cudnnBenchmark = true;
    selection.staticInputs = true;

    EXPECT_EQ(makePlan(selection, catalog(), withTwoGpus)->cuda, (CudaChoices{true, false, true, true}));
}

TEST(MakePlan, MeasuresDevicesSideBySideWhereAskedAndPossible)
{
    auto selection = quick({"resnet"});
    selection.devices = {"all"};
    EXPECT_FALSE(makePlan(selection, catalog(), withTwoGpus)->parallelDevices);
    selection.parallelDevices = true;

    const auto plan = makePlan(selection, catalog(), withTwoGpus);

    ASSERT_TRUE(plan) << plan.error().detail;
    EXPECT_TRUE(plan->parallelDevices);
    EXPECT_EQ(gpusOfOneMachine(*plan), 2u);
    selection.devices = {"cpu", "cuda:1"};
    EXPECT_EQ(makePlan(selection, catalog(), withTwoGpus).error().code, ErrorCode::UsageInvalid);
    selection.devices = {"cuda:1", "box/cuda:0"};
    auto machine = withTwoGpus;
    machine.devices.push_back(Device{DeviceKind::Cuda, 0, "box"});
    EXPECT_EQ(makePlan(selection, catalog(), machine).error().code, ErrorCode::UsageInvalid)
        << "of two machines";
}

TEST(MakePlan, VisitsDevicesOneAfterTheOther)
{
    auto selection = quick({"resnet", "vit"});
    selection.devices = {"all"};

    const auto plan = makePlan(selection, catalog(), withTwoGpus);

    ASSERT_TRUE(plan);
    EXPECT_EQ(ids(*plan),
        (std::vector<std::string>{"resnet.cpu.b1.float32", "vit.cpu.b1.float32", "resnet.cuda:0.b1.float32",
            "vit.cuda:0.b1.float32", "resnet.cuda:1.b1.float32", "vit.cuda:1.b1.float32"}));
}

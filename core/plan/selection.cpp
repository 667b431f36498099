// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/selection.h"

#include "core/base/file_name.h"
#include "core/base/files.h"
#include "core/base/numbers.h"
#include "core/plan/choices.h"
#include "core/plan/device_choice.h"
#include "core/plan/plan_numbers.h"
#include "core/plan/variant_choice.h"

#include <algorithm>
#include <map>
#include <set>

namespace inferometer::core {

namespace {

constexpr int maxBatch = 4096;
constexpr int maxThreads = 1024;
constexpr int maxRepetitions = 20;
constexpr std::size_t maxVisits = 10'000;

/// What only a command line or a file can get wrong is a sentence.
Error invalid(std::string sentence)
{
    return Error{ErrorCode::UsageInvalid, std::move(sentence)};
}

Error invalid(Note reason)
{
    return Error{ErrorCode::UsageInvalid, std::move(reason)};
}

/// The dimensions of a sweep once their words are understood.
struct Dimensions {
    std::vector<CatalogModel> models;
    std::vector<Device> devices;
    std::vector<int> batches;
    std::vector<DataType> dtypes;
    std::vector<Variant> variants;
};

Result<std::vector<CatalogModel>> modelsOf(const Selection& selection, const Catalog& catalog)
{
    const auto tasks = chosenList<Task>(selection.tasks, {}, "task");
    if (!tasks)
        return tasks.error();
    if (selection.models.empty() && tasks->empty())
        return invalid(Note{"no-model-chosen", {}});
    std::set<std::string> names;
    bool takesAll = selection.models.empty(); // of the guide's; a user's own are asked for by name
    for (const auto& word : selection.models) {
        if (word == "all") {
            takesAll = true;
            continue;
        }
        const auto model = catalog.find(word);
        if (!model)
            return model.error();
        names.insert(model->name);
    }
    std::vector<CatalogModel> models;
    for (const auto& model : catalog.models()) {
        const bool isOfTask = tasks->empty() || std::count(tasks->begin(), tasks->end(), model.task) > 0;
        if (((takesAll && !model.own) || names.contains(model.name)) && isOfTask)
            models.push_back(model);
    }
    if (models.empty())
        return invalid(Note{"no-model-of-task", {}});
    std::stable_sort(
        models.begin(), models.end(), [](const auto& a, const auto& b) { return a.cost < b.cost; });
    return models;
}

Result<std::vector<int>> batchesOf(const Selection& selection)
{
    std::set<int> batches;
    for (const auto& word : selection.batches) {
        const auto batch = integerFrom(word);
        if (!batch || *batch < 1 || *batch > maxBatch)
            return invalid(Note{"batch-size-bad", {oneLine(word, 60), std::to_string(maxBatch)}});
        batches.insert(static_cast<int>(*batch));
    }
    if (batches.empty())
        batches.insert(1);
    return std::vector<int>(batches.begin(), batches.end());
}

Result<Dimensions> dimensionsOf(
    const Selection& selection, const Catalog& catalog, const Machine& machine, Preset preset)
{
    auto models = modelsOf(selection, catalog);
    if (!models)
        return models.error();
    auto devices = devicesOf(selection, machine);
    if (!devices)
        return devices.error();
    auto batches = batchesOf(selection);
    if (!batches)
        return batches.error();
    auto dtypes = chosenList<DataType>(selection.dtypes, {DataType::Float32}, "data type");
    if (!dtypes)
        return dtypes.error();
    auto variants = chosenVariants(selection, preset);
    if (!variants)
        return variants.error();
    return Dimensions{*std::move(models), *std::move(devices), *std::move(batches), *std::move(dtypes),
        *std::move(variants)};
}

/// Models from cheap to dear, the workloads of one model together: its weights are made and read once.
std::vector<Visit> visitsOf(const Dimensions& dimensions, int repetitions)
{
    std::vector<Visit> visits;
    for (const auto& device : dimensions.devices) {
        for (const auto& model : dimensions.models) {
            for (const auto dtype : dimensions.dtypes) {
                for (const int batch : dimensions.batches) {
                    const Workload workload{model.name, device, batch, dtype};
                    for (int i = 1; i <= repetitions; ++i)
                        visits.push_back({visitId(workload, i), workload, dimensions.variants, i});
                }
            }
        }
    }
    return visits;
}

bool isDuration(const std::optional<double>& seconds)
{
    return !seconds || (*seconds > 0 && *seconds <= longest_s);
}

Result<void> checkNumbers(const Selection& selection)
{
    if (selection.runs && (*selection.runs < fewestSamples || *selection.runs > maxRuns))
        return invalid(
            "--runs must be from " + std::to_string(fewestSamples) + " to " + std::to_string(maxRuns) + ".");
    if (selection.warmup && (*selection.warmup < 0 || *selection.warmup > maxRuns))
        return invalid("--warmup must be from 0 to " + std::to_string(maxRuns) + ".");
    if (selection.threads && (*selection.threads < 1 || *selection.threads > maxThreads))
        return invalid("--threads must be from 1 to " + std::to_string(maxThreads) + ".");
    for (const auto& [name, number] : {std::pair{"--compiles", selection.compiles},
             {"--visits", selection.visits}, {"--copies", selection.copies}}) {
        if (number && (*number < 1 || *number > maxRepetitions))
            return invalid(std::string(name) + " must be from 1 to " + std::to_string(maxRepetitions) + ".");
    }
    if (!isDuration(selection.maxTime_s))
        return invalid("--max-time must be a number of seconds above 0 and at most 30 days.");
    if (!isDuration(selection.compileTimeout_s))
        return invalid("--compile-timeout must be a number of seconds above 0 and at most 30 days.");
    if (selection.cooldown_s && !(*selection.cooldown_s >= 0 && *selection.cooldown_s <= longestPause_s))
        return invalid("--cooldown must be a number of seconds from 0 to 86400.");
    if (selection.coolTo_c && !(*selection.coolTo_c >= coolestGate_c && *selection.coolTo_c <= warmestGate_c))
        return invalid("--cool-to must be a temperature from 20 to 100 degrees Celsius.");
    return {};
}

Result<Policy> policyFrom(const Selection& selection)
{
    const auto checked = checkNumbers(selection);
    if (!checked)
        return checked.error();
    const auto preset = chosen<Preset>(selection.preset, Preset::Standard, "preset");
    if (!preset)
        return preset.error();
    const auto order = chosen<Order>(selection.order, Order::Interleaved, "order");
    if (!order)
        return order.error();
    auto policy = policyOf(*preset);
    policy.order = *order;
    if (selection.runs)
        policy.exactSamples = selection.runs;
    if (selection.warmup)
        policy.warmup = selection.warmup;
    policy.maxTime_s = selection.maxTime_s.value_or(policy.maxTime_s);
    policy.cooldown_s = selection.cooldown_s.value_or(policy.cooldown_s);
    policy.coolTo_c = selection.coolTo_c;
    policy.seed = selection.seed.value_or(policy.seed);
    return policy;
}

Result<std::optional<std::uint64_t>> memoryLimitFrom(const std::string& word)
{
    constexpr std::uint64_t least = 64u << 20;
    if (word.empty())
        return std::optional<std::uint64_t>();
    const auto bytes = bytesFrom(word);
    if (!bytes || *bytes < least)
        return invalid("--memory-limit must be a size of at least 64M, such as 4G.");
    return bytes;
}

Result<void> checkImage(const std::string& path)
{
    if (path.empty())
        return {};
    const auto file = openForReading(path);
    return file ? Result<void>() : Result<void>(file.error());
}

/// What is the same for every visit.
Result<Plan> frameOf(const Selection& selection, const Machine& machine)
{
    const auto policy = policyFrom(selection);
    if (!policy)
        return policy.error();
    const auto attention =
        chosen<Attention>(selection.attention, Attention::Sdpa, "attention implementation");
    if (!attention)
        return attention.error();
    const auto allocator = chosen<Allocator>(selection.allocator, Allocator::Retain, "allocator");
    if (!allocator)
        return allocator.error();
    const auto cuda = chosenCuda(selection);
    if (!cuda)
        return cuda.error();
    const auto limit = memoryLimitFrom(selection.memoryLimit);
    if (!limit)
        return limit.error();
    if (const auto checked = checkImage(selection.imagePath); !checked)
        return checked.error();
    Plan plan;
    plan.label = oneLine(selection.label, 200);
    plan.policy = *policy;
    plan.attention = *attention;
    plan.allocator = *allocator;
    plan.cuda = *cuda;
    plan.threads = selection.threads.value_or(machine.threads);
    plan.weightsSeed = selection.weightsSeed;
    plan.allowDownload = selection.allowDownload;
    plan.imagePath = selection.imagePath;
    plan.memoryLimit_bytes = *limit;
    plan.triesLargerAfterOutOfMemory = selection.triesLargerAfterOutOfMemory;
    plan.compileTimeout_s = selection.compileTimeout_s.value_or(plan.compileTimeout_s);
    plan.inProcess = selection.inProcess;
    plan.parallelDevices = selection.parallelDevices;
    plan.peerPython = selection.peerPython;
    plan.namesPython = !selection.peerPython.empty();
    return plan;
}

Result<void> checkProcesses(const Plan& plan)
{
    const auto isApart = [&](const Visit& visit) { return needsProcesses(plan, visit); };
    if (plan.inProcess && std::any_of(plan.visits.begin(), plan.visits.end(), isApart))
        return invalid(Note{"allocator-needs-processes", {}});
    return {};
}

} // namespace

bool hasTargets(const Plan& plan)
{
    return std::any_of(plan.visits.begin(), plan.visits.end(),
        [](const Visit& visit) { return !visit.workload.device.target.empty(); });
}

std::size_t gpusOfOneMachine(const Plan& plan)
{
    std::map<std::string, std::set<int>> gpus; // indices, by targets
    std::size_t most = 0;
    for (const auto& visit : plan.visits) {
        const auto& device = visit.workload.device;
        if (device.kind != DeviceKind::Cuda)
            continue;
        auto& indices = gpus[device.target];
        indices.insert(device.index);
        most = std::max(most, indices.size());
    }
    return most;
}

bool needsProcesses(const Plan& plan, const Visit& visit)
{
    return plan.allocator == Allocator::Default && visit.workload.device.kind == DeviceKind::Cpu
        && visit.variants.size() > 1;
}

std::string visitId(const Workload& workload, int repetition)
{
    const auto& device = workload.device;
    return (device.target.empty() ? "" : device.target + "/") + fileNameFrom(workload.model) + "."
        + textWithoutTarget(device) + ".b" + std::to_string(workload.batch) + "."
        + std::string(toWord(workload.dtype)) + (repetition > 1 ? "#" + std::to_string(repetition) : "");
}

Selection noiseSelection(std::vector<std::string> devices, std::vector<std::string> models)
{
    Selection selection;
    selection.label = "Noise floor";
    selection.devices = std::move(devices);
    selection.models = models.empty() ? std::vector<std::string>{"resnet"} : std::move(models);
    selection.engines = {std::string(toWord(Engine::Cpp))};
    selection.modes = {std::string(toWord(CompileMode::None))};
    selection.copies = 3;
    selection.visits = 5;
    selection.maxTime_s = 20;
    return selection;
}

Result<Plan> makePlan(const Selection& selection, const Catalog& catalog, const Machine& machine)
{
    auto plan = frameOf(selection, machine);
    if (!plan)
        return plan;
    const auto dimensions = dimensionsOf(selection, catalog, machine, plan->policy.preset);
    if (!dimensions)
        return dimensions.error();
    plan->visits = visitsOf(*dimensions, selection.visits.value_or(1));
    if (hasTargets(*plan))
        plan->threads = selection.threads.value_or(0);
    if (plan->parallelDevices && gpusOfOneMachine(*plan) < 2)
        return invalid(Note{"parallel-devices-too-few", {}});
    if (const auto checked = checkProcesses(*plan); !checked)
        return checked.error();
    for (const auto& model : dimensions->models) {
        if (model.own)
            plan->models.push_back(*model.own);
    }
    if (plan->visits.size() > maxVisits)
        return invalid(
            Note{"too-many-workloads", {std::to_string(plan->visits.size()), std::to_string(maxVisits)}});
    if (const auto checked = checkPlanNumbers(*plan); !checked)
        return checked.error();
    return plan;
}

Result<Catalog> catalogOf(const Plan& plan, const Catalog& catalog)
{
    std::vector<CatalogModel> others;
    for (const auto& model : catalog.models()) {
        const auto hasName = [&](const OwnModel& own) { return own.name == model.name; };
        if (!model.own || std::none_of(plan.models.begin(), plan.models.end(), hasName))
            others.push_back(model);
    }
    return Catalog(std::move(others)).with(plan.models);
}

Result<void> refreshModels(Plan& plan, const std::stop_token& stop)
{
    for (auto& model : plan.models) {
        if (const auto read = refresh(model, {stop, {}}); !read)
            return read;
    }
    return {};
}

Result<void> checkConsent(const Plan& plan)
{
    for (const auto& model : plan.models) {
        if (!model.isAllowed())
            return invalid(Note{"own-code-not-allowed", {oneLine(model.label, 80)}});
    }
    return {};
}

Result<void> checkPlan(const Plan& plan, const Catalog& shipped, const Machine& machine, WhatIsMissing models)
{
    const auto catalog = catalogOf(plan, shipped);
    if (!catalog)
        return catalog.error();
    if (plan.visits.empty() || plan.visits.size() > maxVisits)
        return invalid("The plan has " + std::to_string(plan.visits.size()) + " visits; it needs from 1 to "
            + std::to_string(maxVisits) + ".");
    if (plan.threads < (hasTargets(plan) ? 0 : 1) || plan.threads > maxThreads)
        return invalid("The plan asks for " + std::to_string(plan.threads) + " threads.");
    if (const auto checked = checkPlanNumbers(plan); !checked)
        return checked;
    if (const auto checked = checkProcesses(plan); !checked)
        return checked;
    std::set<std::string> ids;
    for (const auto& visit : plan.visits) {
        const auto& work = visit.workload;
        if (!ids.insert(visit.id).second || visit.id != visitId(work, visit.repetition))
            return invalid("The plan's visit '" + oneLine(visit.id, 80) + "' is doubled or misnamed.");
        if (std::any_of(visit.variants.begin(), visit.variants.end(), [](const Variant& variant) {
                return variant.repetition < 1 || variant.repetition > maxRepetitions;
            }))
            return invalid("The plan's visit '" + visit.id + "' repeats a variant impossibly often.");
        if (work.batch < 1 || work.batch > maxBatch || visit.variants.empty() || visit.variants.size() > 64)
            return invalid(
                "The plan's visit '" + visit.id + "' has an impossible batch size or number of variants.");
        if (const auto model = catalog->find(work.model); !model && models == WhatIsMissing::IsAnError)
            return model.error();
        if (!work.device.target.empty())
            continue;
        if (const auto checked = checkDevice(work.device, machine); !checked)
            return checked.error();
    }
    return {};
}

} // namespace inferometer::core

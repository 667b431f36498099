// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/conditions.h"

#include "core/base/numbers.h"
#include "core/protocol/reasons.h"

#include <ATen/Parallel.h>
#include <ATen/Version.h>
#include <ATen/native/DispatchStub.h>

#include <sched.h>

namespace inferometer::engine {

namespace reasons = core::reasons;

namespace {

void appendRange(std::string& text, int first, int last)
{
    text += text.empty() ? "" : ",";
    text += std::to_string(first);
    if (last > first)
        text += "-" + std::to_string(last);
}

constexpr bool isOptimised()
{
#ifdef __OPTIMIZE__
    return true;
#else
    return false;
#endif
}

} // namespace

std::map<std::string, std::string> torchVersions()
{
    return {{"torch", INFEROMETER_TORCH_VERSION}, {"torch_git", INFEROMETER_TORCH_GIT},
        {"cuda", INFEROMETER_TORCH_CUDA}};
}

std::map<std::string, std::string> conditionsOf(const core::CudaChoices& choices)
{
    const auto word = [](bool isOn) { return isOn ? "true" : "false"; };
    return {{"tf32_matmul", word(choices.tf32Matmul)}, {"tf32_conv", word(choices.tf32Conv)},
        {"cudnn_benchmark", word(choices.cudnnBenchmark)}, {"static_inputs", word(choices.staticInputs)}};
}

std::string affinityText()
{
    cpu_set_t set;
    CPU_ZERO(&set);
    std::string text;
    if (sched_getaffinity(0, sizeof set, &set) != 0)
        return text;
    for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
        if (!CPU_ISSET(cpu, &set))
            continue;
        const auto first = cpu;
        while (cpu + 1 < CPU_SETSIZE && CPU_ISSET(cpu + 1, &set))
            ++cpu;
        appendRange(text, first, cpu);
    }
    return text;
}

core::RunnerConditions foundConditions()
{
    core::RunnerConditions conditions;
    conditions.threads = at::get_num_threads();
    conditions.affinity = affinityText();
    conditions.cpuCapability = at::get_cpu_capability();
    conditions.isOptimised = isOptimised();
    conditions.sanitizers = INFEROMETER_SANITIZERS;
    conditions.versions = torchVersions();
    return conditions;
}

std::vector<core::Note> doubtsAbout(const core::RunnerConditions& conditions, int threadsAskedFor)
{
    std::vector<core::Note> doubts;
    const auto add = [&](const reasons::Reason& reason, std::vector<std::string> arguments = {}) {
        doubts.push_back({std::string(reason.code), std::move(arguments)});
    };
    if (conditions.threads != threadsAskedFor)
        add(reasons::threadsDiffer, {std::to_string(threadsAskedFor), std::to_string(conditions.threads)});
    if (!conditions.isOptimised)
        add(reasons::engineNotOptimised);
    if (!conditions.sanitizers.empty())
        add(reasons::engineSanitised, {conditions.sanitizers});
    return doubts;
}

std::vector<core::Note> doubtsAbout(const std::map<std::string, double>& counters)
{
    std::vector<core::Note> doubts;
    const auto add = [&](const char* name, const reasons::Reason& reason) {
        if (const auto found = counters.find(name); found != counters.end() && found->second > 0)
            doubts.push_back({std::string(reason.code), {core::fixedText(found->second, 0)}});
    };
    add("graph_breaks", reasons::graphBreaks);
    add("recompiles", reasons::recompiles);
    add("cudagraph_skips", reasons::cudagraphSkips);
    return doubts;
}

} // namespace inferometer::engine

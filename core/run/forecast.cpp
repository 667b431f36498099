// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/forecast.h"

#include "core/base/sha256.h"
#include "core/catalog/hub_cache.h"
#include "core/plan/support.h"
#include "core/protocol/json.h"
#include "core/run/machine.h"
#include "core/run/preparation.h"
#include "core/run/python_facts.h"
#include "core/store/history.h"
#include "core/store/run_reader.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace inferometer::core {

namespace {

constexpr std::size_t maxRunsRead = 20;

using VariantOfWorkload = std::pair<Workload, Variant>;
using MeasuredVisit = std::pair<Workload, std::string>; ///< and how it was measured

/// All of a plan that decides how long a visit measures.
std::string measuringOf(const Plan& plan)
{
    auto policy = plan.policy;
    policy.cooldown_s = 0;
    policy.coolTo_c.reset();
    policy.seed = 0;
    return std::to_string(plan.threads) + toLine(writeJson(policy));
}

/// What earlier runs took on this machine, newest first.
struct Experience {
    std::map<VariantOfWorkload, double> compile_s;
    std::map<MeasuredVisit, double> variant_s; ///< measuring time per variant, on average
};

void learn(const RunRecord& run, Experience& experience)
{
    const auto measuring = measuringOf(run.plan);
    for (const auto& record : run.visits) {
        int timed = 0;
        for (const auto& row : record.rows) {
            if (row.cost.compile_s)
                experience.compile_s.emplace(
                    VariantOfWorkload{record.workload, row.result.variant}, *row.cost.compile_s);
            timed += isTimed(row.result.outcome) ? 1 : 0;
        }
        if (timed > 0 && record.measuring_s > 0)
            experience.variant_s.emplace(
                MeasuredVisit{record.workload, measuring}, record.measuring_s / timed);
    }
}

Experience experienceOf(const std::filesystem::path& history)
{
    Experience experience;
    std::size_t read = 0;
    for (const auto& file : runFiles(history)) {
        if (read++ == maxRunsRead)
            break;
        if (const auto run = readRun(file))
            learn(run->run, experience);
    }
    return experience;
}

/// Looks up what the cache has, as the preparation would.
class CacheLook {
public:
    CacheLook(const Plan& plan, const RunServices& services, const std::vector<DeviceFacts>& devices)
        : m_plan(plan)
        , m_services(services)
        , m_cache(ArtifactCache::open(services.paths.cache, services.cacheLimit_bytes))
        , m_devices(devices)
    {
        const auto& tools = services.tools;
        const auto stamp = pythonStamp(tools.python, tools.worker, services.systemRoot);
        if (stamp && m_cache)
            m_python = readPythonFacts(services.paths.cache, *stamp);
        m_workerDigest = workerDigest(tools.worker);
        const auto image = imageFacts(plan.imagePath, tools.resources);
        const auto sample = imageFacts({}, tools.resources);
        m_image = image ? image->sha256 : "";
        m_sample = sample ? sample->sha256 : "";
    }

    bool hasWeights(const Visit& visit, const CatalogModel& model) const
    {
        const auto inputs = keyInputs(visit, model);
        return inputs && m_cache->contains(weightsKey(*inputs));
    }

    bool hasGraph(const Visit& visit, const CatalogModel& model) const
    {
        const auto inputs = keyInputs(visit, model);
        return inputs && m_cache->contains(graphKey(*inputs));
    }

    bool hasPackage(const Visit& visit, const Variant& variant, const CatalogModel& model) const
    {
        const auto inputs = keyInputs(visit, model);
        return inputs && m_cache->contains(packageKey(*inputs, variant));
    }

private:
    /// Nothing as long as the cache or the versions that its keys need are unknown; then it holds nothing
    /// either.
    std::optional<KeyInputs> keyInputs(const Visit& visit, const CatalogModel& model) const
    {
        if (!m_cache || !m_python)
            return std::nullopt;
        const auto weights = weightsOf(model, m_services.paths.hub, m_plan).name;
        const auto device = factsOf(m_devices, visit.workload.device);
        return KeyInputs{&model, visit.workload, &m_plan, &*m_python, m_workerDigest, weights, m_sample,
            m_image, device.capability, driverName(device), device.name};
    }

    const Plan& m_plan;
    const RunServices& m_services;
    Result<ArtifactCache> m_cache;
    const std::vector<DeviceFacts>& m_devices;
    std::optional<Environment> m_python;
    std::string m_workerDigest;
    std::string m_image;
    std::string m_sample;
};

std::uint64_t bytesOfWeights(const CatalogModel& model, DataType dtype)
{
    return static_cast<std::uint64_t>(model.parameters * (dtype == DataType::Float32 ? 4 : 2));
}

/// A graph is stored with its inputs and the outputs of eager mode, for half types in float64 as well.
std::uint64_t bytesOfGraph(const CatalogModel& model, const Workload& workload)
{
    constexpr double integer_bytes = 8;
    const bool isHalf = workload.dtype != DataType::Float32;
    const double value_bytes = isHalf ? 2 : 4;
    const double reference_bytes = isHalf ? 8 : 0;
    const auto& sizes = model.sizes;
    return static_cast<std::uint64_t>(workload.batch
        * (sizes.values * value_bytes + sizes.integers * integer_bytes
            + sizes.outputs * (value_bytes + reference_bytes)));
}

/// A package has code of its own, and holds the weights when they are frozen into it.
std::uint64_t bytesOfPackage(const CatalogModel& model, DataType dtype, const Variant& variant)
{
    constexpr std::uint64_t code_bytes = 8u << 20;
    return code_bytes + (variant.frozen ? bytesOfWeights(model, dtype) : 0);
}

/// Adds up what visits cost; what several of them share counts once.
class Estimator {
public:
    Estimator(const Plan& plan, const RunServices& services, const std::vector<DeviceFacts>& devices)
        : m_cooldown_s(plan.policy.cooldown_s)
        , m_measuring(measuringOf(plan))
        , m_experience(experienceOf(services.paths.history))
        , m_cache(plan, services, devices)
        , m_devices(devices)
    {
    }

    void add(const Visit& visit, const Catalog& catalog)
    {
        // Nobody here knows what the cache of a target holds.
        const bool isElsewhere = !visit.workload.device.target.empty();
        const auto* model = isElsewhere ? nullptr : catalog.findByName(visit.workload.model);
        ++m_sum.visits;
        m_sum.rows += static_cast<int>(visit.variants.size());
        if (model)
            addWorkload(visit, *model);
        const auto capability = factsOf(m_devices, visit.workload.device).capability;
        int supported = 0;
        for (const auto& variant : visit.variants) {
            if (whyUnsupported(visit.workload, variant, capability)) {
                ++m_sum.unsupportedRows;
                continue;
            }
            ++supported;
            if (variant.isCompiled())
                addCompiled(visit, variant, model);
        }
        addMeasuring(visit.workload, supported);
    }

    const Forecast& sum() const { return m_sum; }

private:
    void addWorkload(const Visit& visit, const CatalogModel& model)
    {
        const auto dtype = visit.workload.dtype;
        if (m_weights.emplace(model.name, dtype).second && !m_cache.hasWeights(visit, model))
            addDisk(bytesOfWeights(model, dtype));
        if (m_graphs.insert(visit.workload).second && !m_cache.hasGraph(visit, model))
            addDisk(bytesOfGraph(model, visit.workload));
    }

    /// Without a model: one that is compiled elsewhere.
    void addCompiled(const Visit& visit, const Variant& variant, const CatalogModel* model)
    {
        if (variant.engine == Engine::Python)
            return addCompile(visit.workload, variant); // in every run anew
        if (!m_packages.emplace(visit.workload, variant).second
            || (model && m_cache.hasPackage(visit, variant, *model)))
            return;
        addCompile(visit.workload, variant);
        if (model)
            addDisk(bytesOfPackage(*model, visit.workload.dtype, variant));
    }

    void addCompile(const Workload& workload, const Variant& variant)
    {
        ++m_sum.compiles;
        const auto known = m_experience.compile_s.find({workload, variant});
        if (known == m_experience.compile_s.end())
            ++m_sum.unknownCompiles;
        else
            m_sum.compile_s = m_sum.compile_s.value_or(0) + known->second;
    }

    void addMeasuring(const Workload& workload, int variants)
    {
        if (variants == 0)
            return;
        const auto known = m_experience.variant_s.find({workload, m_measuring});
        if (known == m_experience.variant_s.end())
            ++m_sum.unknownVisits;
        else
            m_sum.measuring_s = m_sum.measuring_s.value_or(0) + known->second * variants + m_cooldown_s;
    }

    void addDisk(std::uint64_t bytes)
    {
        if (bytes > 0)
            m_sum.disk_bytes = m_sum.disk_bytes.value_or(0) + bytes;
    }

    double m_cooldown_s;
    std::string m_measuring;
    Experience m_experience;
    CacheLook m_cache;
    const std::vector<DeviceFacts>& m_devices;
    std::set<std::pair<std::string, DataType>> m_weights;
    std::set<Workload> m_graphs;
    std::set<VariantOfWorkload> m_packages;
    Forecast m_sum;
};

} // namespace

Forecast forecast(
    const Plan& plan, const Catalog& shipped, const RunServices& services, std::vector<DeviceFacts> devices)
{
    const auto extended = catalogOf(plan, shipped);
    if (devices.empty())
        devices = findDevices(services.systemRoot, services.driver);
    Estimator estimator(plan, services, devices);
    for (const auto& visit : plan.visits)
        estimator.add(visit, extended ? *extended : shipped);
    auto sum = estimator.sum();
    if (sum.disk_bytes.value_or(0) > services.cacheLimit_bytes)
        sum.outgrownLimit_bytes = services.cacheLimit_bytes;
    return sum;
}

} // namespace inferometer::core

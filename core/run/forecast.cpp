// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/forecast.h"

#include "core/base/sha256.h"
#include "core/catalog/hub_cache.h"
#include "core/plan/support.h"
#include "core/run/machine.h"
#include "core/run/preparation.h"
#include "core/run/python_facts.h"
#include "core/store/history.h"
#include "core/store/run_reader.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace inferometer::core {

namespace {

constexpr std::size_t maxRunsRead = 20;

using VariantOfWorkload = std::pair<Workload, Variant>;
using MeasuredVisit = std::tuple<Workload, Preset>;

/// What earlier runs took on this machine, newest first.
struct Experience {
    std::map<VariantOfWorkload, double> compile_s;
    std::map<VariantOfWorkload, double> mean_s;
    std::map<MeasuredVisit, std::pair<double, std::size_t>>
        visit_s; ///< measuring time and number of variants
};

void learn(const RunRecord& run, Experience& experience)
{
    for (const auto& record : run.visits) {
        std::size_t timed = 0;
        for (const auto& row : record.rows) {
            if (row.cost.compile_s)
                experience.compile_s.emplace(
                    VariantOfWorkload{record.workload, row.result.variant}, *row.cost.compile_s);
            timed += isTimed(row.result.outcome) ? 1 : 0;
        }
        if (timed > 0 && record.measuring_s > 0)
            experience.visit_s.emplace(
                MeasuredVisit{record.workload, run.plan.policy.preset}, std::pair{record.measuring_s, timed});
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

/// Looks up which packages the cache has, as the preparation would.
class CacheLook {
public:
    CacheLook(const Plan& plan, const RunServices& services)
        : m_plan(plan)
        , m_services(services)
        , m_cache(ArtifactCache::open(services.paths.cache, services.cacheLimit_bytes))
        , m_devices(findDevices(services.systemRoot, services.driver))
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
            m_image, device.capability, driverName(device)};
    }

    const Plan& m_plan;
    const RunServices& m_services;
    Result<ArtifactCache> m_cache;
    std::vector<DeviceFacts> m_devices;
    std::optional<Environment> m_python;
    std::string m_workerDigest;
    std::string m_image;
    std::string m_sample;
};

void add(std::optional<double>& sum, double value)
{
    sum = sum.value_or(0) + value;
}

void addCompile(Forecast& forecast, const Experience& experience, const Visit& visit, const Variant& variant)
{
    ++forecast.compiles;
    const auto known = experience.compile_s.find({visit.workload, variant});
    if (known == experience.compile_s.end())
        ++forecast.unknownCompiles;
    else
        add(forecast.compile_s, known->second);
}

void addMeasuring(Forecast& forecast, const Experience& experience, const Visit& visit, const Policy& policy)
{
    const auto known = experience.visit_s.find({visit.workload, policy.preset});
    if (known == experience.visit_s.end()) {
        ++forecast.unknownVisits;
        return;
    }
    const auto& [seconds, variants] = known->second;
    add(forecast.measuring_s,
        seconds / static_cast<double>(variants) * static_cast<double>(visit.variants.size())
            + policy.cooldown_s);
}

std::uint64_t bytesOfWeights(const CatalogModel& model, DataType dtype)
{
    return static_cast<std::uint64_t>(model.parameters * (dtype == DataType::Float32 ? 4 : 2));
}

/// A package has code of its own, and holds the weights when they are frozen into it.
std::uint64_t bytesOfPackage(const CatalogModel& model, DataType dtype, const Variant& variant)
{
    constexpr std::uint64_t code_bytes = 8u << 20;
    return code_bytes + (variant.frozen ? bytesOfWeights(model, dtype) : 0);
}

void addDisk(Forecast& forecast, std::uint64_t bytes)
{
    forecast.disk_bytes = forecast.disk_bytes.value_or(0) + bytes;
}

} // namespace

Forecast forecast(const Plan& plan, const Catalog& shipped, const RunServices& services)
{
    const auto extended = catalogOf(plan, shipped);
    const auto& catalog = extended ? *extended : shipped;
    const auto experience = experienceOf(services.paths.history);
    const CacheLook cache(plan, services);
    Forecast forecast;
    std::set<std::pair<std::string, DataType>> weights; // shared by all batches and modes
    for (const auto& visit : plan.visits) {
        const bool isElsewhere =
            !visit.workload.device.target.empty(); // nobody here knows what its cache holds
        const auto* model = isElsewhere ? nullptr : catalog.findByName(visit.workload.model);
        const auto dtype = visit.workload.dtype;
        if (model && weights.emplace(model->name, dtype).second && !cache.hasWeights(visit, *model))
            addDisk(forecast, bytesOfWeights(*model, dtype));
        ++forecast.visits;
        forecast.rows += static_cast<int>(visit.variants.size());
        for (const auto& variant : visit.variants) {
            if (whyUnsupported(visit.workload, variant)) {
                ++forecast.unsupportedRows;
            } else if (variant.isCompiled() && variant.engine == Engine::Python) {
                addCompile(forecast, experience, visit, variant); // in every run anew
            } else if (variant.isCompiled() && isElsewhere) {
                ++forecast.compiles;
                ++forecast.unknownCompiles;
            } else if (variant.isCompiled() && model && !cache.hasPackage(visit, variant, *model)) {
                addCompile(forecast, experience, visit, variant);
                addDisk(forecast, bytesOfPackage(*model, dtype, variant));
            }
        }
        addMeasuring(forecast, experience, visit, plan.policy);
    }
    return forecast;
}

} // namespace inferometer::core

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/study/run_builder.h"

#include <array>

namespace inferometer::tests {
namespace {

constexpr int blockSize = 5;

Rounds roundsOf(const RowSpec& spec)
{
    Rounds rounds;
    for (const double mean : spec.rounds_s)
        rounds.emplace_back(blockSize, mean);
    return rounds;
}

Row rowOf(const RowSpec& spec)
{
    Row row;
    row.result.variant = spec.variant;
    row.result.outcome = spec.outcome;
    if (spec.outcome != Outcome::Measured)
        row.result.reason = {"test-reason", {}};
    int number = 0;
    for (const auto& samples : roundsOf(spec))
        row.result.rounds.push_back({number++, samples, {}, 0});
    if (isTimed(spec.outcome))
        row.result.before = row.result.after =
            Verification{"float32-relative", 1e-4, 0, 0, spec.isVerified, {}};
    row.result.load_s = spec.load_s;
    row.result.firstRun_s = spec.firstRun_s;
    row.result.peak_bytes = spec.peak_bytes;
    row.result.warnings = spec.warnings;
    row.cost.compile_s = spec.compile_s;
    row.cost.isCompileCached = spec.isCompileCached;
    return row;
}

/// As a run does it: wrong rows are neither compared nor compared with.
void fillConclusions(Row& row, const RowSpec& spec, const std::vector<RowSpec>& all)
{
    if (!isTimed(spec.outcome))
        return;
    Rounds baseline;
    for (const auto& other : all) {
        const bool isRight = other.outcome == Outcome::Measured && other.isVerified;
        if (other.variant == baselineOf(spec.variant) && !(other.variant == spec.variant) && isRight)
            baseline = roundsOf(other);
    }
    const bool isCompared = !baseline.empty() && spec.outcome == Outcome::Measured && spec.isVerified;
    row.conclusions = conclude(roundsOf(spec),
        Against{isCompared ? &baseline : nullptr, spec.compile_s, std::nullopt, ComparisonOptions{}});
}

} // namespace

std::vector<double> steady(double mean_s, int rounds)
{
    return std::vector<double>(static_cast<std::size_t>(rounds), mean_s);
}

RowSpec costing(Variant variant, double mean_s, double compile_s)
{
    RowSpec spec{variant, steady(mean_s)};
    spec.compile_s = compile_s;
    return spec;
}

std::vector<double> wavy(double mean_s, double share, int rounds, int shift)
{
    constexpr std::array pattern{1.0, -0.5, 0.0, 0.5, -1.0};
    std::vector<double> means;
    for (int i = 0; i < rounds; ++i)
        means.push_back(mean_s * (1 + share * pattern[static_cast<std::size_t>(i + shift) % pattern.size()]));
    return means;
}

RunBuilder::RunBuilder(std::string id)
{
    m_run.id = std::move(id);
    m_run.plan.threads = 2;
    m_run.sessions.push_back({{"torch", "2.15.0"}, {"transformers", "5.23.0"}});
    m_run.ending = Ending::Completed;
}

Visit& RunBuilder::plan(const VisitSpec& visit)
{
    Visit planned;
    planned.workload = Workload{visit.model, visit.device, visit.batch, DataType::Float32};
    planned.repetition = visit.repetition;
    planned.id = visit.model + "-" + toText(visit.device) + "-" + std::to_string(visit.batch)
        + (visit.repetition > 1 ? "#" + std::to_string(visit.repetition) : "");
    m_run.models[visit.model] = ModelFacts{visit.label, "hub/" + visit.model, visit.task};
    m_run.plan.visits.push_back(planned);
    return m_run.plan.visits.back();
}

RunBuilder& RunBuilder::visit(const VisitSpec& visit, const std::vector<RowSpec>& rows)
{
    auto& planned = plan(visit);
    VisitRecord record;
    record.visit = planned.id;
    record.workload = planned.workload;
    record.weights = "random-seed-0";
    record.image = "sample";
    record.flops = visit.flops;
    record.attention = visit.attention;
    record.conditions.deviceName = visit.deviceName;
    record.conditions.threads = 2;
    record.executor = "process";
    record.target = visit.device.target.empty() ? "local" : visit.device.target;
    if (!visit.torch.empty())
        record.conditions.versions["torch"] = visit.torch;
    for (const auto& spec : rows) {
        planned.variants.push_back(spec.variant);
        record.rows.push_back(rowOf(spec));
        fillConclusions(record.rows.back(), spec, rows);
    }
    m_run.visits.push_back(std::move(record));
    return *this;
}

RunBuilder& RunBuilder::planned(const VisitSpec& visit, const std::vector<Variant>& variants)
{
    plan(visit).variants = variants;
    return *this;
}

RunBuilder& RunBuilder::condition(const std::string& key, const std::string& value)
{
    m_run.sessions.front()[key] = value;
    return *this;
}

} // namespace inferometer::tests

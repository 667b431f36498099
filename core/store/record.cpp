// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/record.h"

#include "core/plan/note_codes.h"

#include <algorithm>
#include <array>

namespace inferometer::core {

std::string valueOf(const Environment& environment, std::string_view key)
{
    const auto found = environment.find(std::string(key));
    return found == environment.end() ? std::string() : found->second;
}

bool wasMeasuredApart(const VariantResult& result)
{
    constexpr std::array reasons{codes::measuredAlone, codes::apartForMemory, codes::apartForAllocator};
    return std::any_of(result.warnings.begin(), result.warnings.end(), [&](const Note& note) {
        return std::find(reasons.begin(), reasons.end(), note.code) != reasons.end();
    });
}

Device deviceOf(const VisitRecord& record)
{
    auto device = record.workload.device;
    if (!record.target.empty())
        device.target = record.target == "local" ? std::string() : record.target;
    return device;
}

const VisitRecord* findVisit(const RunRecord& run, std::string_view visit)
{
    const auto found = std::find_if(run.visits.begin(), run.visits.end(),
        [&](const VisitRecord& record) { return record.visit == visit; });
    return found == run.visits.end() ? nullptr : &*found;
}

bool isFinal(const VisitRecord& record)
{
    return std::none_of(record.rows.begin(), record.rows.end(), [](const Row& row) {
        const auto outcome = row.result.outcome;
        return outcome == Outcome::Cancelled || outcome == Outcome::NotRun
            || outcome == Outcome::ConnectionLost;
    });
}

namespace {

auto timedRows(const VisitRecord& record)
{
    return std::ranges::count_if(record.rows, [](const Row& row) { return isTimed(row.result.outcome); });
}

} // namespace

void addVisit(RunRecord& run, VisitRecord record)
{
    const auto* known = findVisit(run, record.visit);
    if (known && !isFinal(record) && timedRows(record) < timedRows(*known))
        return;
    std::erase_if(run.visits, [&](const VisitRecord& other) { return other.visit == record.visit; });
    run.visits.push_back(std::move(record));
}

} // namespace inferometer::core

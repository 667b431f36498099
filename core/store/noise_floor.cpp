// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/noise_floor.h"

#include "core/base/files.h"
#include "core/base/text.h"
#include "core/protocol/json.h"

#include <algorithm>
#include <cmath>

namespace inferometer::core {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t maxBytesOfFloors = 1u << 20;

struct FloorFile {
    int version = 1;
    std::vector<NoiseFloor> floors;
};

/// A copy of the variant without compiling that was compared with the first one.
bool isComparison(const Row& row)
{
    return row.result.variant.isBaseline() && row.result.variant.repetition > 1
        && row.result.variant.layout == Layout::Contiguous && row.result.outcome == Outcome::Measured
        && row.conclusions && row.conclusions->improvement_percent;
}

void add(NoiseFloor& floor, const Conclusions& conclusions)
{
    floor.floor_percent = std::max(floor.floor_percent, std::abs(conclusions.improvement_percent->value));
    ++floor.comparisons;
    if (conclusions.verdict == Verdict::Faster || conclusions.verdict == Verdict::Slower)
        ++floor.wrongVerdicts;
}

} // namespace

template <> struct Fields<NoiseConditions> {
    static constexpr auto all = std::tuple{
        Field{"device", &NoiseConditions::device, Presence::Required},
        Field{"device_name", &NoiseConditions::deviceName},
        Field{"threads", &NoiseConditions::threads, Presence::Required},
        Field{"allocator", &NoiseConditions::allocator},
        Field{"executor", &NoiseConditions::executor},
    };
};

template <> struct Fields<NoiseFloor> {
    static constexpr auto all = std::tuple{
        Field{"conditions", &NoiseFloor::conditions, Presence::Required},
        Field{"floor_percent", &NoiseFloor::floor_percent, Presence::Required},
        Field{"comparisons", &NoiseFloor::comparisons, Presence::Required},
        Field{"wrong_verdicts", &NoiseFloor::wrongVerdicts},
        Field{"model", &NoiseFloor::model},
        Field{"batch", &NoiseFloor::batch},
        Field{"dtype", &NoiseFloor::dtype},
        Field{"run", &NoiseFloor::run},
        Field{"measured_utc", &NoiseFloor::measured_utc},
    };
};

template <> struct Fields<FloorFile> {
    static constexpr auto all = std::tuple{
        Field{"version", &FloorFile::version, Presence::Required},
        Field{"floors", &FloorFile::floors, Presence::Required},
    };
};

std::vector<NoiseFloor> noiseFloorsOf(const RunRecord& run)
{
    std::vector<NoiseFloor> floors;
    for (const auto& record : run.visits) {
        if (record.isInParallel) // what others do at the time is no condition that can be named
            continue;
        const auto conditions = noiseConditionsOf(run, record);
        for (const auto& row : record.rows) {
            if (!isComparison(row))
                continue;
            auto found = std::find_if(floors.begin(), floors.end(),
                [&](const NoiseFloor& floor) { return floor.conditions == conditions; });
            if (found == floors.end()) {
                const auto& work = record.workload;
                floors.push_back(
                    {conditions, 0, 0, 0, work.model, work.batch, work.dtype, run.id, record.finished_utc});
                found = std::prev(floors.end());
            }
            found->measured_utc = record.finished_utc;
            add(*found, *row.conclusions);
        }
    }
    return floors;
}

NoiseConditions noiseConditionsOf(const RunRecord& run, const VisitRecord& record)
{
    return {toText(deviceOf(record)), record.conditions.deviceName, record.conditions.threads,
        run.plan.allocator, record.executor};
}

fs::path noiseFloorPath(const fs::path& history)
{
    return history / "noise-floors.json";
}

Result<std::vector<NoiseFloor>> readNoiseFloors(const fs::path& path)
{
    std::error_code failure;
    if (!fs::exists(path, failure))
        return std::vector<NoiseFloor>();
    const auto text = readFile(path, maxBytesOfFloors);
    if (!text)
        return text.error();
    const auto json = parseJson(*text, ErrorCode::FileInvalid);
    auto file = json ? fromJson<FloorFile>(*json, ErrorCode::FileInvalid, "file of noise floors")
                     : Result<FloorFile>(json.error());
    if (!file)
        return file.error();
    if (file->version != FloorFile().version)
        return Error{ErrorCode::SchemaTooNew,
            Note{"noise-floors-of-other-version", {path.string(), std::to_string(file->version)}}};
    return std::move(file->floors);
}

Result<void> keepNoiseFloors(const fs::path& path, const std::vector<NoiseFloor>& floors)
{
    auto kept = readNoiseFloors(path);
    if (!kept)
        return kept.error();
    for (const auto& floor : floors) {
        std::erase_if(*kept, [&](const NoiseFloor& other) { return other.conditions == floor.conditions; });
        kept->push_back(floor);
    }
    return writeFileAtomically(
        path, toLine(writeJson(FloorFile{1, *std::move(kept)})) + "\n", Access::Private);
}

std::optional<NoiseFloor> noiseFloorFor(
    const std::vector<NoiseFloor>& floors, const NoiseConditions& conditions)
{
    const auto found = std::find_if(floors.begin(), floors.end(),
        [&](const NoiseFloor& floor) { return floor.conditions == conditions; });
    return found == floors.end() ? std::nullopt : std::optional(*found);
}

} // namespace inferometer::core

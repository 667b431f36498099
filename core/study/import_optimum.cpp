// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/import.h"

#include "core/base/text.h"
#include "core/protocol/json.h"
#include "core/stats/summary.h"
#include "core/study/import_words.h"
#include "core/study/note_codes.h"
#include "core/study/phrases.h"

#include <algorithm>
#include <initializer_list>

namespace inferometer::core {
namespace {

/// Its samples are one series; as many consecutive blocks stand for the rounds.
constexpr std::size_t mostBlocks = 20;

Error invalid(const std::string& what)
{
    return Error{ErrorCode::FileInvalid, "The file of optimum-benchmark " + what + "."};
}

/// Null where a part of the way is missing.
const Json* find(const Json& document, std::initializer_list<const char*> way)
{
    const Json* place = &document;
    for (const auto* key : way) {
        const auto found = place->is_object() ? place->find(key) : place->end();
        if (!place->is_object() || found == place->end() || found->is_null())
            return nullptr;
        place = &*found;
    }
    return place;
}

std::string textAt(const Json& document, std::initializer_list<const char*> way)
{
    const auto* found = find(document, way);
    return found != nullptr && found->is_string() ? trimmed(found->get<std::string>()) : std::string();
}

bool isTrueAt(const Json& document, std::initializer_list<const char*> way)
{
    const auto* found = find(document, way);
    return found != nullptr && found->is_boolean() && found->get<bool>();
}

/// Durations of a phase in seconds; empty where it was not measured.
std::vector<double> durations(const Json& document, const char* phase)
{
    std::vector<double> values;
    const auto* list = find(document, {"report", phase, "latency", "values"});
    if (list == nullptr || !list->is_array() || textAt(document, {"report", phase, "latency", "unit"}) != "s")
        return {};
    for (const auto& value : *list) {
        if (!value.is_number())
            return {};
        values.push_back(value.get<double>());
    }
    return areValidSamples(values) ? values : std::vector<double>{};
}

Rounds blocksOf(const std::vector<double>& samples_s)
{
    const std::size_t count = std::min(samples_s.size(), mostBlocks);
    Rounds rounds;
    for (std::size_t i = 0; i < count; ++i) {
        const auto begin = samples_s.begin() + static_cast<std::ptrdiff_t>(i * samples_s.size() / count);
        const auto end = samples_s.begin() + static_cast<std::ptrdiff_t>((i + 1) * samples_s.size() / count);
        rounds.emplace_back(begin, end);
    }
    return rounds;
}

Result<Variant> variantOf(const Json& document)
{
    Variant variant{Engine::Python};
    if (!isTrueAt(document, {"config", "backend", "torch_compile"}))
        return variant;
    const auto mode = importedMode(
        textAt(document, {"config", "backend", "torch_compile_config", "mode"}), CompileMode::Default);
    if (!mode)
        return mode.error();
    variant.mode = *mode;
    return variant;
}

std::optional<int> batchOf(const Json& document)
{
    const auto* batch = find(document, {"config", "scenario", "input_shapes", "batch_size"});
    if (batch == nullptr || !batch->is_number_integer())
        return std::nullopt;
    const auto value = batch->get<std::int64_t>();
    return value >= 1 && value <= 1'000'000 ? std::optional(static_cast<int>(value)) : std::nullopt;
}

std::string deviceName(const Json& document, const std::string& device)
{
    const auto* gpus = find(document, {"config", "environment", "gpu"});
    if (device == "cuda" && gpus != nullptr && gpus->is_array() && !gpus->empty()
        && gpus->front().is_string())
        return gpus->front().get<std::string>();
    const auto cpu = textAt(document, {"config", "environment", "cpu"});
    return device == "cpu" && !cpu.empty() ? cpu : device;
}

/// One file: its row with its rounds.
struct Scenario {
    StudyRow row;
    Rounds rounds;
};

Result<Scenario> scenarioOf(const Json& document, const Catalog& catalog)
{
    if (find(document, {"config", "backend"}) == nullptr || find(document, {"report"}) == nullptr)
        return invalid("has no configuration or no report; the one called benchmark.json has both");
    if (textAt(document, {"config", "backend", "name"}) != "pytorch")
        return invalid("comes from another backend than PyTorch");
    const auto variant = variantOf(document);
    const auto dtype =
        importedType(textAt(document, {"config", "backend", "torch_dtype"}), DataType::Float32);
    const auto batch = batchOf(document);
    const auto samples = durations(document, "forward");
    const auto model = textAt(document, {"config", "backend", "model"});
    if (!variant)
        return variant.error();
    if (!dtype)
        return dtype.error();
    if (!batch || samples.empty() || model.empty())
        return invalid("has no durations of a forward pass, no model or no batch size");
    Scenario scenario;
    auto& row = scenario.row;
    nameModel(row, model, catalog);
    const auto device = textAt(document, {"config", "backend", "device"});
    row.setting.device = device;
    row.torch = textAt(document, {"config", "backend", "version"});
    row.setting.dtype = *dtype;
    row.deviceName = deviceName(document, device);
    row.batch = *batch;
    row.variant = *variant;
    row.outcome = Outcome::Measured;
    if (const auto load = durations(document, "load_model"); !load.empty())
        row.load_s = load.front();
    if (const auto first = durations(document, "first_forward"); !first.empty())
        row.firstRun_s = first.front();
    if (!row.variant.isBaseline())
        row.compile_s = row.firstRun_s; // torch.compile compiles in the first call
    scenario.rounds = blocksOf(samples);
    for (std::size_t i = 0; i < scenario.rounds.size(); ++i)
        row.rounds.push_back({static_cast<int>(i), blockSum(scenario.rounds[i])});
    return scenario;
}

bool isSameScenario(const StudyRow& a, const StudyRow& b)
{
    return a.model == b.model && a.batch == b.batch && a.setting == b.setting;
}

/// Nobody checked the outputs; durations can be compared all the same, one after the other as they were
/// taken.
void addConclusions(StudyTable& table, std::vector<Scenario>& scenarios)
{
    for (auto& scenario : scenarios) {
        const auto baseline = std::find_if(scenarios.begin(), scenarios.end(), [&](const Scenario& other) {
            return other.row.variant.isBaseline() && isSameScenario(other.row, scenario.row);
        });
        const bool isCompared = baseline != scenarios.end() && !scenario.row.variant.isBaseline();
        Against against;
        against.baseline = isCompared ? &baseline->rounds : nullptr;
        against.compile_s = scenario.row.compile_s;
        against.options.isInterleaved = false;
        auto row = scenario.row;
        row.conclusions = conclude(scenario.rounds, against);
        if (row.conclusions)
            row.mean_s = row.conclusions->mean_s;
        table.rows.push_back(std::move(row));
    }
    if (scenarios.size() == 1)
        table.notes.push_back(phrase(codes::importedOneScenario));
}

void addConditions(StudyTable& table, const Json& document)
{
    const auto add = [&](const char* key, const std::string& value) {
        auto& values = table.conditions[key];
        if (!value.empty() && std::find(values.begin(), values.end(), value) == values.end())
            values.push_back(value);
    };
    add("torch", textAt(document, {"config", "backend", "version"}));
    add("transformers", textAt(document, {"config", "environment", "transformers_version"}));
    add("python", textAt(document, {"config", "environment", "python_version"}));
    add("cpu_model", textAt(document, {"config", "environment", "cpu"}));
    add("device_name", deviceName(document, textAt(document, {"config", "backend", "device"})));
    add("order", "sequential");
    std::erase_if(table.conditions, [](const auto& entry) { return entry.second.empty(); });
}

} // namespace

Result<StudyTable> importOptimumBenchmark(
    std::span<const std::string> texts, const Catalog& catalog, const std::string& source)
{
    auto table = importedTable(source);
    table.notes.push_back(phrase(codes::importedNotChecked));
    std::vector<Scenario> scenarios;
    LeftOut leftOut;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto document = parseJson(texts[i], ErrorCode::FileInvalid);
        auto scenario = document ? scenarioOf(*document, catalog) : Result<Scenario>(document.error());
        if (!scenario) {
            leftOut.add(i + 1, scenario.error().detail);
            continue;
        }
        addConditions(table, *document);
        scenarios.push_back(std::move(*scenario));
    }
    addConclusions(table, scenarios);
    if (const auto settled = leftOut.settle(table); !settled)
        return settled.error();
    return table;
}

} // namespace inferometer::core

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/plan_report.h"

#include "app/cli/columns.h"
#include "app/cli/names.h"
#include "core/base/numbers.h"
#include "core/base/text.h"
#include "core/plan/study.h"
#include "core/plan/support.h"
#include "core/store/markdown.h"
#include "core/store/run_reader.h"
#include "text/note_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace inferometer::cli {

namespace {

using Json = nlohmann::ordered_json;

/// Compilations that a plan asks for, whether the cache has them or not.
struct Compilations {
    int packages = 0; ///< of C++ variants; kept in the cache
    int inPython = 0; ///< in every run anew
};

using Devices = std::vector<core::DeviceFacts>;

std::optional<core::Note> whyUnsupported(
    const core::Visit& visit, const core::Variant& variant, const Devices& devices)
{
    return core::whyUnsupported(
        visit.workload, variant, core::factsOf(devices, visit.workload.device).capability);
}

Compilations compilationsOf(const core::Plan& plan, const Devices& devices)
{
    std::set<std::pair<core::Workload, core::Variant>> packages;
    Compilations count;
    for (const auto& visit : plan.visits) {
        for (const auto& variant : visit.variants) {
            if (!variant.isCompiled() || whyUnsupported(visit, variant, devices))
                continue;
            if (variant.engine == core::Engine::Python)
                ++count.inPython;
            else
                packages.emplace(visit.workload, variant);
        }
    }
    count.packages = static_cast<int>(packages.size());
    return count;
}

/// "about 2 min 10 s", with what nobody knows beside it.
std::string costText(
    const std::optional<double>& known_s, int unknown, const std::string& one, const std::string& many)
{
    if (!known_s)
        return "an unknown time until the first run";
    auto text = "about " + durationText(*known_s);
    if (unknown > 0)
        text += ", and " + countText(unknown, one, many) + " of unknown time";
    return text;
}

std::string compileText(const core::Plan& plan, const core::Forecast& forecast, const Devices& devices)
{
    const auto all = compilationsOf(plan, devices);
    const int missing = forecast.compiles - all.inPython;
    std::vector<std::string> parts;
    if (missing > 0)
        parts.push_back(countText(missing, "package", "packages") + " to compile");
    if (missing > 0 && missing < all.packages)
        parts.push_back(std::to_string(all.packages - missing) + " in the cache");
    if (all.packages > 0 && missing == 0)
        parts.push_back(all.packages == 1
                ? "nothing to compile: the package is in the cache"
                : "nothing to compile: all " + std::to_string(all.packages) + " packages are in the cache");
    if (all.inPython > 0)
        parts.push_back(countText(all.inPython, "torch.compile", "torch.compiles") + " in Python");
    if (parts.empty())
        return "nothing to compile";
    const auto text = core::join(parts, ", ");
    return forecast.compiles == 0 ? text
                                  : text + " ("
            + costText(forecast.compile_s, forecast.unknownCompiles, "compilation", "compilations") + ")";
}

std::string inferenceText(const core::Forecast& forecast)
{
    return "inferences take "
        + costText(forecast.measuring_s, forecast.unknownVisits, "workload", "workloads");
}

std::string sizeText(const core::Forecast& forecast)
{
    auto text =
        countText(forecast.visits, "workload", "workloads") + ", " + countText(forecast.rows, "row", "rows");
    if (forecast.unsupportedRows > 0)
        text += " (" + std::to_string(forecast.unsupportedRows) + " unsupported)";
    return text;
}

std::string variantsText(const core::Visit& visit, bool withEngine, const Devices& devices)
{
    std::vector<std::string> names;
    for (const auto& variant : visit.variants) {
        const bool isSupported = !whyUnsupported(visit, variant, devices);
        names.push_back(core::variantName(variant, withEngine) + (isSupported ? "" : " (unsupported)"));
    }
    return core::join(names, "; ");
}

std::string diskText(const core::Forecast& forecast)
{
    if (!forecast.disk_bytes)
        return "nothing known to grow";
    auto text = "the cache grows by about " + core::bytesText(*forecast.disk_bytes);
    if (forecast.outgrownLimit_bytes)
        text += ", more than its limit of " + core::bytesText(*forecast.outgrownLimit_bytes)
            + ": early entries go, and will be made again";
    return text;
}

/// What all workloads have in common; nothing where they differ.
std::string commonVariants(const core::Plan& plan, bool withEngine, const Devices& devices)
{
    std::set<std::string> texts;
    for (const auto& visit : plan.visits)
        texts.insert(variantsText(visit, withEngine, devices));
    return texts.size() == 1 ? *texts.begin() : std::string();
}

/// Each reason once: the same ones hold for every workload of a device.
std::string unsupportedText(const core::Plan& plan, bool withEngine, const Devices& devices)
{
    std::set<std::string> lines;
    for (const auto& visit : plan.visits) {
        const auto& work = visit.workload;
        const auto place = core::toText(work.device);
        const auto capability = core::factsOf(devices, work.device).capability;
        if (const auto reason = core::whyTypeUnsupported(work.dtype, work.device, capability)) {
            lines.insert(place + ", " + std::string(core::toWord(work.dtype)) + ": unsupported. "
                + text::sentence(*reason) + "\n");
            continue;
        }
        if (const auto doubt = core::doubtAboutTf32(plan.cuda, work, capability))
            lines.insert(place + ": " + text::sentence(*doubt) + "\n");
        for (const auto& variant : visit.variants) {
            if (const auto reason = core::whyUnsupported(work, variant))
                lines.insert(place + ", " + core::variantName(variant, withEngine) + ": unsupported. "
                    + text::sentence(*reason) + "\n");
        }
    }
    std::string text;
    for (const auto& line : lines)
        text += line;
    return text;
}

} // namespace

std::string forecastLine(const core::Plan& plan, const core::Forecast& forecast, const Devices& devices)
{
    return sizeText(forecast) + "; " + compileText(plan, forecast, devices) + "; " + inferenceText(forecast);
}

std::string planText(const core::Plan& plan, const core::Catalog& catalog, const core::Forecast& forecast,
    const Devices& devices)
{
    const bool withEngine = hasSeveralEngines(plan);
    const auto common = commonVariants(plan, withEngine, devices);
    std::vector<std::string> header{"WORKLOAD", "DEVICE", "BATCH", "TYPE"};
    if (common.empty())
        header.emplace_back("VARIANTS");
    Columns table(header);
    for (const auto& visit : plan.visits) {
        const auto* model = catalog.findByName(visit.workload.model);
        std::vector<std::string> cells{
            model ? std::string(core::guideName(model->task)) + "/" + model->label : visit.workload.model,
            core::toText(visit.workload.device), std::to_string(visit.workload.batch),
            std::string(core::toWord(visit.workload.dtype))};
        if (common.empty())
            cells.push_back(variantsText(visit, withEngine, devices));
        table.add(std::move(cells));
    }
    const std::string parallel =
        plan.parallelDevices ? "Devices: the GPUs of one machine are measured at the same time\n" : "";
    return table.text() + "\n" + (common.empty() ? "" : "Variants: " + common + "\n") + parallel
        + unsupportedText(plan, withEngine, devices) + "Size: " + sizeText(forecast)
        + "\nCompile: " + compileText(plan, forecast, devices) + "\nMeasure: " + inferenceText(forecast)
        + "\nDisk: " + diskText(forecast) + "\n";
}

std::string studyLine(const core::Plan& plan, const std::string& study, const core::Forecast& forecast)
{
    const bool isOnCpu = std::any_of(plan.visits.begin(), plan.visits.end(),
        [](const core::Visit& visit) { return visit.workload.device.kind == core::DeviceKind::Cpu; });
    auto text = "Study: by their time limits warm-up and inferences take about "
        + durationText(core::sumOfLimits_s(plan))
        + ", more where single inferences are long; first runs, checks and compiling come on top";
    if (forecast.measuring_s && forecast.unknownVisits == 0)
        text += "; by earlier runs the inferences take about " + durationText(*forecast.measuring_s);
    if (isOnCpu && study != "guide-short")
        text += "; what a CPU can afford of it is 'inferometer-cli run --study guide-short'";
    if (study == "guide")
        text += "; what the guide repeated with a second version of torch needs an installation of that "
                "version and is 'inferometer-cli run --study guide-second-version'";
    return text + ".";
}

std::string planJson(const core::Plan& plan, const core::Forecast& forecast, const Devices& devices)
{
    Json cost{{"visits", forecast.visits}, {"rows", forecast.rows},
        {"unsupported_rows", forecast.unsupportedRows}, {"packages", compilationsOf(plan, devices).packages},
        {"compiles", forecast.compiles}, {"unknown_compiles", forecast.unknownCompiles},
        {"unknown_visits", forecast.unknownVisits}};
    if (forecast.compile_s)
        cost["compile_s"] = *forecast.compile_s;
    if (forecast.measuring_s)
        cost["measuring_s"] = *forecast.measuring_s;
    if (forecast.disk_bytes)
        cost["disk_bytes"] = *forecast.disk_bytes;
    return Json{{"plan", Json::parse(core::planText(plan))}, {"forecast", std::move(cost)}}.dump(2) + "\n";
}

} // namespace inferometer::cli

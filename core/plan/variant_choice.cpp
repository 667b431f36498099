// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/variant_choice.h"

#include "core/plan/choices.h"

#include <algorithm>
#include <tuple>

namespace inferometer::core {

namespace {

Error invalidChoice(std::string sentence)
{
    return Error{ErrorCode::UsageInvalid, std::move(sentence)};
}

Result<std::vector<bool>> freezingOf(const std::string& word)
{
    if (word.empty() || word == "no")
        return std::vector<bool>{false};
    if (word == "yes")
        return std::vector<bool>{true};
    if (word == "both")
        return std::vector<bool>{false, true};
    return invalidChoice("--freeze is yes, no or both, not '" + oneLine(word, 60) + "'.");
}

Result<bool> isEagerRecorded(const std::string& word)
{
    if (word.empty() || word == "none" || word == "eager")
        return word == "eager";
    return invalidChoice("--cuda-graph is none or eager, not '" + oneLine(word, 60) + "'.");
}

/// How often a variant takes part: compiled ones compiled anew each time, the others as they are.
struct Repetitions {
    int compiles = 1;
    int copies = 1;
};

/// Baselines first: other variants are compared with them, and a Python variant cannot be frozen here.
std::vector<Variant> variantsOf(const std::vector<Engine>& engines, const std::vector<CompileMode>& modes,
    const std::vector<Layout>& layouts, const std::vector<bool>& freezing, bool recordsEager,
    const Repetitions& repetitions)
{
    std::vector<Variant> variants;
    const auto add = [&](const Variant& variant) {
        if (std::count(variants.begin(), variants.end(), variant) == 0)
            variants.push_back(variant);
    };
    for (const auto engine : engines) {
        add(Variant{engine});
        if (recordsEager && engine == Engine::Cpp) {
            Variant recorded{engine};
            recorded.cudaGraph = true;
            add(recorded);
        }
        for (const auto layout : layouts) {
            add(Variant{engine, CompileMode::None, false, layout}); // what the layout alone gains
            for (const auto mode : modes) {
                for (const bool isFrozen : freezing) {
                    Variant variant{
                        engine, mode, isFrozen && engine == Engine::Cpp && mode != CompileMode::None, layout};
                    add(variant);
                    const int count = variant.isBaseline() ? repetitions.copies : repetitions.compiles;
                    for (variant.repetition = 2; variant.repetition <= count; ++variant.repetition)
                        add(variant);
                }
            }
        }
    }
    return variants;
}

} // namespace

Result<std::vector<Variant>> chosenVariants(const Selection& selection, Preset preset)
{
    const auto usual =
        preset == Preset::Quick ? std::vector{Engine::Cpp} : std::vector{Engine::Cpp, Engine::Python};
    const auto engines = chosenList<Engine>(selection.engines, usual, "engine");
    if (!engines)
        return engines.error();
    const auto modes =
        chosenList<CompileMode>(selection.modes, {CompileMode::None, CompileMode::Default}, "compile mode");
    if (!modes)
        return modes.error();
    const auto layouts = chosenList<Layout>(selection.layouts, {Layout::Contiguous}, "layout");
    if (!layouts)
        return layouts.error();
    const auto freezing = freezingOf(selection.freeze);
    if (!freezing)
        return freezing.error();
    const auto recordsEager = isEagerRecorded(selection.cudaGraph);
    if (!recordsEager)
        return recordsEager.error();
    return variantsOf(*engines, *modes, *layouts, *freezing, *recordsEager,
        {selection.compiles.value_or(1), selection.copies.value_or(1)});
}

Result<CudaChoices> chosenCuda(const Selection& selection)
{
    CudaChoices choices;
    choices.cudnnBenchmark = selection.cudnnBenchmark;
    choices.staticInputs = selection.staticInputs;
    for (const auto& [name, word, choice] :
        {std::tuple{"--tf32-matmul", &selection.tf32Matmul, &choices.tf32Matmul},
            {"--tf32-conv", &selection.tf32Conv, &choices.tf32Conv}}) {
        if (!word->empty() && *word != "on" && *word != "off")
            return invalidChoice(std::string(name) + " is on or off, not '" + oneLine(*word, 60) + "'.");
        if (!word->empty())
            *choice = *word == "on";
    }
    return choices;
}

} // namespace inferometer::core

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_notes.h"

#include "app/cli/names.h"
#include "core/base/text.h"
#include "core/store/flat_rows.h"
#include "core/store/markdown.h"
#include "text/names.h"
#include "text/note_text.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace inferometer::cli {

namespace {

/// Text of others (names, first lines of errors) must not change the document.
std::string escaped(const std::string& text)
{
    std::string safe;
    for (const char c : core::oneLine(text)) {
        if (std::string_view("|<>`\\*").find(c) != std::string_view::npos)
            safe += '\\';
        safe += c;
    }
    return safe;
}

/// The rows that a sentence is about: variants by workload.
struct Finding {
    std::string sentence;
    std::vector<std::pair<std::string, std::vector<std::string>>> workloads;
    std::size_t rows = 0;
};

/// Sentences in order of appearance, each once, with the rows that they are about.
class Findings {
public:
    explicit Findings(const core::RunRecord& run)
        : m_run(run)
        , m_withEngine(hasSeveralEngines(run.plan))
    {
        for (const auto& visit : run.plan.visits)
            m_rows += visit.variants.size();
    }

    void add(const std::string& sentence, const core::FlatRow& row)
    {
        const auto isSame = [&](const Finding& finding) { return finding.sentence == sentence; };
        const auto found = std::find_if(m_findings.begin(), m_findings.end(), isSame);
        auto& finding =
            found == m_findings.end() ? m_findings.emplace_back(Finding{sentence, {}, 0}) : *found;
        const auto workload = labelOf(m_run, row.visit->workload) + " · " + conditionsOf(row.visit->workload);
        if (finding.workloads.empty() || finding.workloads.back().first != workload)
            finding.workloads.push_back({workload, {}});
        const auto variant = core::variantName(row.variant, m_withEngine);
        auto& variants = finding.workloads.back().second;
        if (std::find(variants.begin(), variants.end(), variant) != variants.end())
            return;
        variants.push_back(variant);
        ++finding.rows;
    }

    /// What concerns everything comes last.
    std::string lines() const
    {
        std::string special;
        std::string general;
        for (const auto& finding : m_findings)
            (isGeneral(finding) ? general : special) +=
                "- " + rowsOf(finding) + ": " + finding.sentence + "\n";
        return special + general;
    }

private:
    bool isGeneral(const Finding& finding) const { return finding.rows == m_rows && m_rows > 1; }

    std::string rowsOf(const Finding& finding) const
    {
        constexpr std::size_t shown = 6;
        if (isGeneral(finding))
            return "All rows";
        std::vector<std::string> names;
        for (const auto& [workload, variants] : finding.workloads)
            names.push_back(workload + " (" + core::join(variants, "; ") + ")");
        if (names.size() > shown) {
            names[shown - 1] = std::to_string(names.size() - shown + 1) + " more workloads";
            names.resize(shown);
        }
        return escaped(core::join(names, ", "));
    }

    const core::RunRecord& m_run;
    bool m_withEngine;
    std::size_t m_rows = 0;
    std::vector<Finding> m_findings;
};

/// What a reader who compares with the guide's published tables has to know.
std::vector<std::string> differencesOf(const core::RunRecord& run)
{
    const auto& plan = run.plan;
    std::vector<std::string> differences;
    const auto anyVariant = [&](auto&& isMeant) {
        return std::any_of(plan.visits.begin(), plan.visits.end(), [&](const core::Visit& visit) {
            return std::any_of(visit.variants.begin(), visit.variants.end(), isMeant);
        });
    };
    const auto anyRecord = [&](auto&& isMeant) {
        return std::any_of(run.visits.begin(), run.visits.end(), isMeant);
    };
    if (anyVariant([](const core::Variant& v) { return v.engine == core::Engine::Cpp; }))
        differences.emplace_back("C++ variants run a graph of torch.export and compile it with AOTInductor, "
                                 "not with torch.compile");
    if (anyRecord([](const core::VisitRecord& r) { return r.weights.starts_with("random"); }))
        differences.emplace_back("weights are random");
    if (anyRecord([](const core::VisitRecord& r) { return r.image == "sample"; }))
        differences.emplace_back("the image is the project's own");
    if (plan.policy.exactSamples != 300)
        differences.emplace_back("not exactly 300 inferences");
    if (plan.policy.order == core::Order::Interleaved)
        differences.emplace_back("variants take turns in rounds");
    if (plan.allocator == core::Allocator::Retain)
        differences.emplace_back("the process keeps freed memory");
    if (anyRecord([](const core::VisitRecord& r) { return r.attention == core::Attention::Sdpa; }))
        differences.emplace_back("attention is fused (SDPA)");
    return differences;
}

void addFailure(Findings& findings, const core::FlatRow& row)
{
    const auto outcome = core::outcomeOf(row);
    if (outcome == core::Outcome::Measured)
        return;
    auto sentence = text::nameIn(text::outcomes(), core::toWord(outcome)) + ".";
    if (const auto reason = text::sentence(core::reasonOf(row)); !reason.empty())
        sentence += " " + reason;
    if (row.row && !row.row->result.detail.empty())
        sentence += " (" + row.row->result.detail + ")";
    findings.add(escaped(sentence), row);
}

void addVerdict(Findings& findings, const core::FlatRow& row)
{
    const auto* conclusions = row.row && row.row->conclusions ? &*row.row->conclusions : nullptr;
    if (conclusions && conclusions->verdict == core::Verdict::Unclear)
        findings.add("unclear. " + escaped(text::sentence(conclusions->verdictReason)), row);
}

void addWarnings(Findings& findings, const core::FlatRow& row)
{
    for (const auto& note : core::warningsOf(row))
        findings.add(escaped(text::sentence(note)), row);
}

/// Why measuring ended where that is not what was asked for.
void addEnding(Findings& findings, const core::FlatRow& row)
{
    const auto reason = core::stopReasonOf(row);
    const bool isAsAsked = reason.empty() || reason == "criteria-met" || reason == "exact-samples";
    if (core::isTimed(core::outcomeOf(row)) && !isAsAsked)
        findings.add(escaped(text::nameIn(text::stopReasons(), reason)), row);
}

/// By criterion, since hardly two rows miss one by the same number; numbers stand in exports and in the
/// window. The warm-up may have missed its aim where the measurement reached all of its own.
void addNotReached(Findings& findings, const core::FlatRow& row)
{
    if (!core::isTimed(core::outcomeOf(row)))
        return;
    for (const auto& note : core::notReachedBy(row))
        findings.add(escaped("Not reached: " + text::nameIn(text::criteria(), note.code) + "."), row);
}

} // namespace

std::string notesBelow(const core::RunRecord& run)
{
    const auto rows = core::flatRows(run);
    Findings findings(run);
    for (const auto add : {addFailure, addVerdict, addWarnings, addEnding, addNotReached}) {
        for (const auto& row : rows)
            add(findings, row);
    }
    const auto lines = findings.lines();
    const auto differences = core::join(differencesOf(run), "; ");
    return (differences.empty() ? "" : "\nDiffers from the guide's method: " + differences + ".\n")
        + (lines.empty() ? "" : "\nNotes:\n\n" + lines);
}

} // namespace inferometer::cli

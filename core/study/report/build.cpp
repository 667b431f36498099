// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/report/build.h"

#include "core/study/headline.h"
#include "core/study/note_codes.h"
#include "core/study/phrases.h"
#include "core/study/report/claims.h"
#include "core/study/report/guide_table.h"
#include "core/study/report/method.h"
#include "core/study/report/note_codes.h"
#include "core/study/report/published_table.h"
#include "core/study/report/trust_table.h"
#include "core/study/sanity.h"
#include "core/study/scaling.h"
#include "core/study/split.h"

#include <algorithm>

namespace inferometer::core::report {
namespace {

/// A document under construction, of one run.
class Builder {
public:
    Builder(const RunRecord& run, const ReportRequest& request)
        : m_run(run)
        , m_request(request)
        , m_table(tableOf(run))
    {
    }

    Document build() &&
    {
        m_document.title = phrase(codes::reportTitle, {m_table.label});
        add(Paragraph{phrase(codes::reportIntro,
            {m_run.created_utc, conditionText(m_table, "device_name"), conditionText(m_table, "torch")})});
        if (m_run.isSample)
            add(Paragraph{phrase(codes::reportSample)});
        addBenefits();
        addMethod();
        addFigures();
        addTables();
        addWorth();
        addPublished();
        addClaims();
        addNotes(codes::headingDifferences, differencesFromGuide(m_run, m_table));
        addConditions();
        return std::move(m_document);
    }

private:
    void add(Part part) { m_document.parts.push_back(std::move(part)); }

    void addHeading(int level, std::string_view code, std::vector<std::string> args = {})
    {
        add(Heading{level, phrase(code, std::move(args))});
    }

    void addNotes(std::string_view heading, std::vector<Note> notes)
    {
        if (notes.empty())
            return;
        addHeading(2, heading);
        add(List{std::move(notes)});
    }

    void addBenefits()
    {
        addNotes(codes::headingBenefits, sentencesOf(headlineOf(m_table), m_table));
        Table advice{{phrase(codes::columnAdvice), phrase(codes::columnReason)}, {}, conditionsOfRun()};
        for (const auto& decision : decisionsOf(m_table, m_request.decision)) {
            const bool isExplained = decision.advice != Advice::Compile && !decision.reasons.empty();
            advice.rows.push_back({decision.sentence, isExplained ? decision.reasons.front() : literal("–")});
        }
        if (advice.rows.empty())
            return;
        addHeading(2, codes::headingAdvice);
        add(std::move(advice));
    }

    void addMethod()
    {
        addNotes(codes::headingMethod, methodOf(m_run, m_table));
        addHeading(3, codes::headingModels);
        constexpr std::array tasks{std::pair(Task::Classification, codes::taskClassification),
            std::pair(Task::Segmentation, codes::taskSegmentation),
            std::pair(Task::Detection, codes::taskDetection), std::pair(Task::Other, codes::taskOther)};
        for (const auto& [task, name] : tasks) {
            List models;
            std::vector<std::string> seen;
            for (const std::size_t index : guideOrder(m_table)) {
                const auto& row = m_table.rows[index];
                if (row.task != task || std::find(seen.begin(), seen.end(), row.model) != seen.end())
                    continue;
                seen.push_back(row.model);
                models.items.push_back(modelNote(row));
            }
            if (!models.items.empty()) {
                add(Paragraph{phrase(name)});
                add(std::move(models));
            }
        }
    }

    Note modelNote(const StudyRow& row) const
    {
        const auto facts = m_run.models.find(row.model);
        const bool isNamed = facts != m_run.models.end() && !facts->second.hubId.empty();
        return phrase(codes::modelLine, {isNamed ? facts->second.hubId : row.model, row.label});
    }

    void addFigures()
    {
        addHeading(2, codes::headingResults);
        for (const auto& figure : m_request.figures) {
            std::vector<std::string> args{figure.deviceName};
            auto code = codes::figureBatchComparison;
            if (figure.kind != FigureKind::BatchComparison) {
                args.push_back(std::to_string(figure.batch));
                code = figure.kind == FigureKind::Duration ? codes::figureDuration : codes::figureImprovement;
            } else if (figure.engine) {
                args.push_back(displayName(*figure.engine));
                code = codes::figureBatchComparisonOf;
            }
            add(Figure{phrase(code, std::move(args)), figure.path, figure.png});
        }
    }

    void addTables()
    {
        add(Paragraph{phrase(codes::reportTables)});
        std::string mode;
        for (auto& each : guideTables(m_table)) {
            const auto variant = displayName(each.subject.variant);
            if (!each.isMain && variant != mode) {
                mode = variant;
                addHeading(2, codes::headingMode, {variant});
            }
            add(Heading{3, std::move(each.name)});
            add(std::move(each.table));
        }
    }

    void addWorth()
    {
        auto trust = trustTable(m_table);
        if (!trust.rows.empty()) {
            addHeading(2, codes::headingTrust);
            add(Paragraph{phrase(codes::reportTrust)});
            trust.caption = conditionsOfRun();
            add(std::move(trust));
        }
        std::vector<Note> splits;
        for (const auto& split : splitsOf(m_table))
            splits.push_back(split.sentence);
        addNotes(codes::headingSplit, std::move(splits));
        std::vector<Note> scaling;
        for (const auto& curve : scalingOf(m_table)) {
            if (!curve.sentence.code.empty())
                scaling.push_back(curve.sentence);
        }
        addNotes(codes::headingScaling, std::move(scaling));
        std::vector<Note> doubts;
        for (const auto& sanity : sanityOf(m_table))
            doubts.push_back(sanity.note);
        addNotes(codes::headingDoubts, std::move(doubts));
    }

    /// For tables about the run as a whole.
    Note conditionsOfRun() const
    {
        const auto condition = [this](const char* key) { return conditionText(m_table, key); };
        return phrase(codes::conditionsOfRun,
            {condition("device_name"), condition("torch"), condition("weights"), condition("image"),
                condition("threads"), condition("attention"), condition("allocator"), condition("order")});
    }

    void addPublished()
    {
        bool isFirst = true;
        for (const auto& series : m_request.published) {
            auto beside = publishedBeside(m_table, series);
            if (beside.table.rows.empty())
                continue;
            if (isFirst)
                addHeading(2, codes::headingPublished);
            isFirst = false;
            add(Heading{3, std::move(beside.name)});
            add(std::move(beside.table));
            if (!beside.remarks.empty())
                add(List{std::move(beside.remarks)});
        }
    }

    bool hasCompiled(Engine engine) const
    {
        return std::any_of(m_table.rows.begin(), m_table.rows.end(), [engine](const StudyRow& row) {
            return row.variant.engine == engine && row.variant.isCompiled();
        });
    }

    void addClaims()
    {
        addHeading(2, codes::headingClaims);
        if (hasCompiled(Engine::Python))
            addClaims(Engine::Python, codes::headingClaimsPython);
        else
            add(Paragraph{phrase(codes::claimsWithoutPython)});
        if (hasCompiled(Engine::Cpp))
            addClaims(Engine::Cpp, codes::headingClaimsCpp);
    }

    void addClaims(Engine engine, std::string_view heading)
    {
        addHeading(3, heading);
        Table table{{phrase(codes::columnClaim), phrase(codes::columnStanding), phrase(codes::columnFinding)},
            {}, conditionsOfRun()};
        for (const auto& claim : claimsOf(m_table, engine)) {
            const auto standing = std::string(codes::standingPrefix) + std::string(toWord(claim.standing));
            table.rows.push_back({claim.statement, phrase(standing), claim.finding});
        }
        add(std::move(table));
    }

    void addConditions()
    {
        addHeading(2, codes::headingConditions);
        Table table{{phrase(codes::columnCondition), phrase(codes::columnValue)}, {}, {}};
        for (const auto& [key, values] : m_table.conditions)
            table.rows.push_back({phrase(codes::conditionName, {key}), literal(conditionText(m_table, key))});
        add(std::move(table));
        add(Paragraph{phrase(codes::reportSource)});
    }

    const RunRecord& m_run;
    const ReportRequest& m_request;
    StudyTable m_table;
    Document m_document;
};

} // namespace

Document buildReport(const RunRecord& run, const ReportRequest& request)
{
    return Builder(run, request).build();
}

} // namespace inferometer::core::report

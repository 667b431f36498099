// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/attempts.h"

#include "core/measure/note_codes.h"
#include "core/plan/note_codes.h"
#include "core/protocol/reasons.h"

#include <algorithm>

namespace inferometer::core {

namespace {

bool contains(const std::vector<Variant>& variants, const Variant& variant)
{
    return std::find(variants.begin(), variants.end(), variant) != variants.end();
}

/// Failures that a fresh process may not repeat; others are statements about the workload. A runner whose
/// measurement is void, because the machine slept, says "not run".
bool isWorthRetrying(Outcome outcome)
{
    return outcome == Outcome::Crashed || outcome == Outcome::TimedOut || outcome == Outcome::ProtocolError
        || outcome == Outcome::ConnectionLost || outcome == Outcome::DeviceLost || outcome == Outcome::NotRun;
}

/// Why a row of a runner with several variants is to be measured again without the others; nothing where it
/// stands.
std::optional<std::string_view> whyAlone(const VariantResult& result)
{
    if (result.outcome == Outcome::OutOfMemory)
        return codes::measuredAlone;
    if (result.outcome == Outcome::NotRun && result.reason.code == reasons::peaksTooLarge.code)
        return codes::apartForMemory;
    return std::nullopt;
}

/// What the rows say that are measured after an attempt of which nothing counts.
Note noteAfter(const VisitFailure& failure)
{
    if (failure.reason.code == codes::suspended)
        return {std::string(codes::measuredAnewAfterSleep), failure.reason.args};
    return {std::string(codes::measuredAnew), {std::string(toWord(failure.outcome))}};
}

} // namespace

VisitAttempts::VisitAttempts(std::vector<Variant> variants)
    : m_variants(variants)
    , m_open(std::move(variants))
{
}

VisitAttempts VisitAttempts::apart(const std::vector<Variant>& variants, std::string_view because)
{
    VisitAttempts attempts(variants);
    for (const auto& variant : variants)
        attempts.takeAlone(variant, because);
    return attempts;
}

std::vector<Variant> VisitAttempts::next() const
{
    if (!m_open.empty())
        return m_open;
    return m_alone.empty() ? std::vector<Variant>() : std::vector{m_alone.front()};
}

void VisitAttempts::add(const std::vector<Variant>& measured, const VisitEnd& end)
{
    ++m_runners;
    if (const auto* result = std::get_if<VisitResult>(&end.content))
        return addResult(measured, *result);
    const auto& failure = std::get<VisitFailure>(end.content);
    addFailure(measured, failure);
    for (const auto& variant : measured) {
        // One that ran out of memory beside others says that.
        if (contains(m_open, variant) || (measured.size() == 1 && contains(m_alone, variant)))
            remark(variant, noteAfter(failure));
    }
}

void VisitAttempts::addResult(const std::vector<Variant>& measured, const VisitResult& result)
{
    const bool isAlone = measured.size() == 1;
    share(result, isAlone && contains(m_alone, measured.front()));
    for (const auto& variant : measured) {
        const auto found = std::find_if(result.variants.begin(), result.variants.end(),
            [&](const VariantResult& candidate) { return candidate.variant == variant; });
        if (found == result.variants.end()) {
            settle(variant,
                {Outcome::ProtocolError, Note{std::string(codes::resultIncomplete), {}}, {}, variant});
        } else if (const auto because = whyAlone(*found); because && !isAlone) {
            takeAlone(variant, *because);
        } else {
            auto own = *found;
            const auto& remarks = m_remarks[variant];
            if (isTimed(own.outcome))
                own.warnings.insert(own.warnings.end(), remarks.begin(), remarks.end());
            if (contains(m_alone, variant)) {
                own.warnings.insert(own.warnings.end(), result.warnings.begin(), result.warnings.end());
                own.stoppedBecause = result.stoppedBecause;
            }
            std::erase(m_open, variant);
            std::erase(m_alone, variant);
            m_results[variant] = std::move(own);
        }
    }
}

void VisitAttempts::share(const VisitResult& result, bool isApart)
{
    if (!isApart) {
        m_shared = result;
        m_shared->variants.clear();
        return;
    }
    if (!m_shared) {
        m_shared = VisitResult{};
        m_shared->conditions = result.conditions;
    }
    const double inside_s =
        m_shared->measuring_s * m_shared->insideShare + result.measuring_s * result.insideShare;
    m_shared->measuring_s += result.measuring_s;
    m_shared->insideShare = m_shared->measuring_s > 0 ? inside_s / m_shared->measuring_s : 0;
}

void VisitAttempts::addFailure(const std::vector<Variant>& measured, const VisitFailure& failure)
{
    const bool isAlone = measured.size() == 1;
    const auto culprit =
        failure.variant && contains(measured, *failure.variant) ? failure.variant : std::nullopt;
    if (failure.outcome == Outcome::Cancelled)
        return giveUp(failure);
    if (failure.outcome == Outcome::OutOfMemory && !isAlone) {
        for (const auto& variant : culprit ? std::vector{*culprit} : measured)
            takeAlone(variant, codes::measuredAlone);
        return;
    }
    if (culprit && !isAlone)
        return settle(*culprit, failure);
    if (isWorthRetrying(failure.outcome) && !m_hasRetried) {
        m_hasRetried = true;
        return;
    }
    for (const auto& variant : measured)
        settle(variant, failure);
}

void VisitAttempts::takeAlone(const Variant& variant, std::string_view because)
{
    std::erase(m_open, variant);
    m_alone.push_back(variant);
    remark(variant, {std::string(because), {}});
}

void VisitAttempts::remark(const Variant& variant, Note note)
{
    auto& remarks = m_remarks[variant];
    if (std::find(remarks.begin(), remarks.end(), note) == remarks.end())
        remarks.push_back(std::move(note));
}

void VisitAttempts::settle(const Variant& variant, const VisitFailure& failure)
{
    std::erase(m_open, variant);
    std::erase(m_alone, variant);
    VariantResult result;
    result.variant = variant;
    result.outcome = failure.outcome;
    result.reason = failure.reason;
    result.detail = failure.detail;
    m_results[variant] = std::move(result);
}

void VisitAttempts::giveUp(const VisitFailure& failure)
{
    for (const auto& variant : m_variants) {
        if (!m_results.contains(variant))
            settle(variant, failure);
    }
}

std::vector<VariantResult> VisitAttempts::results() const
{
    std::vector<VariantResult> results;
    for (const auto& variant : m_variants) {
        if (const auto found = m_results.find(variant); found != m_results.end())
            results.push_back(found->second);
    }
    return results;
}

} // namespace inferometer::core

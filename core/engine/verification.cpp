// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/verification.h"

#include "core/protocol/reasons.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include <cstdio>

namespace inferometer::engine {

using core::Note;
using core::Verification;
namespace reasons = core::reasons;

namespace {

constexpr std::string_view relativeRule = "float32-relative";
constexpr std::string_view multipleRule = "float64-multiple";
constexpr std::string_view tf32Rule = "tf32-multiple";

/// How one output differs. `ratio` is what is compared with the tolerance.
struct Difference {
    double maxAbs = 0;
    double ratio = 0;
    Note reason; ///< set: wrong whatever the ratio
};

Note note(const reasons::Reason& reason, std::vector<std::string> arguments)
{
    return {std::string(reason.code), std::move(arguments)};
}

std::string shortNumber(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.3g", value);
    return text;
}

at::Tensor wide(const at::Tensor& tensor)
{
    return tensor.cpu().to(at::kDouble).contiguous().view(-1);
}

double largest(const at::Tensor& values)
{
    return values.numel() > 0 ? values.abs().max().item<double>() : 0;
}

double rootMeanSquare(const at::Tensor& values)
{
    return values.numel() > 0 ? values.square().mean().sqrt().item<double>() : 0;
}

bool hasSpread(const at::Tensor& finite)
{
    if (finite.numel() == 0)
        return false;
    if (finite.numel() == 1)
        return finite.item<double>() != 0;
    return finite.min().item<double>() < finite.max().item<double>();
}

/// Where both are infinite with the same sign, as in masks, they agree; an infinity or a NaN of one alone is
/// wrong. A NaN is never right: it compares with nothing.
bool agreesBeyondNumbers(const at::Tensor& found, const at::Tensor& expected)
{
    const auto isFinite = expected.isfinite();
    return at::equal(found.isfinite(), isFinite)
        && at::equal(found.masked_select(~isFinite), expected.masked_select(~isFinite));
}

Difference compareExactly(const at::Tensor& found, const at::Tensor& expected, const std::string& index)
{
    Difference difference;
    const auto isWrong = found.cpu().ne(expected.cpu());
    const auto wrong = isWrong.sum().item<std::int64_t>();
    if (wrong == 0)
        return difference;
    difference.maxAbs = largest(wide(found) - wide(expected));
    difference.ratio = static_cast<double>(wrong) / static_cast<double>(expected.numel());
    difference.reason = note(reasons::outputDiffers, {index, shortNumber(difference.ratio), "0"});
    return difference;
}

/// Errors that are never too large, relative to the scale of the output.
struct Floors {
    double mean = 0;
    double peak = 0;
};

Floors floorsOf(std::string_view rule, at::ScalarType type)
{
    if (rule == tf32Rule)
        return {tf32Floor, tf32Floor};
    return {halfFloor, type == at::kBFloat16 ? 0x1p-7 : type == at::kHalf ? 0x1p-10 : 0x1p-23};
}

/// Ratio of the error to eager's own, scaled so that `halfMultiplier` is the limit of both its measures.
double halfRatio(
    const at::Tensor& error, const at::Tensor& eagerError, const at::Tensor& exact, const Floors& floors)
{
    const auto multiplier = exact.numel() <= smallOutput ? halfMultiplierOfSmall : halfMultiplier;
    const auto mean = rootMeanSquare(error)
        / std::max(rootMeanSquare(eagerError), floors.mean * rootMeanSquare(exact) / multiplier);
    const auto peak =
        largest(error) / std::max(largest(eagerError), floors.peak * largest(exact) / halfPeakMultiplier);
    return std::max(mean / multiplier, peak / halfPeakMultiplier) * halfMultiplier;
}

Difference compareFloats(const at::Tensor& found, const at::Tensor& eager, const at::Tensor* exact,
    const std::string& index, const Floors& floors)
{
    Difference difference;
    auto values = wide(found);
    auto reference = wide(exact != nullptr ? *exact : eager);
    auto eagerValues = wide(eager);
    const auto isFinite = reference.isfinite();
    const auto overflows = !at::equal(isFinite, eagerValues.isfinite());
    if (!agreesBeyondNumbers(values, overflows ? eagerValues : reference)) {
        difference.reason = note(reasons::outputNotFinite, {index});
        return difference;
    }
    // A half type may overflow where float64 does not: what eager cannot represent is not compared.
    const auto isCompared = isFinite.logical_and(eagerValues.isfinite());
    values = values.masked_select(isCompared);
    reference = reference.masked_select(isCompared);
    eagerValues = eagerValues.masked_select(isCompared);
    if (!hasSpread(reference)) {
        difference.reason = note(reasons::referenceWithoutSpread, {index});
        return difference;
    }
    const auto error = values - reference;
    difference.maxAbs = largest(error);
    difference.ratio = exact != nullptr ? halfRatio(error, eagerValues - reference, reference, floors)
                                        : difference.maxAbs / largest(reference);
    return difference;
}

Difference compare(const at::Tensor& found, const at::Tensor& eager, const at::Tensor* exact,
    const std::string& index, std::string_view rule)
{
    if (found.sizes() != eager.sizes())
        return {.reason = note(reasons::outputShape, {index})};
    if (found.scalar_type() != eager.scalar_type())
        return {.reason = note(reasons::outputType, {index})};
    if (eager.numel() == 0)
        return {};
    if (!eager.is_floating_point())
        return compareExactly(found, eager, index);
    return compareFloats(found, eager, exact, index, floorsOf(rule, eager.scalar_type()));
}

/// A Python process may be of another torch and Transformers, which compute in another order.
bool hasOperatorsOfReference(const core::Variant& variant)
{
    return variant.engine == core::Engine::Cpp && !variant.isCompiled()
        && variant.layout == core::Layout::Contiguous;
}

} // namespace

Verification ruleFor(const core::Workload& workload, const core::Variant& variant, const Reference& reference)
{
    Verification rule;
    const auto isHalf = workload.dtype != core::DataType::Float32;
    if (isHalf || !reference.exact.empty()) {
        rule.rule = isHalf ? multipleRule : tf32Rule;
        rule.tolerance = halfMultiplier;
        return rule;
    }
    rule.rule = relativeRule;
    // On CUDA the order of sums may differ from one run to the next.
    const auto isSame = hasOperatorsOfReference(variant) && workload.device.kind == core::DeviceKind::Cpu;
    rule.tolerance = isSame ? uncompiledTolerance : compiledTolerance;
    return rule;
}

Verification verify(const std::vector<at::Tensor>& outputs, const Reference& reference, Verification rule)
{
    const c10::InferenceMode noGradients;
    auto result = std::move(rule);
    result.isPassed = false;
    const auto usesExact = result.rule != relativeRule;
    const auto expected = usesExact ? reference.exact.size() : reference.eager.size();
    if (outputs.size() != expected || reference.eager.size() != expected) {
        result.reason =
            note(reasons::outputCount, {std::to_string(outputs.size()), std::to_string(expected)});
        return result;
    }
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        const auto* exact = usesExact ? &reference.exact[i] : nullptr;
        const auto index = std::to_string(i);
        const auto difference = compare(outputs[i], reference.eager[i], exact, index, result.rule);
        result.maxAbsError = std::max(result.maxAbsError, difference.maxAbs);
        result.relativeError = std::max(result.relativeError, difference.ratio);
        if (!result.reason.code.empty())
            continue;
        if (!difference.reason.code.empty())
            result.reason = difference.reason;
        else if (!(difference.ratio <= result.tolerance))
            result.reason = note(reasons::outputDiffers,
                {index, shortNumber(difference.ratio), shortNumber(result.tolerance)});
    }
    result.isPassed = result.reason.code.empty();
    return result;
}

} // namespace inferometer::engine

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/warm_up.h"

#include "core/stats/descriptive.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace inferometer::core {
namespace {

constexpr double agreement = 0.02;
constexpr double widestAgreement = 0.05;
constexpr int mostWindows = 20;
/// A window lasts at least this long: clocks and caches need time rather than calls.
constexpr double shortestWindow_s = 0.1;
constexpr double slow_s = 0.2;
constexpr int largestWindow = 5000;

int firstWindow(double typical_s)
{
    const int fewest = typical_s > slow_s ? 3 : 5;
    const double wanted = std::ceil(shortestWindow_s / std::max(typical_s, 1e-9));
    return std::max(fewest, static_cast<int>(std::min<double>(wanted, largestWindow)));
}

/// Standard error of a median from the scatter around it, for normal noise.
double medianError(std::span<const double> values)
{
    constexpr double madToSd = 1.4826;
    constexpr double meanToMedian = 1.2533;
    return meanToMedian * madToSd * medianAbsoluteDeviation(values)
        / std::sqrt(static_cast<double>(values.size()));
}

void add(WarmUp& record, const Block& block)
{
    if (record.count == 0)
        record.first_s = block.opening_s;
    record.count += 1 + static_cast<int>(block.samples_s.size());
    record.duration_s += block.inside_s();
    record.typical_s = block.samples_s.empty() ? block.opening_s : median(block.samples_s);
}

Result<WarmUp> runExactly(Subject& subject, int count)
{
    WarmUp record;
    if (count <= 0)
        return record;
    const auto block = takeBlock(subject, count - 1);
    if (!block)
        return block.error();
    add(record, *block);
    const std::span<const double> samples(block->samples_s);
    const std::size_t half = samples.size() / 2;
    record.isTrendGone = half >= 3 && isTrendGone(samples.first(half), samples.last(half));
    return record;
}

} // namespace

bool isTrendGone(std::span<const double> previous_s, std::span<const double> last_s)
{
    const double before = median(previous_s);
    const double after = median(last_s);
    const double scatter = 2 * std::hypot(medianError(previous_s), medianError(last_s));
    const double allowed = std::clamp(scatter, agreement * before, widestAgreement * before);
    return std::abs(after - before) <= allowed;
}

Result<WarmUp> warmUp(Subject& subject, const Policy& policy, std::stop_token stop)
{
    if (policy.warmup)
        return runExactly(subject, *policy.warmup);
    WarmUp record;
    const auto first = takeBlock(subject, 0);
    if (!first)
        return first.error();
    add(record, *first);

    std::vector<double> previous;
    int size = firstWindow(*record.typical_s);
    for (int window = 0; window < mostWindows && !stop.stop_requested(); ++window) {
        if (record.duration_s + (size + 1) * *record.typical_s > policy.maxWarmup_s)
            break;
        const auto block = takeBlock(subject, size);
        if (!block)
            return block.error();
        add(record, *block);
        record.isTrendGone = !previous.empty() && isTrendGone(previous, block->samples_s);
        if (record.isTrendGone)
            break;
        size = previous.empty() ? firstWindow(*record.typical_s) : record.count;
        previous = block->samples_s;
    }
    return record;
}

} // namespace inferometer::core

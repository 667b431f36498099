// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progress_line.h"

#include "app/cli/columns.h"
#include "app/cli/names.h"
#include "core/base/files.h"
#include "core/base/numbers.h"
#include "core/base/text.h"
#include "core/store/markdown.h"
#include "text/names.h"
#include "text/note_text.h"

#include <cmath>
#include <unistd.h>
#include <vector>

namespace inferometer::cli {

namespace {

constexpr std::string_view eraseLine = "\r\x1b[K";

std::string percentText(double share)
{
    return core::fixedText(std::floor(share * 100), 0) + "%";
}

bool isSameStep(const core::Progress& a, const core::Progress& b)
{
    return a.visit == b.visit && a.step == b.step && a.variant == b.variant;
}

/// "no compile 41.2 ms", "default 33.1 ms (19.9%, faster)", "default out of memory"
std::string resultText(const core::Row& row, bool withEngine)
{
    const auto name = core::variantName(row.result.variant, withEngine);
    const auto outcome = row.result.outcome;
    if (!core::isTimed(outcome) || !row.conclusions)
        return name + ": " + text::nameIn(text::outcomes(), core::toWord(outcome));
    auto text = name + " " + millisecondsText(row.conclusions->mean_s);
    if (outcome == core::Outcome::WrongOutput)
        return text + " (wrong output)";
    if (row.conclusions->improvement_percent) {
        text += " (" + core::fixedText(row.conclusions->improvement_percent->value, 1) + "%";
        if (row.conclusions->verdict)
            text += ", " + std::string(core::toWord(*row.conclusions->verdict));
        text += ")";
    }
    return text;
}

} // namespace

ProgressStyle progressStyle(std::string_view when, const Console& console, bool isTerminal)
{
    if (when == "never" || (when == "auto" && console.isQuiet()))
        return ProgressStyle::Silent;
    if (isTerminal)
        return ProgressStyle::Redrawn;
    return when == "always" || console.isVerbose() ? ProgressStyle::Steps : ProgressStyle::Lines;
}

ProgressLine::ProgressLine(ProgressStyle style, const core::Clock& clock)
    : m_style(style)
    , m_clock(clock)
{
}

ProgressLine::~ProgressLine()
{
    erase();
}

void ProgressLine::started(const core::RunRecord& run, const std::filesystem::path&)
{
    const std::scoped_lock lock(m_mutex);
    m_run.plan = run.plan;
    m_run.models = run.models;
    m_hasSeveralEngines = hasSeveralEngines(run.plan);
    if (m_onStarted)
        m_onStarted();
}

void ProgressLine::progressed(const core::Progress& progress)
{
    const std::scoped_lock lock(m_mutex);
    const bool isNew = !isSameStep(progress, m_last) || m_last.step.empty();
    if (isNew)
        m_stepBegan = m_clock.now();
    m_last = progress;
    m_lastTold = m_clock.now();
    if (m_style == ProgressStyle::Redrawn)
        redraw();
    else if (m_style == ProgressStyle::Steps && isNew)
        write(lineOf(progress));
}

void ProgressLine::roundMeasured(
    const core::Progress& progress, const std::vector<core::Variant>&, const core::RoundEvent&)
{
    using namespace std::chrono_literals;
    const std::scoped_lock lock(m_mutex);
    m_last = progress;
    m_lastTold = m_clock.now();
    if (m_style == ProgressStyle::Redrawn && m_lastTold - m_lastDrawn > 200ms)
        redraw();
}

void ProgressLine::visitFinished(const core::Progress& progress, const core::VisitRecord& record)
{
    const std::scoped_lock lock(m_mutex);
    m_last = progress;
    m_last.step.clear();
    m_lastTold = m_clock.now();
    if (m_style == ProgressStyle::Silent)
        return;
    write(headOf(progress) + " · " + recordText(record) + " · " + clockText(progress.elapsed_s));
}

void ProgressLine::noted(const core::Note& note)
{
    const std::scoped_lock lock(m_mutex);
    write("note: " + core::oneLine(text::sentence(note), 1000));
}

void ProgressLine::tick()
{
    const std::scoped_lock lock(m_mutex);
    if (m_style == ProgressStyle::Redrawn && !m_last.step.empty())
        redraw();
}

void ProgressLine::stopping()
{
    const std::scoped_lock lock(m_mutex);
    m_isStopping = true;
    write("Stopping; what is measured is kept. Ctrl-C again ends at once.");
}

std::string ProgressLine::headOf(const core::Progress& progress) const
{
    const auto total = std::to_string(progress.visits);
    const auto number = std::to_string(std::min(progress.visit + 1, progress.visits));
    return "[" + std::string(total.size() - std::min(total.size(), number.size()), ' ') + number + "/" + total
        + "] " + labelOf(m_run, progress.workload) + " · " + conditionsOf(progress.workload);
}

std::string ProgressLine::lineOf(const core::Progress& progress) const
{
    const double sinceTold = core::seconds(m_clock.now() - m_lastTold);
    std::vector<std::string> parts{headOf(progress)};
    if (progress.variant)
        parts.push_back(core::variantName(*progress.variant, m_hasSeveralEngines));
    auto step = text::nameIn(text::steps(), progress.step);
    if (m_style == ProgressStyle::Redrawn)
        step += " " + clockText(core::seconds(m_clock.now() - m_stepBegan));
    parts.push_back(step);
    if (progress.share)
        parts.push_back(percentText(*progress.share));
    if (m_isStopping)
        parts.emplace_back("stopping");
    else if (progress.remaining_s)
        parts.push_back("ETA " + clockText(*progress.remaining_s - sinceTold));
    return core::join(parts, " · ");
}

std::string ProgressLine::recordText(const core::VisitRecord& record) const
{
    std::vector<std::string> parts;
    double compile_s = 0;
    for (const auto& row : record.rows) {
        parts.push_back(resultText(row, m_hasSeveralEngines));
        if (row.cost.compile_s && row.cost.isCompileCached == false)
            compile_s += *row.cost.compile_s;
    }
    if (compile_s > 0)
        parts.push_back("compiled in " + durationText(compile_s));
    return core::join(parts, " · ");
}

void ProgressLine::write(const std::string& line)
{
    erase();
    core::writeAll(STDERR_FILENO, readable(line) + "\n");
    if (m_style == ProgressStyle::Redrawn && !m_last.step.empty())
        redraw();
}

void ProgressLine::redraw()
{
    const auto line = cut(lineOf(m_last), terminalWidth() - 1);
    core::writeAll(STDERR_FILENO, std::string(eraseLine) + readable(line));
    m_isDrawn = true;
    m_lastDrawn = m_clock.now();
}

void ProgressLine::erase()
{
    if (m_isDrawn)
        core::writeAll(STDERR_FILENO, eraseLine);
    m_isDrawn = false;
}

} // namespace inferometer::cli

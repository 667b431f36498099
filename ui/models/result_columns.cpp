// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/result_columns.h"

#include "ui/models/metrics.h"
#include "ui/models/study_cells.h"
#include "ui/text/format.h"
#include "ui/text/names.h"
#include "ui/text/tr.h"

#include <array>

namespace inferometer::ui {

namespace {

using core::Conclusions;

QVariant asVariant(const std::optional<double>& value)
{
    return value ? QVariant(*value) : QVariant();
}

template <typename Format> QString shown(const std::optional<double>& value, Format format)
{
    return value ? format(*value) : absent();
}

std::optional<double> conclusion(const ResultRow& row, double Conclusions::*member)
{
    return row.conclusions() ? std::optional(row.conclusions()->*member) : std::nullopt;
}

std::optional<double> conclusion(const ResultRow& row, std::optional<double> Conclusions::*member)
{
    return row.conclusions() ? row.conclusions()->*member : std::nullopt;
}

std::optional<core::Estimate> improvement(const ResultRow& row)
{
    return hasImprovement(row) ? row.conclusions()->improvement_percent : std::nullopt;
}

std::optional<double> speedupOf(const ResultRow& row)
{
    return hasImprovement(row) && row.conclusions()->speedup
        ? std::optional(row.conclusions()->speedup->value)
        : std::nullopt;
}

std::optional<core::Estimate> breakEven(const ResultRow& row)
{
    return row.conclusions() ? row.conclusions()->breakEven_runs : std::nullopt;
}

std::optional<double> peak(const ResultRow& row)
{
    return row.row() && row.row()->result.peak_bytes ? std::optional(double(*row.row()->result.peak_bytes))
                                                     : std::nullopt;
}

std::optional<double> outputError(const ResultRow& row)
{
    return row.verification() ? std::optional(row.verification()->maxAbsError) : std::nullopt;
}

std::optional<double> imagesPerSecond(const ResultRow& row)
{
    const auto mean = conclusion(row, &Conclusions::mean_s);
    return mean && *mean > 0 ? std::optional(row.workload().batch / *mean) : std::nullopt;
}

template <double Conclusions::*member> QVariant durationValue(const RunView&, const ResultRow& row)
{
    return asVariant(conclusion(row, member));
}

template <double Conclusions::*member>
QString durationText(const QLocale& locale, const RunView&, const ResultRow& row)
{
    return shown(conclusion(row, member), [&](double s) { return milliseconds(locale, s); });
}

std::optional<double> perImage(const ResultRow& row)
{
    const auto mean = conclusion(row, &Conclusions::mean_s);
    return mean ? std::optional(*mean / row.workload().batch) : std::nullopt;
}

QString executorText(const ResultRow& row)
{
    if (!row.record())
        return absent();
    return row.record()->executor == "in-process" ? Tr::tr("the window's process; no memory limit")
                                                  : Tr::tr("a process of its own");
}

std::optional<double> compileTime(const ResultRow& row)
{
    return row.row() ? row.row()->cost.compile_s : std::nullopt;
}

std::optional<double> verdictRank(const ResultRow& row)
{
    return hasImprovement(row) && row.conclusions()->verdict
        ? std::optional(double(static_cast<int>(*row.conclusions()->verdict)))
        : std::nullopt;
}

QString verdictText(const ResultRow& row)
{
    return verdictRank(row) ? verdictName(*row.conclusions()->verdict) : absent();
}

/// What is pinned beside a row of this very view.
const PinnedCell* pinnedCell(const RunView& view, const ResultRow& row)
{
    return view.pinnedCell(static_cast<int>(&row - view.rows().data()));
}

const core::StudyRow* pinnedRow(const RunView& view, const ResultRow& row)
{
    return view.pinnedRow(static_cast<int>(&row - view.rows().data()));
}

QVariant pinnedMean(const RunView& view, const ResultRow& row)
{
    const auto* pinned = pinnedRow(view, row);
    return pinned ? asVariant(pinned->mean_s) : QVariant();
}

QString pinnedText(const QLocale& locale, const RunView& view, const ResultRow& row)
{
    return timeText(pinnedRow(view, row), locale);
}

QVariant changeValue(const RunView& view, const ResultRow& row)
{
    const auto* cell = pinnedCell(view, row);
    return cell && cell->difference.change_percent ? QVariant(cell->difference.change_percent->value)
                                                   : QVariant();
}

QString changeText(const QLocale& locale, const RunView& view, const ResultRow& row)
{
    const auto* cell = pinnedCell(view, row);
    if (!cell)
        return absent();
    if (!cell->difference.change_percent)
        return judgement(*cell);
    return Tr::tr("%1, %2", "a change in percent and what it is worth")
        .arg(signedPercent(locale, cell->difference.change_percent->value), judgement(*cell));
}

QString taskText(const RunView& view, const ResultRow& row)
{
    const auto task = view.task(row.workload().model);
    return task ? taskName(*task) : absent();
}

const Qt::Alignment left = Qt::AlignLeft | Qt::AlignVCenter;
const Qt::Alignment right = Qt::AlignRight | Qt::AlignVCenter;

const std::array columns{
    ResultColumn{QT_TRANSLATE_NOOP("Inferometer", "Task"), "", left, false,
        [](const RunView& view, const ResultRow& row) { return QVariant(taskText(view, row)); },
        [](const QLocale&, const RunView& view, const ResultRow& row) { return taskText(view, row); }},
    ResultColumn{QT_TRANSLATE_NOOP("Inferometer", "Model"), "", left, true,
        [](const RunView& view, const ResultRow& row) {
            return QVariant(view.modelLabel(row.workload().model));
        },
        [](const QLocale&, const RunView& view, const ResultRow& row) {
            return view.modelLabel(row.workload().model);
        }},
    ResultColumn{QT_TRANSLATE_NOOP("Inferometer", "Device"), "", left, false,
        [](const RunView&, const ResultRow& row) { return QVariant(deviceName(row.workload().device)); },
        [](const QLocale&, const RunView&, const ResultRow& row) {
            return deviceName(row.workload().device);
        }},
    ResultColumn{QT_TRANSLATE_NOOP("Inferometer", "Data type"), "", left, false,
        [](const RunView&, const ResultRow& row) { return QVariant(dataTypeName(row.workload().dtype)); },
        [](const QLocale&, const RunView&, const ResultRow& row) {
            return dataTypeName(row.workload().dtype);
        }},
    ResultColumn{QT_TRANSLATE_NOOP("Inferometer", "Batch"),
        QT_TRANSLATE_NOOP("Inferometer", "Images per inference"), right, true,
        [](const RunView&, const ResultRow& row) { return QVariant(row.workload().batch); },
        [](const QLocale& locale, const RunView&, const ResultRow& row) {
            return locale.toString(row.workload().batch);
        }},
    ResultColumn{QT_TRANSLATE_NOOP("Inferometer", "Engine"), "", left, true,
        [](const RunView&, const ResultRow& row) { return QVariant(engineName(row.variant().engine)); },
        [](const QLocale&, const RunView&, const ResultRow& row) {
            return engineName(row.variant().engine);
        }},
    ResultColumn{QT_TRANSLATE_NOOP("Inferometer", "Compile mode"), "", left, true,
        [](const RunView&, const ResultRow& row) { return QVariant(variantModeName(row.variant())); },
        [](const QLocale&, const RunView&, const ResultRow& row) { return variantModeName(row.variant()); }},
    ResultColumn{QT_TRANSLATE_NOOP("Inferometer", "Mean"),
        QT_TRANSLATE_NOOP("Inferometer", "Mean time of one inference (a whole batch)"), right, true,
        [](const RunView&, const ResultRow& row) { return asVariant(conclusion(row, &Conclusions::mean_s)); },
        [](const QLocale& locale, const RunView&, const ResultRow& row) {
            return shown(
                conclusion(row, &Conclusions::mean_s), [&](double s) { return milliseconds(locale, s); });
        }},
    ResultColumn{QT_TRANSLATE_NOOP("Inferometer", "± sd"),
        QT_TRANSLATE_NOOP("Inferometer", "Standard deviation of single inferences"), right, true,
        [](const RunView&, const ResultRow& row) { return asVariant(conclusion(row, &Conclusions::sd_s)); },
        [](const QLocale& locale, const RunView&, const ResultRow& row) {
            return shown(
                conclusion(row, &Conclusions::sd_s), [&](double s) { return milliseconds(locale, s); });
        }},
    ResultColumn{QT_TRANSLATE_NOOP("Inferometer", "Median"), "", right, false,
        [](const RunView&, const ResultRow& row) {
            return asVariant(conclusion(row, &Conclusions::median_s));
        },
        [](const QLocale& locale, const RunView&, const ResultRow& row) {
            return shown(
                conclusion(row, &Conclusions::median_s), [&](double s) { return milliseconds(locale, s); });
        }},
    ResultColumn{QT_TRANSLATE_NOOP("Inferometer", "p90"),
        QT_TRANSLATE_NOOP("Inferometer", "90th percentile; needs 64 inferences"), right, false,
        [](const RunView&, const ResultRow& row) { return asVariant(conclusion(row, &Conclusions::p90_s)); },
        [](const QLocale& locale, const RunView&, const ResultRow& row) {
            return shown(
                conclusion(row, &Conclusions::p90_s), [&](double s) { return milliseconds(locale, s); });
        }},
    ResultColumn{QT_TRANSLATE_NOOP("Inferometer", "Lower quartile"), "", right, false,
        durationValue<&Conclusions::q1_s>, durationText<&Conclusions::q1_s>},
    ResultColumn{QT_TRANSLATE_NOOP("Inferometer", "Upper quartile"), "", right, false,
        durationValue<&Conclusions::q3_s>, durationText<&Conclusions::q3_s>},
    ResultColumn{QT_TRANSLATE_NOOP("Inferometer", "Fastest"), "", right, false,
        durationValue<&Conclusions::min_s>, durationText<&Conclusions::min_s>},
    ResultColumn{QT_TRANSLATE_NOOP("Inferometer", "Slowest"), "", right, false,
        durationValue<&Conclusions::max_s>, durationText<&Conclusions::max_s>},
    ResultColumn{QT_TRANSLATE_NOOP("Inferometer", "Time per image"),
        QT_TRANSLATE_NOOP("Inferometer", "Mean time of one inference divided by the batch size"), right,
        false, [](const RunView&, const ResultRow& row) { return asVariant(perImage(row)); },
        [](const QLocale& locale, const RunView&, const ResultRow& row) {
            return shown(perImage(row), [&](double s) { return milliseconds(locale, s); });
        }},
    ResultColumn{QT_TRANSLATE_NOOP("Inferometer", "Inferences"),
        QT_TRANSLATE_NOOP("Inferometer", "Timed inferences, all of them kept"), right, false,
        [](const RunView&, const ResultRow& row) {
            return row.conclusions() ? QVariant(row.conclusions()->n) : QVariant();
        },
        [](const QLocale& locale, const RunView&, const ResultRow& row) {
            return row.conclusions() ? locale.toString(row.conclusions()->n) : absent();
        }},
    ResultColumn{QT_TRANSLATE_NOOP("Inferometer", "Improvement"),
        QT_TRANSLATE_NOOP(
            "Inferometer", "Time saved against no compile of the same engine, with its 95% interval"),
        right, true,
        [](const RunView&, const ResultRow& row) {
            return improvement(row) ? QVariant(improvement(row)->value) : QVariant();
        },
        [](const QLocale& locale, const RunView&, const ResultRow& row) {
            return improvement(row) ? percentWithInterval(locale, *improvement(row)) : absent();
        }},
    ResultColumn{QT_TRANSLATE_NOOP("Inferometer", "Speed-up"),
        QT_TRANSLATE_NOOP("Inferometer", "Time without compiling divided by time compiled"), right, true,
        [](const RunView&, const ResultRow& row) { return asVariant(speedupOf(row)); },
        [](const QLocale& locale, const RunView&, const ResultRow& row) {
            return shown(speedupOf(row), [&](double factor) { return speedup(locale, factor); });
        }},
    ResultColumn{QT_TRANSLATE_NOOP("Inferometer", "Verdict"),
        QT_TRANSLATE_NOOP(
            "Inferometer", "What the paired rounds show; unclear means neither a difference nor equality"),
        left, true, [](const RunView&, const ResultRow& row) { return asVariant(verdictRank(row)); },
        [](const QLocale&, const RunView&, const ResultRow& row) { return verdictText(row); }},
    ResultColumn{QT_TRANSLATE_NOOP("Inferometer", "Pinned"),
        QT_TRANSLATE_NOOP("Inferometer", "Mean of the pinned run, or of the guide's table"), right, false,
        pinnedMean, pinnedText, true},
    ResultColumn{QT_TRANSLATE_NOOP("Inferometer", "Against pinned"),
        QT_TRANSLATE_NOOP("Inferometer", "Change of the mean against the pinned one; more is slower"), right,
        false, changeValue, changeText, true},
    ResultColumn{QT_TRANSLATE_NOOP("Inferometer", "Compile time"),
        QT_TRANSLATE_NOOP("Inferometer", "C++: the compiler's call; Python: the first call"), right, true,
        [](const RunView&, const ResultRow& row) { return asVariant(compileTime(row)); },
        [](const QLocale& locale, const RunView&, const ResultRow& row) {
            return shown(compileTime(row), [&](double s) { return secondsText(locale, s); });
        }},
    ResultColumn{QT_TRANSLATE_NOOP("Inferometer", "Break-even"),
        QT_TRANSLATE_NOOP(
            "Inferometer", "Inferences after which the compile time is won back, with its 95% interval"),
        right, true,
        [](const RunView&, const ResultRow& row) {
            return breakEven(row) ? QVariant(breakEven(row)->value) : QVariant();
        },
        [](const QLocale& locale, const RunView&, const ResultRow& row) {
            return breakEven(row) ? countWithInterval(locale, *breakEven(row)) : absent();
        }},
    ResultColumn{QT_TRANSLATE_NOOP("Inferometer", "Peak memory"),
        QT_TRANSLATE_NOOP("Inferometer", "Largest increase over loaded and idle, measured alone"), right,
        true, [](const RunView&, const ResultRow& row) { return asVariant(peak(row)); },
        [](const QLocale& locale, const RunView&, const ResultRow& row) {
            return shown(peak(row), [&](double count) { return bytes(locale, count); });
        }},
    ResultColumn{QT_TRANSLATE_NOOP("Inferometer", "Output error"),
        QT_TRANSLATE_NOOP("Inferometer", "Largest absolute difference from the reference outputs"), right,
        true, [](const RunView&, const ResultRow& row) { return asVariant(outputError(row)); },
        [](const QLocale& locale, const RunView&, const ResultRow& row) {
            return shown(outputError(row), [&](double error) { return smallNumber(locale, error); });
        }},
    ResultColumn{QT_TRANSLATE_NOOP("Inferometer", "Throughput"), "", right, false,
        [](const RunView&, const ResultRow& row) { return asVariant(imagesPerSecond(row)); },
        [](const QLocale& locale, const RunView&, const ResultRow& row) {
            return shown(imagesPerSecond(row), [&](double perSecond) { return rate(locale, perSecond); });
        }},
    ResultColumn{QT_TRANSLATE_NOOP("Inferometer", "Measured in"), "", left, false,
        [](const RunView&, const ResultRow& row) { return QVariant(executorText(row)); },
        [](const QLocale&, const RunView&, const ResultRow& row) { return executorText(row); }},
    ResultColumn{QT_TRANSLATE_NOOP("Inferometer", "Status"), "", left, true,
        [](const RunView&, const ResultRow& row) { return QVariant(static_cast<int>(row.outcome)); },
        [](const QLocale&, const RunView&, const ResultRow& row) { return outcomeName(row.outcome); }},
};

} // namespace

std::span<const ResultColumn> resultColumns()
{
    return columns;
}

QString headerOf(const ResultColumn& column)
{
    return Tr::tr(column.header);
}

QString hintOf(const ResultColumn& column)
{
    return *column.hint ? Tr::tr(column.hint) : QString();
}

} // namespace inferometer::ui

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/details_panel.h"

#include "core/base/files.h"
#include "core/protocol/device_summary.h"
#include "core/store/failure_logs.h"
#include "ui/models/metrics.h"
#include "ui/text/error_text.h"
#include "ui/text/format.h"
#include "ui/text/names.h"
#include "ui/text/note_text.h"
#include "ui/text/tr.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/looks.h"

#include <QFormLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace inferometer::ui {

namespace {

/// A GPU's memory is PyTorch's own business, and in the window's process the window's.
bool canChangeAllocator(const RunView& view, int row)
{
    const auto& plan = view.record().plan;
    return plan.allocator == core::Allocator::Retain && !plan.inProcess
        && view.row(row).workload().device.kind == core::DeviceKind::Cpu
        && core::isTimed(view.row(row).outcome);
}

/// What torch.compile counts; what is not known here, as it is.
QString counterName(const std::string& key)
{
    if (key == "graphs")
        return Tr::tr("Graphs", "that torch.compile made of a model");
    if (key == "graph_breaks")
        return Tr::tr("Graph breaks");
    if (key == "recompiles")
        return Tr::tr("Recompilations");
    if (key == "cudagraph_skips")
        return Tr::tr("CUDA graphs given up");
    return QString::fromStdString(key);
}

} // namespace

DetailsPanel::DetailsPanel(QWidget* parent)
    : Page(parent)
    , m_title(makeHeading())
    , m_hint(makeLabel("muted"))
    , m_content(new QWidget)
    , m_sections(new QVBoxLayout(m_content))
    , m_runAgain(new QPushButton)
    , m_allocator(new QPushButton)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addWidget(m_title);
    layout->addWidget(m_hint);
    auto* scroll = new QScrollArea;
    setRole(m_content, "clear");
    scroll->setWidget(m_content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    m_sections->setContentsMargins(0, 0, 8, 0);
    layout->addWidget(scroll, 1);
    auto* buttons = new QWidget;
    auto* flow = new FlowLayout(6, buttons);
    flow->addWidget(m_runAgain);
    flow->addWidget(m_allocator);
    buttons->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    layout->addWidget(buttons);
    m_title->setWordWrap(true);
    m_texts.bind([this] {
        m_runAgain->setText(Tr::tr("Run this row a&gain"));
        m_allocator->setText(Tr::tr("With the &system's allocator"));
        m_allocator->setToolTip(
            Tr::tr("Measures this row once more with memory given back after every inference, as other "
                   "programs do, and shows both side by side"));
    });
    connect(m_allocator, &QPushButton::clicked, this, [this] { emit allocatorRequested(m_row); });
    connect(m_runAgain, &QPushButton::clicked, this, [this] { emit runAgainRequested(m_row); });
    show();
}

void DetailsPanel::setRow(std::shared_ptr<const RunView> view, int row)
{
    m_view = std::move(view);
    m_row = row;
    show();
}

void DetailsPanel::setFile(const std::filesystem::path& file)
{
    m_file = file;
}

void DetailsPanel::setCanRun(bool canRun)
{
    m_runAgain->setEnabled(canRun);
    m_allocator->setEnabled(canRun);
}

void DetailsPanel::show()
{
    while (auto* item = m_sections->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_form = nullptr;
    const bool hasRow = m_view && m_row >= 0 && m_row < m_view->rowCount();
    m_runAgain->setVisible(hasRow);
    m_allocator->setVisible(hasRow && canChangeAllocator(*m_view, m_row));
    m_title->setVisible(hasRow);
    m_title->setText(hasRow ? m_view->guideLabel(m_view->row(m_row).workload().model) : QString());
    m_hint->setText(hasRow ? Tr::tr("batch %1 · %2", "%1 a size, %2 a variant")
                                 .arg(QLocale().toString(m_view->row(m_row).workload().batch),
                                     variantName(m_view->row(m_row).variant()))
                           : Tr::tr("Choose a row of the table or a bar of the chart."));
    if (!hasRow)
        return;
    const auto& row = m_view->row(m_row);
    showOutcome(row);
    showStatistics(row);
    showVerification(row);
    showConditions(row);
    showLog(row);
    m_sections->addStretch();
}

void DetailsPanel::addSection(const QString& title)
{
    auto* section = new QWidget;
    auto* layout = new QVBoxLayout(section);
    layout->setContentsMargins(0, 8, 0, 0);
    auto* heading = new QLabel(title);
    heading->setTextFormat(Qt::PlainText);
    setRole(heading, "section");
    layout->addWidget(heading);
    m_form = new QFormLayout;
    m_form->setVerticalSpacing(3);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    layout->addLayout(m_form);
    m_sections->addWidget(section);
}

void DetailsPanel::add(const QString& name, const QString& value)
{
    const int longest = unit(this, 10); ///< in one line beside its name, in either language
    auto* text = makeLabel();
    text->setText(value);
    if (name.isEmpty()) {
        m_form->addRow(text);
        return;
    }
    auto* label = new QLabel(name);
    label->setTextFormat(Qt::PlainText);
    setRole(label, "muted");
    if (fontMetrics().horizontalAdvance(value) > longest) {
        m_form->addRow(label);
        m_form->addRow(text);
        return;
    }
    text->setWordWrap(false);
    m_form->addRow(label, text);
}

void DetailsPanel::showOutcome(const ResultRow& row)
{
    addSection(Tr::tr("Outcome"));
    add(Tr::tr("Status"), outcomeName(row.outcome));
    const QString reason = noteText(core::reasonOf(row.flat));
    if (!reason.isEmpty())
        add({}, reason);
    const auto* conclusions = row.conclusions();
    if (hasImprovement(row)) {
        add(Tr::tr("Improvement"), percentWithInterval(QLocale(), *conclusions->improvement_percent));
        if (conclusions->verdict)
            add(Tr::tr("Verdict"), verdictName(*conclusions->verdict));
        add({}, noteText(conclusions->verdictReason));
    }
    for (const auto& warning : core::warningsOf(row.flat))
        add({}, QStringLiteral("\u26a0 ") + noteText(warning));
}

void DetailsPanel::showStatistics(const ResultRow& row)
{
    const auto* found = row.conclusions();
    if (!found)
        return;
    const QLocale locale;
    const auto time = [&](const std::optional<double>& seconds) {
        return seconds ? milliseconds(locale, *seconds) : absent();
    };
    addSection(Tr::tr("Statistics"));
    add(Tr::tr("Inferences"), locale.toString(found->n));
    add(Tr::tr("Mean"), time(found->mean_s));
    add(Tr::tr("Standard deviation"), time(found->sd_s));
    add(Tr::tr("Median"), time(found->median_s));
    add(Tr::tr("Quartiles"),
        Tr::tr("%1 to %2", "two durations")
            .arg(milliseconds(locale, found->q1_s), milliseconds(locale, found->q3_s)));
    add(Tr::tr("Fastest to slowest"),
        Tr::tr("%1 to %2", "two durations")
            .arg(milliseconds(locale, found->min_s), milliseconds(locale, found->max_s)));
    const auto percentile = [&](const QString& name, const std::optional<double>& value, int needed) {
        add(name, value ? time(value) : Tr::tr("%1 (needs %n inference(s))", nullptr, needed).arg(absent()));
    };
    percentile(Tr::tr("90th percentile"), found->p90_s, 64);
    percentile(Tr::tr("95th percentile"), found->p95_s, 130);
    percentile(Tr::tr("99th percentile"), found->p99_s, 662);
    add(Tr::tr("Outliers"),
        Tr::tr("%1 mild, %2 severe; all kept", "outliers")
            .arg(locale.toString(found->mildOutliers), locale.toString(found->severeOutliers)));
    if (const auto reason = core::stopReasonOf(row.flat); !reason.empty())
        add(Tr::tr("Stopped because"), stopReason(reason));
    QStringList missed;
    for (const auto& note : core::notReachedBy(row.flat))
        missed << (note.args.empty() ? criterionName(note.code)
                                     : noteText(note)); // older files have no numbers
    if (!missed.isEmpty())
        add(Tr::tr("Not reached"), missed.join(QLatin1Char('\n')));
}

void DetailsPanel::showVerification(const ResultRow& row)
{
    const auto* check = row.verification();
    if (!check)
        return;
    const QLocale locale;
    addSection(Tr::tr("Outputs"));
    add(Tr::tr("Checked"),
        check->isPassed ? Tr::tr("verified", "outputs") : Tr::tr("wrong output", "outputs"));
    add(Tr::tr("Largest error"), smallNumber(locale, check->maxAbsError));
    add(Tr::tr("Relative error"), smallNumber(locale, check->relativeError));
    add(Tr::tr("Rule"), ruleSentence(*check, locale.toString(check->tolerance)));
    if (!check->isPassed)
        add({}, noteText(check->reason));
}

void DetailsPanel::showConditions(const ResultRow& row)
{
    if (!row.record() || !row.row())
        return;
    const QLocale locale;
    const auto& result = row.row()->result;
    const auto& cost = row.row()->cost;
    const auto seconds = [&](const QString& name, const std::optional<double>& value) {
        if (value)
            add(name, secondsText(locale, *value));
    };
    addSection(Tr::tr("Cost"));
    seconds(Tr::tr("Graph capture"), cost.export_s);
    seconds(Tr::tr("Compile time"), cost.compile_s);
    if (cost.isCompileCached)
        add(Tr::tr("Compile cache"),
            *cost.isCompileCached ? Tr::tr("from the cache") : Tr::tr("compiled anew"));
    const auto runs = [&](const QString& name, std::optional<core::Estimate> core::Conclusions::*member) {
        if (row.conclusions() && row.conclusions()->*member)
            add(name, countWithInterval(locale, *(row.conclusions()->*member)));
    };
    runs(Tr::tr("Break-even"), &core::Conclusions::breakEven_runs);
    runs(Tr::tr("Break-even with a warm cache"), &core::Conclusions::breakEvenWarm_runs);
    seconds(Tr::tr("Load"), result.load_s);
    seconds(Tr::tr("First inference"), result.firstRun_s);
    if (result.peak_bytes)
        add(Tr::tr("Peak memory"), bytes(locale, double(*result.peak_bytes)));
    if (result.minorFaultsPerRun)
        add(Tr::tr("Page faults per inference"), locale.toString(*result.minorFaultsPerRun, 'f', 0));
    showDevice(result);
    addSection(Tr::tr("Conditions"));
    add(Tr::tr("Device"), m_view->hardwareName(row.workload().device));
    add(Tr::tr("Data type"), dataTypeName(row.workload().dtype));
    add(Tr::tr("Weights"), weightsName(row.record()->weights));
    if (row.record()->attention)
        add(Tr::tr("Attention"), attentionName(*row.record()->attention));
    for (const char* key : {"torch", "cuda", "driver", "transformers", "governor", "tf32_matmul", "tf32_conv",
             "cudnn_benchmark", "static_inputs"}) {
        const auto value = core::conditionOf(row.flat, key);
        if (!value.empty())
            add(conditionName(key), QString::fromStdString(value));
    }
    add(Tr::tr("Threads"), locale.toString(row.record()->conditions.threads));
    if (const auto allocator = core::fromWord<core::Allocator>(row.record()->conditions.allocator))
        add(Tr::tr("Memory allocator"), allocatorName(*allocator));
    if (row.record()->noiseFloor_percent)
        add(Tr::tr("Noise floor"), percent(locale, *row.record()->noiseFloor_percent));
    add(Tr::tr("Measured in"),
        row.record()->executor == "in-process" ? Tr::tr("the window's process; no memory limit")
                                               : Tr::tr("a process of its own"));
    for (const auto& [name, value] : result.counters)
        add(counterName(name), locale.toString(value, 'f', 0));
}

/// What only a device with an account of its own tells.
void DetailsPanel::showDevice(const core::VariantResult& result)
{
    const QLocale locale;
    if (result.deviceBusy_s)
        add(Tr::tr("Device at work"), milliseconds(locale, *result.deviceBusy_s));
    if (const auto share = core::launchBoundShare(result))
        add(Tr::tr("Waiting for launches"), percent(locale, *share * 100));
    if (result.energy_j)
        add(Tr::tr("Energy per inference"),
            Tr::tr("%1 J", "joules").arg(locale.toString(*result.energy_j, 'g', 3)));
    if (result.graph_bytes)
        add(Tr::tr("Memory of the CUDA graph"), bytes(locale, double(*result.graph_bytes)));
    const auto summary = core::summaryOf(result);
    if (summary.slowest_mhz)
        add(Tr::tr("Lowest clock"), Tr::tr("%1 MHz").arg(locale.toString(*summary.slowest_mhz, 'f', 0)));
    if (summary.warmest_c)
        add(Tr::tr("Warmest"), Tr::tr("%1 °C").arg(locale.toString(*summary.warmest_c, 'f', 0)));
    if (summary.mostMemory_bytes)
        add(Tr::tr("Memory in use on the device"), bytes(locale, *summary.mostMemory_bytes));
}

void DetailsPanel::showLog(const ResultRow& row)
{
    if (!row.row() || row.row()->result.detail.empty())
        return;
    addSection(Tr::tr("Log"));
    auto* log = new QPlainTextEdit(QString::fromStdString(row.row()->result.detail));
    log->setReadOnly(true);
    log->setAccessibleName(Tr::tr("Log"));
    log->setMaximumHeight(unit(this, 8));
    m_form->addRow(log);
    const auto kept = core::findFailureLog(m_file, row.flat.visit->id, row.variant());
    if (!kept || core::isTimed(row.outcome))
        return;
    add(Tr::tr("The whole log"), QString::fromStdString(kept->string()));
    auto* whole = new QPushButton(Tr::tr("Show the whole log"));
    m_form->addRow(whole);
    connect(whole, &QPushButton::clicked, log, [log, whole, kept = *kept] {
        constexpr std::size_t limit_bytes = 1u << 20;
        const auto text = core::readFile(kept, limit_bytes);
        log->setPlainText(text ? QString::fromStdString(*text) : errorText(text.error()));
        whole->setEnabled(false);
    });
}

} // namespace inferometer::ui

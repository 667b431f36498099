// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/names.h"

#include "text/names.h"
#include "ui/text/tr.h"

#include <QStringList>

namespace inferometer::ui {

using namespace core;

namespace {

/// The translated text of a word of the core; the word itself where the table has none.
QString fromTable(std::span<const text::Sentence> table, std::string_view word)
{
    return Tr::tr(text::nameIn(table, word).c_str());
}

} // namespace

QString taskName(Task task)
{
    switch (task) {
    case Task::Classification:
        return Tr::tr("Image Classification");
    case Task::Segmentation:
        return Tr::tr("Image Segmentation");
    case Task::Detection:
        return Tr::tr("Object Detection");
    case Task::Other:
        return Tr::tr("Other");
    }
    Q_UNREACHABLE();
}

QString engineName(Engine engine)
{
    switch (engine) {
    case Engine::Cpp:
        return QStringLiteral("C++");
    case Engine::Python:
        return QStringLiteral("Python");
    }
    Q_UNREACHABLE();
}

QString engineSentence(Engine engine)
{
    switch (engine) {
    case Engine::Cpp:
        return Tr::tr(
            "LibTorch from C++: the graph as it is, and the graph compiled ahead of time by AOTInductor.");
    case Engine::Python:
        return Tr::tr(
            "A Python process, not compiled and through torch.compile, as in the Hugging Face guide.");
    }
    Q_UNREACHABLE();
}

QString modeName(CompileMode mode)
{
    switch (mode) {
    case CompileMode::None:
        return Tr::tr("no compile");
    case CompileMode::Default:
        return Tr::tr("default", "compile mode");
    case CompileMode::ReduceOverhead:
        return QStringLiteral("reduce-overhead");
    case CompileMode::MaxAutotune:
        return QStringLiteral("max-autotune");
    case CompileMode::MaxAutotuneNoCudagraphs:
        return QStringLiteral("max-autotune-no-cudagraphs");
    }
    Q_UNREACHABLE();
}

QString modeSentence(CompileMode mode)
{
    switch (mode) {
    case CompileMode::None:
        return Tr::tr("The baseline: every operator runs by itself. Always measured.");
    case CompileMode::Default:
        return Tr::tr("Inductor fuses operators and generates code; the shortest compilation.");
    case CompileMode::ReduceOverhead:
        return Tr::tr("Records the work of a GPU once and replays it (CUDA graphs), which spares the cost of "
                      "starting each kernel.");
    case CompileMode::MaxAutotune:
        return Tr::tr("Tries several implementations of heavy operators and keeps the fastest; the longest "
                      "compilation. On a GPU with CUDA graphs.");
    case CompileMode::MaxAutotuneNoCudagraphs:
        return Tr::tr("As max-autotune, without CUDA graphs.");
    }
    Q_UNREACHABLE();
}

QString dataTypeName(DataType type)
{
    const auto word = toWord(type);
    return QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
}

QString layoutName(Layout layout)
{
    switch (layout) {
    case Layout::Contiguous:
        return Tr::tr("contiguous", "memory layout");
    case Layout::ChannelsLast:
        return Tr::tr("channels last", "memory layout");
    }
    Q_UNREACHABLE();
}

QString attentionName(Attention attention)
{
    switch (attention) {
    case Attention::Sdpa:
        return Tr::tr("fused (SDPA)", "attention");
    case Attention::Eager:
        return Tr::tr("plain (eager)", "attention");
    }
    Q_UNREACHABLE();
}

QString allocatorName(Allocator allocator)
{
    switch (allocator) {
    case Allocator::Retain:
        return Tr::tr("keeps freed memory", "allocator");
    case Allocator::Default:
        return Tr::tr("system default", "allocator");
    }
    Q_UNREACHABLE();
}

QString presetName(Preset preset)
{
    switch (preset) {
    case Preset::Quick:
        return Tr::tr("Quick", "preset");
    case Preset::Standard:
        return Tr::tr("Standard", "preset");
    case Preset::Guide:
        return Tr::tr("Guide", "preset");
    case Preset::Custom:
        return Tr::tr("Custom", "preset");
    }
    Q_UNREACHABLE();
}

QString presetSentence(Preset preset)
{
    switch (preset) {
    case Preset::Quick:
        return Tr::tr(
            "At least 10 inferences and 0.5 s per variant: a first look, mostly too short for a verdict.");
    case Preset::Standard:
        return Tr::tr("At least 50 inferences, 20 rounds and 3 s per variant, until the improvement is known "
                      "within ±1%.");
    case Preset::Guide:
        return Tr::tr("Exactly 300 inferences per variant after the warm-up, as in the Hugging Face guide.");
    case Preset::Custom:
        return Tr::tr("Your own numbers, under Measurement details.");
    }
    Q_UNREACHABLE();
}

QString orderName(Order order)
{
    switch (order) {
    case Order::Interleaved:
        return Tr::tr("Interleaved rounds", "measuring order");
    case Order::Sequential:
        return Tr::tr("One variant after the other", "measuring order");
    }
    Q_UNREACHABLE();
}

QString verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Faster:
        return Tr::tr("faster", "verdict");
    case Verdict::Slower:
        return Tr::tr("slower", "verdict");
    case Verdict::Same:
        return Tr::tr("same", "verdict");
    case Verdict::Unclear:
        return Tr::tr("unclear", "verdict");
    }
    Q_UNREACHABLE();
}

QString verdictSentence(Verdict verdict)
{
    return fromTable(text::verdicts(), toWord(verdict));
}

QString outcomeName(Outcome outcome)
{
    return fromTable(text::outcomes(), toWord(outcome));
}

QString outcomeWord(Outcome outcome)
{
    return outcome == Outcome::OutOfMemory ? Tr::tr("OOM", "out of memory, in the slot of a bar")
                                           : outcomeName(outcome);
}

QString stepName(const std::string& step)
{
    return fromTable(text::steps(), step);
}

QString stopReason(const std::string& code)
{
    return fromTable(text::stopReasons(), code);
}

QString criterionName(const std::string& code)
{
    return fromTable(text::criteria(), code);
}

QString ruleSentence(const Verification& verification, const QString& tolerance)
{
    return fromTable(text::rules(), verification.rule).arg(tolerance);
}

QString endingName(Ending ending)
{
    switch (ending) {
    case Ending::Completed:
        return Tr::tr("completed", "run");
    case Ending::Cancelled:
        return Tr::tr("cancelled", "run");
    case Ending::Interrupted:
        return Tr::tr("interrupted", "run");
    }
    Q_UNREACHABLE();
}

QString checkTopic(const std::string& topic)
{
    return fromTable(text::checkTopics(), topic);
}

QString conditionName(const std::string& key)
{
    return fromTable(text::conditions(), key);
}

QString checkState(CheckState state)
{
    return fromTable(text::checkStates(), toWord(state));
}

QString deviceName(const Device& device)
{
    const QString name = device.kind == DeviceKind::Cpu ? Tr::tr("CPU") : Tr::tr("GPU %1").arg(device.index);
    return device.target.empty() ? name
                                 : QStringLiteral("%1 · %2").arg(QString::fromStdString(device.target), name);
}

QString variantModeName(const Variant& variant)
{
    QStringList parts{modeName(variant.mode)};
    if (variant.cudaGraph)
        parts << Tr::tr("CUDA graph");
    if (variant.frozen)
        parts << Tr::tr("frozen", "weights held inside the compiled code");
    if (variant.layout == Layout::ChannelsLast)
        parts << layoutName(variant.layout);
    if (variant.repetition > 1)
        parts << QStringLiteral("#%1").arg(variant.repetition);
    return parts.join(QStringLiteral(" · "));
}

QString variantName(const Variant& variant)
{
    return QStringLiteral("%1 · %2").arg(engineName(variant.engine), variantModeName(variant));
}

QString weightsName(const std::string& weights)
{
    const QString text = QString::fromStdString(weights);
    const QString random = QStringLiteral("random-seed-");
    const QString pretrained = QStringLiteral("pretrained-");
    if (text.startsWith(random))
        return Tr::tr("random weights (seed %1)").arg(text.mid(random.size()));
    if (text.startsWith(pretrained))
        return Tr::tr("pretrained weights (%1)").arg(text.mid(pretrained.size()).left(7));
    return text == QLatin1String("pretrained") ? Tr::tr("pretrained weights") : text;
}

} // namespace inferometer::ui

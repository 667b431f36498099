// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/policy.h"
#include "core/plan/outcome.h"
#include "core/plan/workload.h"
#include "core/protocol/runner_messages.h"
#include "core/run/doctor.h"
#include "core/stats/conclusions.h"
#include "core/store/record.h"

#include <QString>

/// What the product's enumerations are called in the window. Every switch is complete: the compiler names a
/// missing word.
namespace inferometer::ui {

QString taskName(core::Task task); ///< "Image Classification", as the guide writes it
QString engineName(core::Engine engine); ///< "C++", "Python"
QString engineSentence(core::Engine engine);
QString modeName(core::CompileMode mode); ///< "no compile", "default", ...
QString modeSentence(core::CompileMode mode); ///< what the mode does, one sentence
QString dataTypeName(core::DataType type);
QString layoutName(core::Layout layout);
QString attentionName(core::Attention attention);
QString allocatorName(core::Allocator allocator);
QString presetName(core::Preset preset);
QString presetSentence(core::Preset preset);
QString orderName(core::Order order);
QString verdictName(core::Verdict verdict);
QString verdictSentence(core::Verdict verdict);
QString outcomeName(core::Outcome outcome); ///< "out of memory": table
QString outcomeWord(core::Outcome outcome); ///< "OOM": the slot of a bar
QString stepName(const std::string& step); ///< of worker or runner
QString stopReason(const std::string& code); ///< why measuring ended
QString criterionName(const std::string& code); ///< what was not reached
QString ruleSentence(const core::Verification& verification, const QString& tolerance);
QString endingName(core::Ending ending);
QString checkTopic(const std::string& topic); ///< of the examination of this machine: "Compiler"
QString conditionName(
    const std::string& key); ///< of a comparison: "CPU governor"; what is not known, as it is
QString checkState(core::CheckState state); ///< "ok", "warning", "problem"

QString deviceName(const core::Device& device); ///< "CPU", "GPU 0"
QString variantName(const core::Variant& variant); ///< "C++ · default · frozen"
QString variantModeName(const core::Variant& variant); ///< "default · frozen", without the engine
QString weightsName(
    const std::string& weights); ///< "random weights (seed 0)", "pretrained weights (1a2b3c4)"

} // namespace inferometer::ui

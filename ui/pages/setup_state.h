// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/selection.h"
#include "core/run/forecast.h"
#include "core/run/machine.h"
#include "ui/settings/settings.h"

#include <QString>

#include <vector>

namespace inferometer::ui {

/// The set-up in the words that the core checks and plans from.
core::Selection selectionOf(const Settings& settings);

/// What keeps the set-up from being run, in one sentence; empty when nothing does.
QString whatIsMissing(const Settings& settings);

/// Why a compile mode cannot be measured on any of the chosen devices; empty where it can on one.
QString whyModeUnsupported(core::CompileMode mode, const Settings& settings);

/// Why a data type is not measured on any of the chosen devices; empty where it is on one.
QString whyDataTypeUnsupported(
    core::DataType dtype, const Settings& settings, const std::vector<core::DeviceFacts>& devices);

/// Why TF32 changes nothing on the chosen GPUs; empty where it does on one.
QString whyNoTf32(const Settings& settings, const std::vector<core::DeviceFacts>& devices);

/// Whether GPUs are chosen, and whether several of one machine are: only those can be measured side by side.
bool hasGpu(const Settings& settings);
bool hasSeveralGpus(const Settings& settings);

/// "4 models × 1 device × 3 batch sizes × 4 variants = 48 measurements"
QString planLine(const core::Plan& plan, const Settings& settings);
/// "About 6 min; 310 MB of new cache." or why it is not known.
QString forecastLine(const core::Forecast& forecast);

/// "AMD EPYC 7B13 · 24 GB"
QString deviceLine(const core::DeviceFacts& facts);

/// The devices of the set-up; the best one of this machine where none is chosen.
QStringList chosenDevices(const Settings& settings, const std::vector<core::DeviceFacts>& devices);

/// The equal call of the command line.
QString commandLine(const Settings& settings);

} // namespace inferometer::ui

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/record.h"

#include <QString>
#include <QStringList>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace inferometer::ui {

/// What a compiled variant bought in one place: see VariantGain.
struct Gain {
    core::Variant variant;
    QString place;
    double geometricMean = 1;

    bool operator==(const Gain&) const = default;
};

/// A run of the history as a line of its list shows it.
struct RunSummary {
    std::filesystem::path file;
    std::string id;
    std::string label;
    std::string note;
    std::string created_utc;
    QStringList models; ///< labels
    QStringList devices; ///< names as measured
    QString torch;
    std::map<core::Outcome, int> outcomes;
    std::vector<Gain> gains;
    core::Ending ending = core::Ending::Interrupted;
    std::vector<core::Note> problem; ///< why the file cannot be read; empty for a good one
};

class RunView;
RunSummary summaryOf(const RunView& view, const std::filesystem::path& file);

} // namespace inferometer::ui

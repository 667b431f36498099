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
    std::vector<std::pair<core::Variant, double>>
        gains; ///< geometric mean of the speed-ups per compiled variant
    core::Ending ending = core::Ending::Interrupted;
    QString problem; ///< why the file cannot be read, English; empty for a good one
};

class RunView;
RunSummary summaryOf(const RunView& view, const std::filesystem::path& file);

} // namespace inferometer::ui

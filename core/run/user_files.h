// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run_session.h"

#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

/// The user's own files that a plan names: an image, a Python, models. They are copied nowhere.
namespace inferometer::core {

/// How records name the image that is shipped.
inline constexpr std::string_view sampleImageName = "sample";

/// Whether peers of a plan would run with another Python than the one that it was made with: a run file does
/// not say where that is, and nothing on this machine does.
bool lacksPython(const Plan& plan);

/// The first of the user's files that a plan needs and does not know on this machine, by its name: a run file
/// says what was measured, not where it lies. `image`: as the record names it. Empty: all are known.
std::string unknownFile(const Plan& plan, std::string_view image);

/// What keeps a model of this machine's user from being measured, without reading all of it: its files are
/// gone, or its code was not allowed.
std::optional<Note> whyNotRunnable(const OwnModel& model);

/// Why rows cannot be measured on the machine that a plan came to; nothing where the plan was made: there
/// what is missing is an error.
struct MissingFiles {
    std::optional<Note> image; ///< costs every row
    std::optional<Note> python; ///< costs those of the Python engine
    std::map<std::string, Note> models; ///< by the models' names

    const Note* whyNot(const Workload& workload, const Variant& variant) const;
};

MissingFiles missingFiles(const RunOrder& order, const Plan& plan, const std::stop_token& stop);

/// A user's models, except those that are known to be missing, are what they were when the plan was made, and
/// the user consented to what they run: now, or when the model came into the user's catalogue.
Result<void> checkModels(
    const RunOrder& order, const MissingFiles& missing, Plan& plan, const std::stop_token& stop);

} // namespace inferometer::core

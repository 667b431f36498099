// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "core/base/result.h"
#include "core/catalog/catalog.h"
#include "core/run/machine.h"
#include "core/run/run_session.h"
#include "core/store/run_reader.h"

#include <filesystem>
#include <string>
#include <vector>

namespace inferometer::cli {

/// Where this user's files and this installation's programs are.
core::Result<core::RunServices> findServices();
core::Result<core::Catalog> readModels(const core::RunServices& services);
core::Result<core::Catalog> readModels();
/// With the models that a project's file lists; without a file the same.
core::Result<core::Catalog> withProject(const core::Catalog& catalog, const std::string& file);

/// A run of the history, by what the user called it.
struct NamedRun {
    std::filesystem::path path;
    core::RunFile file;
};
core::Result<NamedRun> openRun(const std::string& name);
/// One line per damaged line of the file; what is readable is shown all the same.
void sayProblems(const NamedRun& run, const Console& console);
/// Where the whole logs of failed rows are, one line each.
void sayLogs(const core::RunRecord& run, const std::filesystem::path& file, const Console& console);

} // namespace inferometer::cli

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"

#include <functional>

namespace CLI {
class App;
}

namespace inferometer::cli {

/// A command of the program: its words as the parser knows them, and what it does once they are read.
struct Command {
    CLI::App* words = nullptr;
    std::function<ExitCode(const Console&)> execute;
};

Command addRun(CLI::App& program);
Command addNoise(CLI::App& program);
Command addList(CLI::App& program);
Command addModels(CLI::App& program);
Command addShow(CLI::App& program);
Command addCompare(CLI::App& program);
Command addExport(CLI::App& program);
Command addReport(CLI::App& program);
Command addCache(CLI::App& program);
Command addDoctor(CLI::App& program);
Command addTargets(CLI::App& program);

} // namespace inferometer::cli

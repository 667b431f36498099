// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/program.h"

int main(int argc, char* argv[])
{
    return static_cast<int>(inferometer::cli::runProgram(argc, argv));
}

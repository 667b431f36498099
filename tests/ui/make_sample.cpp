// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/store/run_lines.h"
#include "core/store/run_reader.h"
#include "text/error_text.h"
#include "text/note_text.h"

#include <cstdio>

// Makes the run that is shipped as a sample of a run that was measured:
//     make_sample RUN.inferometer.jsonl LABEL > resources/sample.inferometer.jsonl
// Nothing is changed but its label and the mark that it is a sample.

using namespace inferometer;

int main(int argc, char* argv[])
{
    if (argc != 3) {
        std::fprintf(stderr, "usage: make_sample RUN LABEL\n");
        return 2;
    }
    auto file = core::readRun(argv[1]);
    if (!file || !file->problems.empty()) {
        std::fprintf(stderr, "%s\n",
            (file ? text::sentence(file->problems.front()) : text::sentence(file.error())).c_str());
        return 1;
    }
    file->run.isSample = true;
    file->run.label = argv[2];
    return core::writeAll(1, core::runText(file->run)) ? 0 : 1;
}

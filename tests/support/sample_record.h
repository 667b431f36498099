// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/record.h"

#include <memory>

/// Runs made of whole cloth, always the same ones, for tests and pictures of the window.
namespace inferometer::test {

/// Twelve models at batch 1, 4 and 16 on a CPU: C++ with no compile, default and max-autotune, Python with no
/// compile and default; some rows out of memory, failed, wrong, unclear or not run.
std::shared_ptr<const core::RunRecord> studyRecord();
/// ResNet-50 at batch 1 in both engines, no compile and default: the first run of a new user.
std::shared_ptr<const core::RunRecord> firstRecord();
/// As `firstRecord`, measured a second time by the target "old" with torch 2.13.0.
std::shared_ptr<const core::RunRecord> placesRecord();
/// As `placesRecord` with batch 4 for "old" as well, whose batch 1 the target "new" measured with torch
/// 2.14.0.
std::shared_ptr<const core::RunRecord> movedRecord();
/// As `firstRecord`, before anything was measured.
std::shared_ptr<const core::RunRecord> emptyRecord();
/// One row of each outcome that there is.
std::shared_ptr<const core::RunRecord> outcomesRecord();
/// Twelve models x 3 batches x 4 modes x 300 samples: the size that a window has to open quickly.
std::shared_ptr<const core::RunRecord> largeRecord();

} // namespace inferometer::test

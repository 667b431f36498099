// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/record.h"

#include <filesystem>

namespace inferometer::test {

/// Writes a run as a sweep would and returns its file; ends the program where it cannot.
std::filesystem::path writeRun(const core::RunRecord& run, const std::filesystem::path& folder);

} // namespace inferometer::test

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/note.h"
#include "core/plan/workload.h"
#include "core/store/artifact_cache.h"

#include <optional>
#include <string>
#include <vector>

namespace inferometer::core {

/// What is kept with an entry, so that a later run can say what it cost.
struct ArtifactFacts {
    std::string model;
    std::string what; ///< for people who look through the cache
    std::optional<double> export_s;
    std::optional<double> compile_s;
    double parameters = 0;
    double flops = 0;
    std::optional<Attention> attention;
    std::vector<Note> notes;
};

/// As it is stored beside the entry: one line of JSON.
std::string toText(const ArtifactFacts& facts);
/// Of an entry that was found; empty ones where they cannot be read, since only figures are lost by it.
ArtifactFacts factsOf(const Artifact& artifact);

} // namespace inferometer::core

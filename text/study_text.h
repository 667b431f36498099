// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/sentence.h"

#include <span>

namespace inferometer::text {

/// Further parts of the table of notes.
std::span<const Sentence> studyNotes(); ///< core/study
std::span<const Sentence> reportNotes(); ///< core/study/report

} // namespace inferometer::text

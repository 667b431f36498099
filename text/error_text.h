// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "text/sentence.h"

#include <string>

namespace inferometer::text {

/// What an error's code says on its own, marked for translation.
const char* errorTemplate(core::ErrorCode code);

/// The error's own sentences as the command line says them, else that of its code.
std::string sentence(const core::Error& error);

/// The parts of the table of notes that are reasons of errors.
std::span<const Sentence> fileErrorNotes();
std::span<const Sentence> runErrorNotes();

} // namespace inferometer::text

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/// Stands for compiled code that is wrong: whoever loads it ends.

#include <csignal>

namespace {

struct Crash {
    Crash() { std::raise(SIGSEGV); }
} const crash;

} // namespace

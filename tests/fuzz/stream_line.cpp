// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/// What another machine says: the lines of a run there, and what its shell or its queue puts among them.

#include "core/run/slurm.h"
#include "core/run/stream.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/resealed.h"

namespace inferometer::fuzz {

using namespace core;

namespace {

void read(std::string_view line)
{
    const auto message = decodeStreamLine(line);
    if (!message)
        return;
    if (const auto* hello = std::get_if<StreamHello>(&*message)) {
        (void)mismatchOf(*hello);
        require(decodeStreamLine(encode(*hello)).has_value());
    }
    if (const auto* note = std::get_if<Note>(&*message))
        require(std::get<Note>(*decodeStreamLine(encode(*note))) == *note);
    if (const auto* record = std::get_if<VisitRecord>(&*message))
        require(isIntact(adoptedLine(record->line, *record)));
}

} // namespace

void fuzz(std::string_view input)
{
    read(input);
    if (const auto start = input.find("{\"type\":\""); start != std::string_view::npos)
        read(resealed(input.substr(start)));
    (void)noteOfJob("a100", input);
}

} // namespace inferometer::fuzz

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/read_table.h"

#include "core/study/foreign.h"

namespace inferometer::ui {

core::Result<core::StudyTable> readTable(
    const Backend& backend, const std::filesystem::path& file, const std::optional<core::CsvMapping>& columns)
{
    if (core::isForeign(file))
        return core::readForeign(file, columns, backend.catalog());
    const auto run = backend.read(file);
    return run ? core::tableOf(run->run) : core::Result<core::StudyTable>(run.error());
}

} // namespace inferometer::ui

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/catalog/catalog.h"
#include "core/study/study_table.h"

#include <cstddef>
#include <string>
#include <string_view>

/// What importers share: names of other programs, and the note of what was left out.
namespace inferometer::core {

/// Fills model, label, task and size by name, hub id or label of the catalogue; another name stands as it is.
void nameModel(StudyRow& row, const std::string& name, const Catalog& catalog);

/// Also "eager", "compiled", "fp16", "torch.bfloat16" and the like, in any case.
Result<CompileMode> importedMode(std::string_view word, CompileMode otherwise);
Result<DataType> importedType(std::string_view word, DataType otherwise);
Result<Engine> importedEngine(std::string_view word, Engine otherwise);

/// Rows that could not be understood.
class LeftOut {
public:
    void add(std::size_t line, const std::string& detail);
    /// Adds the note, or is the error where nothing was read.
    Result<void> settle(StudyTable& table) const;

private:
    std::size_t m_count = 0;
    std::size_t m_firstLine = 0;
    std::string m_firstDetail;
};

/// A table with what every imported one says of itself.
StudyTable importedTable(const std::string& source);

} // namespace inferometer::core

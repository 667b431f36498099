// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/report/document.h"
#include "core/study/study_table.h"

#include <string>
#include <vector>

/// Tables in the shape of the Hugging Face guide's: "Image Classification/ViT", time without compiling, time
/// compiled.
namespace inferometer::core::report {

/// What one table is about.
struct TableSubject {
    Setting setting;
    std::string deviceName;
    Variant variant; ///< the compiled one; its baseline stands beside it
};

/// Every compiled variant of every setting of a table, in the order of its rows.
std::vector<TableSubject> subjectsOf(const StudyTable& table);
std::vector<int> batchesOf(const StudyTable& table, const TableSubject& subject);

/// Three columns, one batch size; without rows where nothing was planned.
Table tableOfBatch(const StudyTable& table, const TableSubject& subject, int batch);
/// Four columns, with the batch size.
Table tableOfAllBatches(const StudyTable& table, const TableSubject& subject);

/// A table as a report or a clipboard takes it.
struct NamedTable {
    TableSubject subject;
    bool isMain = false; ///< plain default mode: one table per batch size; else one with all of them
    Note name; ///< what it shows: device, batch size, variant
    Table table;
};

/// Every table that the guide's shape makes of a source, main ones first.
std::vector<NamedTable> guideTables(const StudyTable& table);

/// "Image Classification/ViT"
Note rowName(const StudyRow& row);
/// Milliseconds with three decimals as in the guide, or a word.
Note timeCell(const StudyRow* row);
/// The versions of torch that its rows were measured with: "2.0.1".
std::string torchOf(const StudyTable& table, const TableSubject& subject);
/// In one line, what a table's figures hang on.
Note conditionsLine(const StudyTable& table, const TableSubject& subject);

/// Indices of a table's rows with the guide's models first, in the order of its tables, smaller batches
/// first.
std::vector<std::size_t> guideOrder(const StudyTable& table);

} // namespace inferometer::core::report

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"
#include "core/study/csv.h"
#include "core/study/import.h"
#include "core/study/reference.h"
#include "tests/fuzz/fuzz.h"

namespace inferometer::fuzz {

using namespace core;

namespace {

CsvMapping mapping()
{
    CsvMapping columns;
    columns.model = "model";
    columns.batch = "batch";
    columns.dtype = "dtype";
    columns.mode = "mode";
    columns.time = "mean_s";
    return columns;
}

} // namespace

void fuzz(std::string_view input)
{
    static const auto catalog = *readCatalog(INFEROMETER_RESOURCES "/models.json");
    if (const auto table = parseCsv(input)) {
        for (const auto& row : table->rows)
            require(row.size() == table->header.size());
    }
    const std::string text(input);
    (void)importOwnRows(text, "x");
    (void)importCsv(text, mapping(), catalog, "x");
    (void)importOptimumBenchmark(std::span(&text, 1), catalog, "x");
    (void)referenceFromText(text, catalog);
}

} // namespace inferometer::fuzz

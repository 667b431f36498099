// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/catalog/catalog.h"
#include "core/study/study_table.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The published tables of the Hugging Face guide as read-only sources.
namespace inferometer::core {

/// One table per series of the guide (torch 2.0.1; nightly; nightly with reduce-overhead), in its order.
/// Every line gives two rows of the Python engine, without and with compiling; cells that the guide leaves
/// out are rows that are not published. What does not fit together stands among the notes of its rows.
Result<std::vector<StudyTable>> readReference(const std::filesystem::path& file, const Catalog& catalog);
Result<std::vector<StudyTable>> referenceFromText(std::string_view csv, const Catalog& catalog);

/// A table's rows of one device, so that it can stand beside any other device; empty where it has none.
StudyTable ofDevice(const StudyTable& table, const std::string& device);

/// The guide measured Python: the variant of its rows that stand beside one.
Variant publishedVariant(const Variant& variant);

/// Which published cells to count.
struct CellFilter {
    std::string device; ///< empty: all
    std::optional<int> batch;
};

/// Time reductions of a table: (1 - compiled / no compile) x 100 over the cells that have both times.
struct ReductionStatistics {
    int pairs = 0;
    int outOfMemory = 0; ///< cells without a time for that reason
    int notPublished = 0;
    double median_percent = 0; ///< meaningful from one pair on
    double least_percent = 0;
    double largest_percent = 0;
};

ReductionStatistics reductionsOf(const StudyTable& table, const CellFilter& filter = {});

/// A published row beside one that was measured here.
struct OverlayCell {
    std::size_t row = 0; ///< index into the own table
    std::size_t published = 0; ///< index into the published one
    bool isSameEngine =
        true; ///< the guide measured Python: beside a C++ row its figure is only for orientation
    std::vector<Note> notes;
};

/// Published rows of one device beside those of the same model, batch, data type and mode.
std::vector<OverlayCell> overlayOf(
    const StudyTable& own, const StudyTable& published, const std::string& publishedDevice);

} // namespace inferometer::core

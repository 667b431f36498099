// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace inferometer::core {

/// A table of text with a header.
struct CsvTable {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows; ///< each as long as the header

    std::optional<std::size_t> column(std::string_view name) const;
};

struct CsvLimits {
    std::size_t bytes = 64u << 20;
    std::size_t columns = 1000;
    std::size_t rows = 1'000'000;
};

/// RFC 4180; also LF line ends and a byte order mark. An apostrophe that protects a text from being taken for
/// a formula is removed again. A row longer than the header is an error, a shorter one is filled up.
Result<CsvTable> parseCsv(std::string_view text, const CsvLimits& limits = {});

} // namespace inferometer::core

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/report/document.h"

#include <optional>
#include <string>
#include <string_view>

namespace inferometer::core::report {

/// A whole document, or a table alone in the layout of the Hugging Face guide. What has a meaning in Markdown
/// or HTML is escaped, wherever it comes from.
std::string toMarkdown(const Document& document, const Phrases& phrases);
std::string toMarkdown(const Table& table, const Phrases& phrases);

/// Self-contained: style inside, no script, no address but links; pictures inside where their content is
/// given. `language` is "en" or "ja". A style sheet takes the place of the one for screens and printers.
std::string toHtml(const Document& document, const Phrases& phrases, const std::string& language,
    std::optional<std::string_view> style = {});

} // namespace inferometer::core::report

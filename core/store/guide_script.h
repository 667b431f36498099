// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/catalog/catalog.h"
#include "core/store/flat_rows.h"

#include <string>
#include <string_view>

namespace inferometer::core {

/// A stand-alone Python script after the guide that measures what a row of either engine stands for: the
/// model without compiling and in the row's mode. `frame` is the content of resources/guide_script.py.
Result<std::string> guideScript(std::string_view frame, const CatalogModel& model, const FlatRow& row);

} // namespace inferometer::core

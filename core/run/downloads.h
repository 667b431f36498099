// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/catalog/catalog.h"
#include "core/run/run_session.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace inferometer::core {

/// Fetches the pretrained weights of models into the Hugging Face cache, one after the other; what is there
/// already is left alone, and so is a model that is on no hub. `onModel` is told which one is next. The first
/// failure ends it; what was fetched stays.
Result<void> downloadWeights(const std::vector<const CatalogModel*>& models, const RunServices& services,
    Loop& loop, const std::function<void(int index)>& onModel, const std::stop_token& stop);

} // namespace inferometer::core

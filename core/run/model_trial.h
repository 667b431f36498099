// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/worker_messages.h"
#include "core/run/run_session.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <variant>
#include <vector>

namespace inferometer::core {

/// A model to be tried before it comes into the catalogue.
struct TrialOrder {
    OwnModel model;
    std::string imagePath; ///< empty: the shipped sample
    bool allowDownload = false;
};

struct TensorFacts {
    std::string name;
    std::vector<std::int64_t> shape;
    std::string dtype;
};

/// What is known of a model once it was prepared.
struct ModelTrial {
    double parameters = 0;
    int batch = 1; ///< another one than 1 where the model was made for it
    std::vector<TensorFacts> inputs;
    std::vector<TensorFacts> outputs;
    std::optional<Task> task = {}; ///< what its configuration says it is for, where it has one
};

/// A model that cannot be prepared is an answer as well.
using TrialEnd = std::variant<ModelTrial, WorkerFailure>;

/// Prepares a model on the CPU as a run would: its weights and its graph come into the cache, where the run
/// will find them. An Error says that nothing can be prepared here, or that it was cancelled.
Result<TrialEnd> tryModel(const TrialOrder& order, const Catalog& catalog, const RunServices& services,
    Loop& loop, const std::function<void(const std::string& step)>& onStep, const std::stop_token& stop);

} // namespace inferometer::core

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/accelerator.h"
#include "core/engine/graph_file.h"
#include "core/engine/tensor_file.h"
#include "core/engine/verification.h"
#include "core/protocol/runner_messages.h"

#include <memory>
#include <vector>

namespace inferometer::engine {

/// What the variants of a visit have in common: loaded once, whatever their number.
struct VisitData {
    std::unique_ptr<Accelerator> accelerator;
    TensorFile weights;
    TensorFile graphConstants;
    GraphFile graph;
    std::vector<at::Tensor> inputs;
    Reference reference;
    bool writesWeights = false; ///< the graph works in place on them: each program needs its own
    bool writesInputs = false;
    std::uint64_t hash = 0; ///< of weights and inputs

    std::uint64_t currentHash() const;
    /// After a program changed weights or inputs: reads them again, into the memory that the programs know.
    Attempt<void> restore(const core::VisitJob& job);
};

Attempt<VisitData> loadVisitData(const core::VisitJob& job, const OpenAccelerator& open = openAccelerator);

} // namespace inferometer::engine

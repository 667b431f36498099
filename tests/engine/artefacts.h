// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/graph_program.h"
#include "core/engine/tensor_file.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace inferometer::tests {

/// A prepared model or module of the fixture, with all that its programs need.
struct Artefact {
    explicit Artefact(const std::string& name)
        : folder(std::filesystem::path(TEST_ARTEFACTS) / name)
        , weights(*engine::TensorFile::read(folder / "weights" / "weights.safetensors", at::kCPU))
        , io(*engine::TensorFile::read(folder / "graph" / "io.safetensors", at::kCPU))
        , graph(*engine::readGraph(folder / "graph" / "graph.json"))
    {
        if (std::filesystem::exists(folder / "graph" / "constants.safetensors"))
            constants = *engine::TensorFile::read(folder / "graph" / "constants.safetensors", at::kCPU);
    }

    engine::GraphProgram::FindConstant finder() const
    {
        return [this](const std::string& constant, bool isWeight) {
            return (isWeight ? weights : constants).find(constant);
        };
    }

    engine::Attempt<std::unique_ptr<engine::GraphProgram>> program() const
    {
        return engine::GraphProgram::build(graph, finder(), io.list("input"), at::kCPU);
    }

    std::filesystem::path folder;
    engine::TensorFile weights;
    engine::TensorFile constants;
    engine::TensorFile io;
    engine::GraphFile graph;
};

} // namespace inferometer::tests

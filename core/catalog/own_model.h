// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/plan/workload.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace inferometer::core {

/// `Hub`: an id of the Hugging Face hub. `Folder`: a folder in the hub's layout. `Timm`: a name of timm's.
/// `Code`: a function in a Python file. `Program`: a file of torch.export.save.
enum class ModelKind { Hub, Folder, Timm, Code, Program };

template <> struct Words<ModelKind> {
    static constexpr std::array all{
        Word<ModelKind>{ModelKind::Hub, "hub"},
        Word<ModelKind>{ModelKind::Folder, "folder"},
        Word<ModelKind>{ModelKind::Timm, "timm"},
        Word<ModelKind>{ModelKind::Code, "code"},
        Word<ModelKind>{ModelKind::Program, "program"},
    };
};

/// Where a user's own model comes from.
struct ModelSource {
    ModelKind kind = ModelKind::Hub;
    std::string model; ///< Hub: id; Timm: name
    std::string function; ///< Code
    std::string path; ///< Folder, Code, Program: absolute; stays on this machine
    std::string file; ///< last part of the path
    std::string sha256; ///< of what the path holds: the model's identity
};

/// Code runs when such a model is loaded: only with the user's consent.
constexpr bool runsCode(ModelKind kind)
{
    return kind == ModelKind::Code || kind == ModelKind::Program;
}

/// A model that the shipped catalogue does not have.
struct OwnModel {
    std::string name; ///< short, unique
    std::string label;
    Task task = Task::Other;
    ModelSource source;
    std::optional<int> imageSize; ///< pixels; nothing: as the model was made for
    double parameters = 0; ///< 0: not known yet
    std::string allowedSha256; ///< Code, Program: the content that the user allowed to run

    bool isAllowed() const { return !runsCode(source.kind) || allowedSha256 == source.sha256; }
};

/// How a reading that may take minutes is watched: told which share is read, and ended by a stop.
struct Reading {
    std::stop_token stop;
    std::function<void(double)> progressed;
};

/// Reads a user's word for a model: `timm:NAME`, `hub:ORG/NAME` or `ORG/NAME`, `FOLDER`, `FILE.py:FUNCTION`,
/// `FILE.pt2`. Nothing where it is none of these. Finds task and label, hashes the content.
Result<std::optional<OwnModel>> ownModelFrom(
    std::string_view word, const std::filesystem::path& hub, const Reading& reading = {});

/// The task that the configuration of a model of Transformers names, as far as that is on this machine.
/// Nothing for other kinds, and where it is not there (yet).
std::optional<Task> taskOf(const ModelSource& source, const std::filesystem::path& hub);

/// Reads the content again, which may have changed since: its hash, and the consent with it.
Result<void> refresh(OwnModel& model, const Reading& reading = {});

/// A user's models, kept in a JSON file: `version` 1 and `models`. Paths that are not absolute begin at the
/// file's folder. A file that is not there has none. A consent counts only in the user's own catalogue: the
/// file of a project comes from somebody else.
enum class Catalogue { User, Project };
Result<std::vector<OwnModel>> readOwnModels(const std::filesystem::path& file, Catalogue catalogue);
Result<void> writeOwnModels(const std::filesystem::path& file, const std::vector<OwnModel>& models);

} // namespace inferometer::core

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/catalog/own_model.h"
#include "core/plan/workload.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace inferometer::core {

/// A model known by name. The catalogue's file is JSON: `version` 1 and `models`, a list of objects with
/// `name` (short, unique), `hub_id`, `label` (the guide's row label), `task`, `parameters` (count), `guide`
/// (false: the guide does not measure it, so its studies do not) and what only the worker reads: `class`,
/// `config`, `processor`, `inputs` and `outputs` (shapes of a 640 x 480 image at batch 1), `attention`
/// (implementations to choose from).
struct CatalogModel {
    /// Scalars of one image's tensors; 0 where the entry does not say.
    struct Sizes {
        double values = 0; ///< of the inputs in the data type of the workload
        double integers = 0; ///< of the other inputs
        double outputs = 0;
    };

    std::string name;
    std::string hubId;
    std::string label;
    Task task = Task::Classification;
    double parameters = 0;
    double cost = 0; ///< parameters x input pixels: only to put cheap models first
    Sizes sizes;
    std::vector<Attention> attention; ///< empty: the model has no choice
    std::string entry; ///< the whole entry as JSON text, for the worker
    std::string identity; ///< the parts of it that change what is prepared: no path, no label
    bool isOfGuide = true; ///< where it is no user's model
    std::optional<OwnModel> own; ///< a user's model
};

/// The models that can be run by name. Immutable once read.
class Catalog {
public:
    explicit Catalog(std::vector<CatalogModel> models = {});

    const std::vector<CatalogModel>& models() const { return m_models; }
    /// By short name or hub id; a failure names the nearest ones.
    Result<CatalogModel> find(std::string_view name) const;
    /// Nothing where the name is not known: for records of other catalogues.
    const CatalogModel* findByName(std::string_view name) const;
    /// This one and a user's models. One whose name is taken is refused, and so is one whose name is none.
    Result<Catalog> with(const std::vector<OwnModel>& models) const;

private:
    std::vector<CatalogModel> m_models;
};

/// Reads `models.json`; bounded and checked.
Result<Catalog> readCatalog(const std::filesystem::path& file);
Result<Catalog> catalogFromText(std::string_view text);

CatalogModel catalogModel(const OwnModel& model);
/// The catalogue with the models that are named by words of the user's own (see ownModelFrom), each word
/// replaced by the name that its model has there. A word that is known already stays.
struct ExtendedCatalog {
    Catalog catalog;
    std::vector<std::string> names;
};
Result<ExtendedCatalog> withWords(const Catalog& catalog, const std::vector<std::string>& words,
    const std::filesystem::path& hub, const Reading& reading = {});

/// "Image Classification", as the guide writes it.
std::string_view guideName(Task task);

} // namespace inferometer::core

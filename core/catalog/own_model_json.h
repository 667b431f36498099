// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/own_model.h"
#include "core/protocol/json.h"

/// How a user's models stand in JSON. A consent is no part of it: only the catalogue's own file holds one.
namespace inferometer::core {

template <> struct Fields<ModelSource> {
    static constexpr auto all = std::tuple{
        Field{"kind", &ModelSource::kind, Presence::Required},
        Field{"model", &ModelSource::model},
        Field{"function", &ModelSource::function},
        Field{"path", &ModelSource::path},
        Field{"file", &ModelSource::file},
        Field{"sha256", &ModelSource::sha256},
    };
};

template <> struct Fields<OwnModel> {
    static constexpr auto all = std::tuple{
        Field{"name", &OwnModel::name, Presence::Required},
        Field{"label", &OwnModel::label},
        Field{"task", &OwnModel::task},
        Field{"source", &OwnModel::source, Presence::Required},
        Field{"image_size", &OwnModel::imageSize},
        Field{"parameters", &OwnModel::parameters},
    };
};

} // namespace inferometer::core

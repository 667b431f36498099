// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/artifact_facts.h"

#include "core/protocol/fields.h"
#include "core/protocol/json.h"

namespace inferometer::core {

template <> struct Fields<ArtifactFacts> {
    static constexpr auto all = std::tuple{
        Field{"model", &ArtifactFacts::model},
        Field{"what", &ArtifactFacts::what},
        Field{"export_s", &ArtifactFacts::export_s},
        Field{"compile_s", &ArtifactFacts::compile_s},
        Field{"parameters", &ArtifactFacts::parameters},
        Field{"flops", &ArtifactFacts::flops},
        Field{"attention", &ArtifactFacts::attention},
        Field{"notes", &ArtifactFacts::notes},
    };
};

std::string toText(const ArtifactFacts& facts)
{
    return toLine(writeJson(facts));
}

ArtifactFacts factsOf(const Artifact& artifact)
{
    const auto json = parseJson(artifact.facts, ErrorCode::FileInvalid);
    const auto facts = json ? fromJson<ArtifactFacts>(*json) : Result<ArtifactFacts>(json.error());
    return facts ? *facts : ArtifactFacts{};
}

} // namespace inferometer::core

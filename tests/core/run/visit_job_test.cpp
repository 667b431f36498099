// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/visit_job.h"

#include "core/measure/sample_room.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

using namespace inferometer::core;

/// Its rows come together in one record, whatever process measured them.
TEST(VisitJob, AVariantAloneHasNoMoreRoomThanBesideTheOthers)
{
    const inferometer::tests::TemporaryFolder folder;
    auto cache = *ArtifactCache::open(folder.path() / "cache");
    std::vector<ScratchFolder> scratch;
    const Visit visit{"resnet.cpu.b1.float32", {"resnet", {}, 1, DataType::Float32},
        {{Engine::Cpp, CompileMode::None}, {Engine::Cpp, CompileMode::Default}}};

    const auto job = visitJob({}, visit, {visit.variants.back()}, {}, {}, cache, scratch);

    EXPECT_EQ(job.policy.sampleRoom, roomOfVariant(2));
}

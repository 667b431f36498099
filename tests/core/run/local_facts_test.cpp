// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/local_facts.h"

#include "core/run/user_files.h"
#include "core/store/run_lines.h"
#include "core/store/run_reader.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

namespace inferometer::core {

using tests::TemporaryFolder;

TEST(LocalFacts, APythonThatNothingNamesAnyMoreIsMissed)
{
    const tests::TemporaryFolder folder;
    const auto file = folder.path() / "run.jsonl";
    RunRecord run;
    run.plan.visits = {
        {"resnet.cpu.b1.float32", {"resnet", {}, 1, DataType::Float32}, {{Engine::Python}}, 1}};
    run.plan.peerPython = "/opt/other/bin/python";
    run.plan.namesPython = true;
    const auto line = headerLine(run);
    EXPECT_EQ(line.find("/opt"), std::string::npos);

    auto plan = planFromText(line);
    ASSERT_TRUE(plan) << plan.error().detail;
    EXPECT_TRUE(lacksPython(*plan));
    EXPECT_EQ(unknownFile(*plan, {}), "python");
    ASSERT_TRUE(writeLocalFacts(file, run.plan));
    addLocalFacts(file, *plan);

    EXPECT_FALSE(lacksPython(*plan));
    EXPECT_EQ(plan->peerPython, run.plan.peerPython);
    plan->peerPython.clear();
    plan->visits.front().variants = {{Engine::Cpp}};
    EXPECT_FALSE(lacksPython(*plan)) << "nothing is measured with it";
}

} // namespace inferometer::core

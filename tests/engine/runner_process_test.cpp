// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/runner_process.h"
#include "tests/engine/conversation.h"
#include "tests/support/note_printing.h"
#include "tests/support/temporary_folder.h"

namespace inferometer {
namespace {

using core::Outcome;
using tests::compiled;
using tests::jobFor;
using tests::uncompiled;
namespace fs = std::filesystem;

/// Has a visit measured by the real runner, as a run does.
core::VisitEnd measured(core::Loop& loop, core::RunnerProcess& executor, const core::VisitJob& job)
{
    std::optional<core::VisitEnd> end;
    core::VisitObserver observer;
    observer.ended = [&](core::VisitEnd ended) { end = std::move(ended); };
    executor.start(job, std::move(observer));
    loop.runUntil([&] { return end.has_value(); });
    return *std::move(end);
}

TEST(RunnerProcess, CompiledCodeThatEndsTheRealRunnerCostsItsVariantAndTheNextVisitIsMeasured)
{
    const tests::TemporaryFolder folder;
    auto job = jobFor("resnet", {uncompiled, compiled});
    const fs::path package = folder.path() / "package";
    fs::copy(job.variants[1].packageFolder, package, fs::copy_options::recursive);
    fs::copy_file(TEST_CRASHING_PACKAGE, package / "model.so", fs::copy_options::overwrite_existing);
    job.variants[1].packageFolder = package;
    core::Loop loop;
    core::RunnerProcess executor(loop, {TEST_GUARD, TEST_RUNNER, "/", 1, {}});

    const auto crashed = measured(loop, executor, job);
    const auto next = measured(loop, executor, jobFor("resnet", {uncompiled}));

    const auto* failure = std::get_if<core::VisitFailure>(&crashed.content);
    ASSERT_NE(failure, nullptr);
    EXPECT_EQ(failure->outcome, Outcome::Crashed);
    EXPECT_EQ(failure->reason, (core::Note{"ended-by-signal", {"SIGSEGV", "load"}}));
    EXPECT_EQ(failure->variant, compiled);
    const auto* result = std::get_if<core::VisitResult>(&next.content);
    ASSERT_NE(result, nullptr);
    EXPECT_EQ(result->variants[0].outcome, Outcome::Measured);
}

} // namespace
} // namespace inferometer

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/artefacts.h"

#include "core/engine/guarded.h"
#include "core/engine/package_program.h"
#include "core/engine/verification.h"

#include "tests/support/note_printing.h"
#include "tests/support/temporary_folder.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <c10/core/CPUAllocator.h>

#include <gtest/gtest.h>

#include <regex>

namespace inferometer::engine {
namespace {

namespace fs = std::filesystem;

PackageOrder orderFor(const tests::Artefact& model, const fs::path& folder)
{
    auto host = thisHost();
    host.threads = 1;
    return {.folder = folder,
        .host = host,
        .device = at::kCPU,
        .weights = &model.weights,
        .graphConstants = &model.constants,
        .inputs = model.io.list("input")};
}

core::Verification judged(const tests::Artefact& model, const fs::path& package, core::DataType type)
{
    auto program = PackageProgram::load(orderFor(model, package));
    if (!program) {
        core::Verification failed;
        failed.reason = program.failure().reason;
        return failed;
    }
    const Reference reference{model.io.list("output"), model.io.list("reference")};
    const core::Variant compiled{core::Engine::Cpp, core::CompileMode::Default};
    return verify((*program)->run(), reference, ruleFor({"resnet", {}, 1, type}, compiled, reference));
}

/// A copy of a package that a test may damage.
class CopiedPackage {
public:
    explicit CopiedPackage(const tests::Artefact& model)
    {
        fs::copy(model.folder / "package-default", folder.path(), fs::copy_options::recursive);
    }

    void rewriteFacts(const std::string& pattern, const std::string& replacement) const
    {
        const auto text = tests::contentOf(folder.path() / "package.json");
        folder.write("package.json",
            std::regex_replace(
                text, std::regex(pattern), replacement, std::regex_constants::format_first_only));
    }

    tests::TemporaryFolder folder;
};

/// As long as it lives no tensor finds memory: Torch asks the system for more than there is.
class NoMemory final : public c10::Allocator {
public:
    NoMemory() { c10::SetCPUAllocator(this, highestPriority); }
    NoMemory(const NoMemory&) = delete;
    NoMemory& operator=(const NoMemory&) = delete;
    ~NoMemory() override { c10::SetCPUAllocator(m_usual, highestPriority); }

    c10::DataPtr allocate(std::size_t) override { return m_usual->allocate(std::size_t{1} << 60); }
    void copy_data(void*, const void*, std::size_t) const override { }

private:
    static constexpr std::uint8_t highestPriority = 255;
    c10::Allocator* m_usual = c10::GetCPUAllocator();
};

class PackageProgramTest : public testing::Test {
protected:
    void SetUp() override { at::set_num_threads(1); }

    core::Note reasonFor(const PackageOrder& order) const
    {
        const auto program = PackageProgram::load(order);
        if (program)
            return {};
        EXPECT_EQ(program.failure().outcome, core::Outcome::LoadFailed);
        return program.failure().reason;
    }

    tests::Artefact m_model{"resnet"};
};

TEST_F(PackageProgramTest, IsWithinTheToleranceOfFloat32)
{
    const auto result = judged(m_model, m_model.folder / "package-default", core::DataType::Float32);

    EXPECT_TRUE(result.isPassed) << result.reason.code << " " << result.relativeError;
}

TEST_F(PackageProgramTest, AFrozenOneHoldsItsWeightsItself)
{
    const auto result = judged(m_model, m_model.folder / "package-default-frozen", core::DataType::Float32);

    EXPECT_TRUE(result.isPassed) << result.reason.code << " " << result.relativeError;
}

TEST_F(PackageProgramTest, ACorrectBfloat16CompilePasses)
{
    const tests::Artefact model("resnet-bfloat16");

    const auto result = judged(model, model.folder / "package-default", core::DataType::BFloat16);

    EXPECT_TRUE(result.isPassed) << result.reason.code << " " << result.relativeError;
    EXPECT_EQ(result.rule, "float64-multiple");
}

/// Its code is told by Torch only that a function failed; the reason comes from the runner of LibTorch.
TEST_F(PackageProgramTest, SaysThatMemoryRanOut)
{
    auto program = PackageProgram::load(orderFor(m_model, m_model.folder / "package-default"));
    ASSERT_TRUE(program);

    const auto ran = [&] {
        const NoMemory everywhere;
        return guarded([&] { return (*program)->run(); });
    }();

    ASSERT_FALSE(ran);
    const auto failed = failureOf(ran.error(), core::Outcome::Crashed, core::reasons::runError);
    EXPECT_EQ(failed.outcome, core::Outcome::OutOfMemory) << failed.detail;
    EXPECT_EQ(failed.reason.code, "host-memory");
    EXPECT_NE(failed.detail.find("DefaultCPUAllocator"), std::string::npos) << failed.detail;
    EXPECT_EQ((*program)->run().size(), 1u) << "it can go on where there is some again";
}

TEST_F(PackageProgramTest, UsesTheWeightsWhereTheyLie)
{
    auto program = PackageProgram::load(orderFor(m_model, m_model.folder / "package-default"));
    ASSERT_TRUE(program);
    const auto before = (*program)->run()[0].clone();

    m_model.weights.find("model.classifier.1.bias")->add_(1);

    EXPECT_TRUE(at::allclose((*program)->run()[0], before + 1, 1e-4, 1e-4));
}

TEST_F(PackageProgramTest, GetsCopiesWhereItWritesIntoThem)
{
    auto order = orderFor(m_model, m_model.folder / "package-default");
    order.ownsConstants = true;
    auto program = PackageProgram::load(order);
    ASSERT_TRUE(program);
    const auto before = (*program)->run()[0].clone();

    m_model.weights.find("model.classifier.1.bias")->add_(1);

    EXPECT_TRUE(at::equal((*program)->run()[0], before));
}

TEST_F(PackageProgramTest, AMissingConstantIsNamedBeforeAnythingRuns)
{
    const CopiedPackage package(m_model);
    package.rewriteFacts("\"source\": \"model.classifier.1.bias\"", "\"source\": \"model.nowhere\"");

    EXPECT_EQ(reasonFor(orderFor(m_model, package.folder.path())),
        (core::Note{"constant-missing", {"model.nowhere"}}));
}

TEST_F(PackageProgramTest, AConstantThatTheFactsLeaveOutIsNamed)
{
    const CopiedPackage package(m_model);
    package.rewriteFacts("\"name\": \"model.classifier.1.bias\"", "\"name\": \"other\"");

    EXPECT_EQ(reasonFor(orderFor(m_model, package.folder.path())),
        (core::Note{"constant-missing", {"model.classifier.1.bias"}}));
}

TEST_F(PackageProgramTest, AConstantOfAnotherShapeIsRefused)
{
    const CopiedPackage package(m_model);
    package.rewriteFacts(
        "\"source\": \"model.classifier.1.bias\"", "\"source\": \"model.classifier.1.weight\"");

    EXPECT_EQ(reasonFor(orderFor(m_model, package.folder.path())),
        (core::Note{"constant-mismatch", {"model.classifier.1.weight"}}));
}

TEST_F(PackageProgramTest, AConstantOnAnotherDeviceThanThePackageOrTheHostIsRefused)
{
    const CopiedPackage package(m_model);
    package.rewriteFacts("\"device\": \"cpu\"", "\"device\": \"cuda\"");

    EXPECT_EQ(reasonFor(orderFor(m_model, package.folder.path())).code, "constant-mismatch");
}

TEST_F(PackageProgramTest, AStalePackageIsNotEvenOpened)
{
    const CopiedPackage package(m_model);
    package.folder.write("model.so", "no shared object at all");
    package.rewriteFacts("\"AOTI_CPU_ISA\": \"", "\"AOTI_CPU_ISA\": \"AVX9000 ");

    EXPECT_EQ(reasonFor(orderFor(m_model, package.folder.path())),
        (core::Note{"stale-package", {"instructions", "AVX9000", "-"}}));
}

TEST_F(PackageProgramTest, ADamagedSharedObjectIsSaid)
{
    const CopiedPackage package(m_model);
    const auto whole = tests::contentOf(package.folder.path() / "model.so");
    for (const auto size : {std::size_t{0}, std::size_t{1}, whole.size() / 2, whole.size() - 1}) {
        package.folder.write("model.so", whole.substr(0, size));
        EXPECT_EQ(reasonFor(orderFor(m_model, package.folder.path())),
            (core::Note{"package-damaged", {"model.so"}}));
    }
    fs::remove(package.folder.path() / "model.so");
    EXPECT_EQ(
        reasonFor(orderFor(m_model, package.folder.path())), (core::Note{"file-missing", {"model.so"}}));
}

} // namespace
} // namespace inferometer::engine

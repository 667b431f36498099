// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/verification.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>

#include <gtest/gtest.h>

#include <limits>

namespace inferometer::engine {
namespace {

core::Verification rule(core::DataType type, core::CompileMode mode = core::CompileMode::Default)
{
    return ruleFor({"m", {}, 1, type}, {core::Engine::Cpp, mode}, {});
}

core::Verification compare(const at::Tensor& found, const at::Tensor& expected)
{
    return verify({found}, {{expected}, {}}, rule(core::DataType::Float32));
}

class VerificationTest : public testing::Test {
protected:
    void SetUp() override { at::manual_seed(0); }
};

TEST_F(VerificationTest, FindsOneOutputOffByOnePercentEveryTime)
{
    int found = 0;
    for (int i = 0; i < 100; ++i) {
        const auto expected = at::randn({1, 1000});
        auto wrong = expected.clone();
        const auto scale = expected.abs().max().item<float>();
        wrong.view(-1)[i * 7] += 1e-2f * scale;
        found += !compare(wrong, expected).isPassed;
    }
    EXPECT_EQ(found, 100);
}

TEST_F(VerificationTest, PassesWhatACompilerReorders)
{
    for (int i = 0; i < 100; ++i) {
        const auto expected = at::randn({1, 1000});
        const auto scale = expected.abs().max().item<float>();
        const auto reordered = expected + (at::rand_like(expected) - 0.5) * 6e-4 * scale;
        EXPECT_TRUE(compare(reordered, expected).isPassed);
    }
}

/// float64 outputs, what eager makes of them in a half type, and a program with its own rounding.
struct Half {
    explicit Half(at::ScalarType halfType)
        : type(halfType)
        , exact(at::randn({1, 1000}, at::kDouble) * 5)
        , eager(rounded(exact))
    {
    }

    /// An error of the size that several rounded operations make.
    at::Tensor rounded(const at::Tensor& values) const
    {
        const auto epsilon = type == at::kHalf ? 0x1p-10 : 0x1p-7;
        return (values + at::randn_like(values) * epsilon * values.abs().mean()).to(type);
    }

    double eagerError() const
    {
        return (eager.to(at::kDouble) - exact).square().mean().sqrt().item<double>();
    }

    core::Verification judge(const at::Tensor& found) const
    {
        const auto word = type == at::kHalf ? core::DataType::Float16 : core::DataType::BFloat16;
        return verify({found}, {{eager}, {exact}}, rule(word));
    }

    at::ScalarType type;
    at::Tensor exact;
    at::Tensor eager;
};

class HalfTypes : public testing::TestWithParam<at::ScalarType> {
protected:
    void SetUp() override { at::manual_seed(0); }
};

TEST_P(HalfTypes, ACorrectProgramPasses)
{
    for (int i = 0; i < 100; ++i) {
        const Half half(GetParam());
        EXPECT_TRUE(half.judge(half.rounded(half.exact)).isPassed);
        EXPECT_TRUE(half.judge(half.eager).isPassed);
        EXPECT_TRUE(half.judge(half.exact.to(half.type)).isPassed) << "better than eager";
    }
}

TEST_P(HalfTypes, AnErrorOfThreeTimesEagersIsFoundEveryTime)
{
    int found = 0;
    for (int i = 0; i < 100; ++i) {
        const Half half(GetParam());
        const auto signs = at::randint(0, 2, half.exact.sizes(), at::kDouble) * 2 - 1;
        const auto wrong = half.eager.to(at::kDouble) + signs * 3 * half.eagerError();
        found += !half.judge(wrong.to(half.type)).isPassed;
    }
    EXPECT_EQ(found, 100);
}

TEST_P(HalfTypes, ASingleWrongValueIsFound)
{
    const Half half(GetParam());
    auto wrong = half.eager.clone();
    wrong.view(-1)[500] += half.exact.abs().max().item<double>() / 2;

    EXPECT_FALSE(half.judge(wrong).isPassed);
}

INSTANTIATE_TEST_SUITE_P(All, HalfTypes, testing::Values(at::kHalf, at::kBFloat16));

TEST_F(VerificationTest, AHalfTypeWithoutItsReferenceFails)
{
    const auto output = at::randn({10}).to(at::kHalf);

    EXPECT_EQ(verify({output}, {{output}, {}}, rule(core::DataType::Float16)).reason.code, "output-count");
}

TEST_F(VerificationTest, AReferenceWithoutSpreadFails)
{
    EXPECT_EQ(compare(at::zeros({5}), at::zeros({5})).reason.code, "reference-without-spread");
    EXPECT_EQ(compare(at::full({5}, 2.5), at::full({5}, 2.5)).reason.code, "reference-without-spread");
    EXPECT_EQ(compare(at::zeros({1}), at::zeros({1})).reason.code, "reference-without-spread");
    EXPECT_TRUE(compare(at::full({1}, 2.5), at::full({1}, 2.5)).isPassed);
}

TEST_F(VerificationTest, NumbersThatAreNotFiniteMustBeTheSame)
{
    constexpr auto infinity = std::numeric_limits<float>::infinity();
    const auto nan = std::numeric_limits<float>::quiet_NaN();
    const auto masked = at::tensor({1.f, -infinity, 2.f});

    EXPECT_TRUE(compare(masked, masked).isPassed);
    EXPECT_EQ(compare(at::tensor({1.f, infinity, 2.f}), masked).reason.code, "output-not-finite");
    EXPECT_EQ(compare(at::tensor({1.f, -1e30f, 2.f}), masked).reason.code, "output-not-finite");
    EXPECT_EQ(compare(at::tensor({1.f, -infinity, nan}), masked).reason.code, "output-not-finite");
    EXPECT_EQ(compare(at::tensor({nan, 1.f}), at::tensor({nan, 1.f})).reason.code, "output-not-finite");
}

TEST_F(VerificationTest, OutputsOfAnotherFormAreWrong)
{
    const auto expected = at::randn({2, 3});

    EXPECT_EQ(compare(expected.t(), expected).reason.code, "output-shape");
    EXPECT_EQ(compare(expected.to(at::kDouble), expected).reason.code, "output-type");
    EXPECT_EQ(verify({}, {{expected}, {}}, rule(core::DataType::Float32)).reason.code, "output-count");
}

TEST_F(VerificationTest, WholeNumbersAndBoolsMustBeEqual)
{
    const auto places = at::tensor({1, 2, 3});
    const auto flags = at::tensor({1, 0, 1}).to(at::kBool);

    EXPECT_TRUE(compare(places, places).isPassed);
    EXPECT_TRUE(compare(flags, flags).isPassed);
    EXPECT_EQ(compare(at::tensor({1, 2, 4}), places).reason.code, "output-differs");
    EXPECT_FALSE(compare(flags.logical_not(), flags).isPassed);
}

TEST_F(VerificationTest, TheWorstOutputDecidesAndIsNamed)
{
    const auto good = at::randn({100});
    const auto expected = at::randn({100});

    const auto result = verify({good, expected * 1.1}, {{good, expected}, {}}, rule(core::DataType::Float32));

    EXPECT_FALSE(result.isPassed);
    EXPECT_EQ(result.reason.code, "output-differs");
    EXPECT_EQ(result.reason.args[0], "1");
    EXPECT_NEAR(result.relativeError, 0.1, 1e-6);
    EXPECT_EQ(result.rule, "float32-relative");
}

TEST_F(VerificationTest, AnUncompiledGraphHasTheNarrowerTolerance)
{
    const core::Workload onCuda{"m", {core::DeviceKind::Cuda, 0}, 1, core::DataType::Float32};
    const auto uncompiled = rule(core::DataType::Float32, core::CompileMode::None);

    EXPECT_LT(uncompiled.tolerance, rule(core::DataType::Float32).tolerance);
    EXPECT_EQ(ruleFor(onCuda, {}, {}).tolerance, rule(core::DataType::Float32).tolerance);
}

/// Outputs of a model on CUDA, exact and with convolutions in TF32, which here err by a hundredth of the
/// scale.
class Tf32 : public VerificationTest {
protected:
    core::Verification judge(const at::Tensor& found, const at::Tensor& eager) const
    {
        const Reference reference{{eager}, {exact}};
        const core::Workload onCuda{"m", {core::DeviceKind::Cuda, 0}, 1, core::DataType::Float32};
        return verify(
            {found}, reference, ruleFor(onCuda, {core::Engine::Cpp, core::CompileMode::Default}, reference));
    }
    at::Tensor offBy(double error) const
    {
        return (exact + at::randn_like(exact) * error * exact.abs().max()).to(at::kFloat);
    }

    at::Tensor exact = at::randn({1, 1000}, at::kDouble);
};

TEST_F(Tf32, AProgramIsJudgedByEagersOwnError)
{
    const auto eager = offBy(4e-3);

    EXPECT_TRUE(judge(eager, eager).isPassed);
    EXPECT_TRUE(judge(offBy(4e-3), eager).isPassed) << "another kernel with the same precision";
    EXPECT_TRUE(judge(offBy(0), eager).isPassed) << "a program that does not use TF32";
    EXPECT_FALSE(judge(offBy(2e-2), eager).isPassed);
    EXPECT_EQ(judge(offBy(2e-2), eager).rule, "tf32-multiple");
}

TEST_F(Tf32, WhereEagerIsExactTheToleranceIsThatOfFloat32)
{
    const auto eager = offBy(1e-8);

    EXPECT_TRUE(judge(offBy(1e-4), eager).isPassed);
    EXPECT_FALSE(judge(offBy(1e-2), eager).isPassed);
}

} // namespace
} // namespace inferometer::engine

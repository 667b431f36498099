// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/artefacts.h"
#include "tests/support/note_printing.h"

#include "core/engine/guarded.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <ATen/record_function.h>

#include <gtest/gtest.h>

namespace inferometer::engine {
namespace {

/// Equal in every bit, NaN and the sign of zero included.
bool isSame(const at::Tensor& found, const at::Tensor& expected)
{
    return found.sizes() == expected.sizes() && found.scalar_type() == expected.scalar_type()
        && hashOf(found) == hashOf(expected);
}

void expectSame(const std::vector<at::Tensor>& found, const std::vector<at::Tensor>& expected)
{
    ASSERT_EQ(found.size(), expected.size());
    for (std::size_t i = 0; i < found.size(); ++i)
        EXPECT_TRUE(isSame(found[i], expected[i])) << "output " << i;
}

/// Names of the operators that are called on this thread, without those that operators call in turn.
template <typename Call> std::vector<std::string> operatorsOf(const Call& call)
{
    static thread_local std::vector<std::string> names;
    static thread_local int depth;
    names.clear();
    depth = 0;
    const auto handle = at::addThreadLocalCallback(at::RecordFunctionCallback(
        [](const at::RecordFunction& function) -> std::unique_ptr<at::ObserverContext> {
            if (depth++ == 0)
                names.push_back(toString(function.operator_name().value()));
            return nullptr;
        },
        [](const at::RecordFunction&, at::ObserverContext*) {
            --depth;
        }).scopes({at::RecordScope::FUNCTION}));
    call();
    at::removeCallback(handle);
    return names;
}

class Models : public testing::TestWithParam<const char*> {
protected:
    void SetUp() override { at::set_num_threads(1); }
};

TEST_P(Models, EqualPythonsEagerOutputsBitForBitByTheOperatorsOfTheGraph)
{
    const tests::Artefact model(GetParam());
    auto program = model.program();
    ASSERT_TRUE(program) << program.failure().reason.code;
    std::vector<std::string> operators;
    for (const auto& node : model.graph.nodes)
        operators.push_back(toString(c10::OperatorName(node.op, node.overload)));

    expectSame((*program)->run(), model.io.list("output"));
    std::vector<at::Tensor> again;
    EXPECT_EQ(operatorsOf([&] { again = (*program)->run(); }), operators);
    expectSame(again, model.io.list("output"));
}

INSTANTIATE_TEST_SUITE_P(Reduced, Models,
    testing::Values("vit", "beit", "convnext", "resnet", "segformer", "mask2former", "maskformer",
        "mobilenet", "owlvit", "detr", "resnet-101", "conditional-detr", "resnet-bfloat16"),
    [](const auto& model) {
        std::string name = model.param;
        std::ranges::replace(name, '-', '_');
        return name;
    });

INSTANTIATE_TEST_SUITE_P(EveryKindOfArgument, Models, testing::Values("operators"));

class GraphProgramTest : public testing::Test {
protected:
    void SetUp() override { at::set_num_threads(1); }

    static GraphFile graphOf(
        const std::string& op, const std::string& overload, std::vector<GraphArgument> arguments)
    {
        GraphFile graph;
        graph.inputs = {0};
        graph.nodes.push_back({op, overload, std::move(arguments), {ValueIndex{1}}, false});
        graph.outputs = {1};
        graph.valueCount = 2;
        return graph;
    }

    static Attempt<std::unique_ptr<GraphProgram>> build(const GraphFile& graph)
    {
        const auto none = [](const std::string&, bool) -> const at::Tensor* { return nullptr; };
        return GraphProgram::build(graph, none, {at::ones({2, 3})}, at::kCPU);
    }

    static core::Note reasonFor(const GraphFile& graph)
    {
        const auto program = build(graph);
        return program ? core::Note{} : program.failure().reason;
    }
};

TEST_F(GraphProgramTest, AnUnknownOperatorIsNamed)
{
    EXPECT_EQ(reasonFor(graphOf("aten::frobnicate", "Tensor", {})),
        (core::Note{"unknown-operator", {"aten::frobnicate.Tensor"}}));
}

TEST_F(GraphProgramTest, ArgumentsThatDoNotFitAreNamed)
{
    const GraphArgument self{"self", TensorArgument{0}};

    EXPECT_EQ(reasonFor(graphOf("aten::relu", "", {self, {"colour", true}})).args,
        (std::vector<std::string>{"aten::relu", "colour"}));
    EXPECT_EQ(
        reasonFor(graphOf("aten::relu", "", {})).args, (std::vector<std::string>{"aten::relu", "self"}));
    EXPECT_EQ(reasonFor(graphOf("aten::softmax", "int", {self, {"dim", std::string("one")}})).args,
        (std::vector<std::string>{"aten::softmax.int", "dim"}));
    EXPECT_EQ(reasonFor(graphOf("aten::relu", "", {{"self", NoneArgument{}}})).code, "operator-mismatch");
    EXPECT_EQ(reasonFor(graphOf("aten::relu", "", {self, self})).code, "operator-mismatch");
    EXPECT_EQ(
        reasonFor(graphOf("aten::chunk", "", {self, {"chunks", std::int64_t{2}}})).code, "operator-mismatch");
    EXPECT_EQ(reasonFor(graphOf("aten::to", "dtype", {self, {"dtype", DataTypeArgument{"float7"}}})).code,
        "operator-mismatch");
}

TEST_F(GraphProgramTest, AMissingConstantIsNamed)
{
    auto graph = graphOf("aten::relu", "", {{"self", TensorArgument{0}}});
    graph.constants.push_back({2, "model.weight", true});
    graph.valueCount = 3;

    EXPECT_EQ(reasonFor(graph), (core::Note{"constant-missing", {"model.weight"}}));
}

TEST_F(GraphProgramTest, AGraphForOtherInputsIsRefused)
{
    auto graph = graphOf("aten::relu", "", {{"self", TensorArgument{0}}});
    graph.inputs.clear();

    EXPECT_EQ(reasonFor(graph).code, "graph-damaged");
}

TEST_F(GraphProgramTest, AFailingOperatorKeepsNothing)
{
    auto graph = graphOf("aten::relu", "", {{"self", TensorArgument{0}}});
    graph.nodes.push_back(
        {"aten::matmul", "", {{"self", TensorArgument{1}}, {"other", TensorArgument{1}}}, {2}, false});
    graph.outputs = {2};
    graph.valueCount = 3;
    auto program = build(graph);
    ASSERT_TRUE(program);

    const auto first = guarded([&] { return (*program)->run(); });
    const auto second = guarded([&] { return (*program)->run(); });

    ASSERT_FALSE(first);
    EXPECT_NE(first.error().detail.find("shapes cannot be multiplied"), std::string::npos)
        << first.error().detail;
    EXPECT_EQ(second.error().detail, first.error().detail);
}

TEST_F(GraphProgramTest, OutputsBelongToTheCaller)
{
    auto program = build(graphOf("aten::relu", "", {{"self", TensorArgument{0}}}));
    ASSERT_TRUE(program);

    const auto outputs = (*program)->run();

    EXPECT_EQ(outputs[0].use_count(), 1u);
}

TEST_F(GraphProgramTest, WeightsAndInputsStayAsTheyWere)
{
    const tests::Artefact model("resnet");
    const auto before = model.weights.hash();
    const auto input = hashOf(model.io.list("input")[0]);
    auto program = model.program();
    ASSERT_TRUE(program);

    (*program)->run();

    EXPECT_EQ(model.weights.hash(), before);
    EXPECT_EQ(hashOf(model.io.list("input")[0]), input);
}

} // namespace
} // namespace inferometer::engine

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/graph_file.h"

#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <cmath>

namespace inferometer::engine {
namespace {

std::string graphWith(const std::string& nodes, const std::string& outputs = R"(["v2"])")
{
    return R"({"version":1,"inputs":["v0"],"constants":[{"value":"v1","name":"w","from":"weights"}],"nodes":[)"
        + nodes + R"(],"outputs":)" + outputs + "}";
}

std::string node(const std::string& arguments, const std::string& outputs = R"("outputs":["v2"])")
{
    return R"({"op":"aten::x","overload":"","args":[)" + arguments + "]," + outputs + "}";
}

TEST(GraphFile, ReadsEveryKindOfArgument)
{
    const auto graph = parseGraph(graphWith(node(R"(
        {"name":"a","kind":"tensor","value":"v0"}, {"name":"b","kind":"tensors","values":["v0","v1"]},
        {"name":"c","kind":"optional_tensors","values":[null,"v1"]}, {"name":"d","kind":"none"},
        {"name":"e","kind":"int","value":3}, {"name":"f","kind":"float","value":"-inf"},
        {"name":"g","kind":"bool","value":true}, {"name":"h","kind":"string","value":"bilinear"},
        {"name":"i","kind":"ints","values":[1,2]}, {"name":"j","kind":"floats","values":[0.5,"nan"]},
        {"name":"k","kind":"bools","values":[true,false]}, {"name":"l","kind":"dtype","value":"float32"},
        {"name":"m","kind":"device","value":"cuda:3"}, {"name":"n","kind":"layout","value":"strided"},
        {"name":"o","kind":"memory_format","value":"channels_last"})")));

    ASSERT_TRUE(graph) << graph.error().detail;
    const auto& arguments = graph->nodes[0].arguments;
    ASSERT_EQ(arguments.size(), 15u);
    EXPECT_EQ(std::get<TensorArgument>(arguments[0].value).value, 0);
    EXPECT_EQ(std::get<TensorListArgument>(arguments[1].value).values.size(), 2u);
    EXPECT_FALSE(std::get<TensorListArgument>(arguments[2].value).values[0]);
    EXPECT_EQ(std::get<double>(arguments[5].value), -std::numeric_limits<double>::infinity());
    EXPECT_TRUE(std::isnan(std::get<std::vector<double>>(arguments[9].value)[1]));
    EXPECT_EQ(std::get<std::vector<bool>>(arguments[10].value), (std::vector<bool>{true, false}));
    EXPECT_EQ(std::get<MemoryFormatArgument>(arguments[14].value).word, "channels_last");
    EXPECT_EQ(graph->valueCount, 3);
}

TEST(GraphFile, ReadsListsOfOutputsAndUnusedOnes)
{
    const auto graph =
        parseGraph(graphWith(node("", R"("outputs_list":["v2",null,"v3"])"), R"(["v3","v0"])"));

    ASSERT_TRUE(graph) << graph.error().detail;
    EXPECT_TRUE(graph->nodes[0].isListOutput);
    EXPECT_FALSE(graph->nodes[0].outputs[1]);
    EXPECT_EQ(graph->outputs, (std::vector<ValueIndex>{3, 0}));
}

struct Damage {
    std::string text;
    std::string says;
};

class DamagedGraphs : public testing::TestWithParam<Damage> { };

TEST_P(DamagedGraphs, AreRefusedWithTheReason)
{
    const auto graph = parseGraph(GetParam().text);

    ASSERT_FALSE(graph);
    EXPECT_EQ(graph.error().code, core::ErrorCode::FileInvalid);
    EXPECT_NE(graph.error().detail.find(GetParam().says), std::string::npos) << graph.error().detail;
}

INSTANTIATE_TEST_SUITE_P(All, DamagedGraphs,
    testing::Values(Damage{"", "JSON"}, Damage{"[]", "not an object"},
        Damage{R"({"version":2})", "version is 2"},
        Damage{
            graphWith(node(R"({"name":"a","kind":"tensor","value":"v9"})")), "v9 is used before it exists"},
        Damage{
            graphWith(node(R"({"name":"a","kind":"tensor","value":"v2"})")), "v2 is used before it exists"},
        Damage{graphWith(node("") + "," + node("")), "v2 is defined twice"},
        Damage{graphWith(node(R"({"name":"a","kind":"tensors","values":[null]})")), "something else"},
        Damage{graphWith(node(R"({"name":"a","kind":"int","value":1.5})")), "whole number"},
        Damage{graphWith(node(R"({"name":"a","kind":"matrix","value":1})")), "unknown kind 'matrix'"},
        Damage{graphWith(node(R"({"name":"a","kind":"layout","value":"sparse_coo"})")), "strided"},
        Damage{graphWith(node(R"({"kind":"none"})")), "'name' is missing"},
        Damage{graphWith(node("", R"("x":1)")), "outputs"}, Damage{graphWith(node(""), "[]"), "no output"},
        Damage{graphWith(node(""), R"(["v7"])"), "v7"}, Damage{graphWith("7"), "node 0"},
        Damage{
            R"({"version":1,"inputs":[],"constants":[{"value":"v1","name":"w","from":"net"}],"nodes":[],"outputs":["v1"]})",
            "'net'"}));

TEST(GraphFile, AFileThatIsNotThereIsSaid)
{
    const tests::TemporaryFolder folder;

    EXPECT_EQ(readGraph(folder.path() / "graph.json").error().code, core::ErrorCode::FileNotFound);
    EXPECT_TRUE(readGraph(folder.write("graph.json", graphWith(node("")))));
}

} // namespace
} // namespace inferometer::engine

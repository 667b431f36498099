// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/tensor_file.h"

#include "tests/support/note_printing.h"
#include "tests/support/temporary_folder.h"

#include <ATen/ATen.h>

#include <gtest/gtest.h>

#include <cstring>

namespace inferometer::engine {
namespace {

std::string fileOf(const std::string& header, const std::string& data)
{
    std::string file(8, '\0');
    const std::uint64_t length = header.size();
    std::memcpy(file.data(), &length, sizeof length);
    return file + header + data;
}

std::string someTensors()
{
    const float numbers[] = {1.5f, -2, 3};
    const std::int64_t whole = 7;
    std::string data("\1\0\1", 3);
    data.append(reinterpret_cast<const char*>(numbers), sizeof numbers);
    data.append(reinterpret_cast<const char*>(&whole), sizeof whole);
    return fileOf(R"({"flags":{"dtype":"BOOL","shape":[3],"data_offsets":[0,3]},
        "list.0":{"dtype":"F32","shape":[1,3],"data_offsets":[3,15]},
        "list.1":{"dtype":"I64","shape":[],"data_offsets":[15,23]}})",
        data);
}

TEST(TensorFile, GivesTensorsByNameAlignedAsTorchAlignsThem)
{
    const tests::TemporaryFolder folder;
    const auto file = TensorFile::read(folder.write("t.safetensors", someTensors()), at::kCPU);

    ASSERT_TRUE(file);
    const auto* flags = file->find("flags");
    const auto list = file->list("list");
    ASSERT_TRUE(flags != nullptr);
    ASSERT_EQ(list.size(), 2u);
    EXPECT_TRUE(at::equal(*flags, at::tensor({1, 0, 1}).to(at::kBool)));
    EXPECT_TRUE(at::equal(list[0], at::tensor({1.5f, -2.f, 3.f}).view({1, 3})));
    EXPECT_EQ(list[1].item<std::int64_t>(), 7);
    EXPECT_EQ(list[1].dim(), 0);
    for (const auto& tensor : {*flags, list[0], list[1]})
        EXPECT_EQ(reinterpret_cast<std::uintptr_t>(tensor.data_ptr()) % 64, 0u);
    EXPECT_EQ(file->find("other"), nullptr);
}

TEST(TensorFile, ItsHashTellsEveryChange)
{
    const tests::TemporaryFolder folder;
    auto file = TensorFile::read(folder.write("t.safetensors", someTensors()), at::kCPU);
    const auto fresh = TensorFile::read(folder.path() / "t.safetensors", at::kCPU);
    const auto before = file->hash();

    file->find("list.0")->view(-1)[2].fill_(3.0000002);
    EXPECT_NE(file->hash(), before);

    file->restoreFrom(*fresh);
    EXPECT_EQ(file->list("list")[0].view(-1)[2].item<float>(), 3.f);
}

TEST(TensorFile, DamageIsFoundAndNamesTheFile)
{
    const tests::TemporaryFolder folder;
    auto text = someTensors();
    const auto cut = folder.write("cut.safetensors", text.substr(0, text.size() - 1));

    const auto damaged = TensorFile::read(cut, at::kCPU);
    const auto missing = TensorFile::read(folder.path() / "none.safetensors", at::kCPU);

    ASSERT_FALSE(damaged);
    EXPECT_EQ(damaged.failure().reason, (core::Note{"weights-damaged", {"cut.safetensors"}}));
    EXPECT_EQ(damaged.failure().outcome, core::Outcome::LoadFailed);
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.failure().reason, (core::Note{"file-missing", {"none.safetensors"}}));
}

TEST(HashOf, SeesSinglePlacesOfLargeTensors)
{
    const auto tensor = at::zeros({1'000'003});
    const auto before = hashOf(tensor);
    for (const std::int64_t place : {0, 1, 7, 8, 500'001, 1'000'002}) {
        tensor[place].fill_(1e-30);
        EXPECT_NE(hashOf(tensor), before) << place;
        tensor[place].fill_(0);
    }
    EXPECT_EQ(hashOf(tensor), before);
}

} // namespace
} // namespace inferometer::engine

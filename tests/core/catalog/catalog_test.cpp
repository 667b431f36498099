// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"
#include "core/catalog/hub_cache.h"
#include "tests/support/temporary_folder.h"
#include "text/error_text.h"

#include <gtest/gtest.h>

using namespace inferometer::core;
using inferometer::tests::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

std::string listing(const std::string& models)
{
    return R"({"version": 1, "models": [)" + models + "]}";
}

std::string entry(const std::string& name, const std::string& hubId)
{
    return R"({"name": ")" + name + R"(", "hub_id": ")" + hubId
        + R"(", "label": "X", "task": "detection", "parameters": 10, "inputs": {"pixel_values": [1, 3, 4, 5]}})";
}

std::string refusal(const std::string& text)
{
    const auto catalog = catalogFromText(text);
    return catalog ? "accepted" : inferometer::text::sentence(catalog.error());
}

constexpr const char* commit = "0123456789abcdef0123456789abcdef01234567";

void makeSnapshot(const TemporaryFolder& hub, const std::string& repository)
{
    const auto folder = repository + "/snapshots/" + commit;
    hub.write(repository + "/refs/main", std::string(commit) + "\n");
    hub.write(repository + "/blobs/a", "{}");
    hub.write(repository + "/blobs/b", "weights");
    fs::create_directories(hub.path() / folder);
    fs::create_symlink("../../blobs/a", hub.path() / folder / "config.json");
    fs::create_symlink("../../blobs/b", hub.path() / folder / "model.safetensors");
}

} // namespace

TEST(Catalog, TheShippedOneHasTheTwelveModelsOfTheGuide)
{
    const auto catalog = readCatalog(fs::path(INFEROMETER_SOURCE_DIR) / "resources" / "models.json");

    ASSERT_TRUE(catalog) << catalog.error().detail;
    for (const auto* name : {"vit", "beit", "convnext", "resnet", "segformer", "mask2former", "maskformer",
             "mobilenet", "owlvit", "detr", "resnet-101", "conditional-detr"})
        EXPECT_TRUE(catalog->findByName(name)) << name;
    EXPECT_EQ(catalog->find("microsoft/resnet-50")->name, "resnet");
    EXPECT_GT(catalog->find("resnet")->cost, 0);
}

TEST(Catalog, AnUnknownNameIsOneSentenceWithTheNearestNames)
{
    const auto catalog =
        catalogFromText(listing(entry("resnet", "m/resnet-50") + "," + entry("vit", "g/vit")));

    ASSERT_TRUE(catalog) << catalog.error().detail;
    EXPECT_EQ(inferometer::text::sentence(catalog->find("resent").error()),
        "There is no model 'resent'. Did you mean 'resnet'?");
    EXPECT_EQ(inferometer::text::sentence(catalog->find("zebra").error()),
        "There is no model 'zebra'. 'inferometer-cli list models' shows what there is.");
    EXPECT_EQ(catalog->models().front().cost, 200) << "parameters x pixels";
    EXPECT_EQ(catalog->models().front().sizes.values, 60);
}

TEST(Catalog, HostileOnesAreRefused)
{
    EXPECT_NE(refusal("{"), "accepted");
    EXPECT_NE(refusal("[]"), "accepted");
    EXPECT_NE(refusal(R"({"version": 1})"), "accepted");
    EXPECT_NE(refusal(R"({"version": 2, "models": []})"), "accepted");
    EXPECT_NE(refusal(listing(entry("../x", "a/b"))), "accepted");
    EXPECT_NE(refusal(listing(entry("all", "a/b"))), "accepted");
    EXPECT_NE(refusal(listing(entry("x", "a/../b"))), "accepted");
    EXPECT_NE(refusal(listing(entry("x", "a/b") + "," + entry("x", "c/d"))), "accepted");
    EXPECT_NE(refusal(std::string(100'000, '[')), "accepted");
    EXPECT_EQ(refusal(listing("")), "accepted");
}

TEST(HubCache, FindsASnapshotInTheRealLayout)
{
    const TemporaryFolder hub;
    makeSnapshot(hub, "models--microsoft--resnet-50");

    const auto found = findSnapshot(hub.path(), "microsoft/resnet-50");

    ASSERT_TRUE(found);
    EXPECT_EQ(found->commit, commit);
    EXPECT_EQ(found->bytes, 9u);
    EXPECT_TRUE(findSnapshot(hub.path(), "microsoft/resnet-50", commit));
}

TEST(HubCache, WhatIsNotWholeIsNotThere)
{
    const TemporaryFolder hub;
    makeSnapshot(hub, "models--a--b");
    fs::remove(
        hub.path() / "models--a--b" / "blobs" / "b"); // an interrupted download: a link without its blob

    EXPECT_FALSE(findSnapshot(hub.path(), "a/b"));
    EXPECT_FALSE(findSnapshot(hub.path(), "a/c"));
    EXPECT_FALSE(findSnapshot(hub.path(), "../../etc"));
    EXPECT_FALSE(findSnapshot(hub.path() / "none", "a/b"));
    hub.write("models--a--b/refs/main", "../../../../etc/passwd");
    EXPECT_FALSE(findSnapshot(hub.path(), "a/b"));
}

TEST(HubCache, PicklesAloneAreNoSnapshotAndAreTold)
{
    const TemporaryFolder hub;
    makeSnapshot(hub, "models--a--b");
    const auto folder = hub.path() / "models--a--b" / "snapshots" / commit;
    EXPECT_FALSE(holdsOnlyPickles(hub.path(), "a/b"));
    EXPECT_FALSE(holdsOnlyPickles(hub.path(), "a/c"));

    fs::create_symlink("../../blobs/b", folder / "pytorch_model.bin");
    EXPECT_TRUE(findSnapshot(hub.path(), "a/b"));
    EXPECT_FALSE(holdsOnlyPickles(hub.path(), "a/b"));

    fs::remove(folder / "model.safetensors");
    EXPECT_FALSE(findSnapshot(hub.path(), "a/b"));
    EXPECT_TRUE(holdsOnlyPickles(hub.path(), "a/b"));
}

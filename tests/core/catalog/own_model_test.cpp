// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/base/sha256.h"
#include "core/catalog/catalog.h"
#include "tests/support/temporary_folder.h"
#include "text/error_text.h"

#include <gtest/gtest.h>

using namespace inferometer::core;
using inferometer::tests::TemporaryFolder;

namespace {

namespace fs = std::filesystem;

void write(const fs::path& path, std::string_view content)
{
    fs::create_directories(path.parent_path());
    ASSERT_TRUE(writeFileAtomically(path, content));
}

OwnModel read(const std::string& word, const fs::path& hub = "/nowhere")
{
    const auto model = ownModelFrom(word, hub);
    EXPECT_TRUE(model && *model) << word;
    return model && *model ? **model : OwnModel{};
}

Catalog withVit()
{
    CatalogModel model;
    model.name = "vit";
    model.hubId = "a/vit";
    return Catalog({model});
}

constexpr const char* detector = R"({"architectures": ["YolosForObjectDetection"]})";

} // namespace

TEST(OwnModel, AWordSaysWhatKindOfModelItIs)
{
    const TemporaryFolder folder;
    const auto code = folder.path() / "My Net.py";
    const auto program = folder.path() / "Net.V2.pt2";
    write(code, "def build(): ...");
    write(program, "program");
    write(folder.path() / "detector" / "config.json", detector);

    const auto timm = read("timm:Test_ResNet.r160_in1k");
    const auto function = read(code.string() + ":build");
    const auto exported = read(program.string());
    const auto local = read((folder.path() / "detector").string() + "/");
    const auto hub = read("facebook/detr-resnet-50");

    EXPECT_EQ(timm.source.kind, ModelKind::Timm);
    EXPECT_EQ(timm.name, "test_resnet.r160_in1k");
    EXPECT_EQ(timm.task, Task::Classification);
    EXPECT_EQ(function.source.kind, ModelKind::Code);
    EXPECT_EQ(function.name, "my-net-build");
    EXPECT_EQ(function.label, "My Net.py:build");
    EXPECT_EQ(function.source.sha256.size(), 64u);
    EXPECT_FALSE(function.isAllowed());
    EXPECT_EQ(exported.source.kind, ModelKind::Program);
    EXPECT_EQ(exported.name, "net.v2");
    EXPECT_EQ(local.source.kind, ModelKind::Folder);
    EXPECT_EQ(local.name, "detector");
    EXPECT_EQ(local.task, Task::Detection);
    EXPECT_TRUE(local.isAllowed());
    EXPECT_EQ(hub.source.kind, ModelKind::Hub);
    EXPECT_EQ(hub.name, "detr-resnet-50");
}

TEST(OwnModel, AReadingIsWatchedAndStopped)
{
    const TemporaryFolder folder;
    const auto file = folder.path() / "net.pt2";
    ASSERT_TRUE(writeFileAtomically(file, std::string(3u << 20, 'x')));
    std::vector<double> shares;
    std::stop_source stop;
    const Reading whole{stop.get_token(), [&](double share) { shares.push_back(share); }};
    const Reading stopped{stop.get_token(), [&](double) { stop.request_stop(); }};

    const auto model = ownModelFrom(file.string(), {}, whole);
    const auto cancelled = ownModelFrom(file.string(), {}, stopped);

    ASSERT_TRUE(model && *model);
    EXPECT_EQ((*model)->source.sha256, *sha256OfFile(file));
    ASSERT_EQ(shares.size(), 3u);
    EXPECT_EQ(shares.back(), 1);
    ASSERT_FALSE(cancelled);
    EXPECT_EQ(cancelled.error().code, ErrorCode::Cancelled);
}

TEST(OwnModel, WhatIsNoModelIsOneSentence)
{
    const TemporaryFolder folder;

    EXPECT_FALSE(ownModelFrom((folder.path() / "none.pt2").string(), "/nowhere"));
    EXPECT_FALSE(ownModelFrom("net.py:9", "/nowhere"));
    EXPECT_FALSE(ownModelFrom("timm:../../etc", "/nowhere"));
    const auto empty = ownModelFrom(folder.path().string(), "/nowhere");
    ASSERT_FALSE(empty);
    EXPECT_NE(inferometer::text::sentence(empty.error()).find("config.json"), std::string::npos);
    const auto unknown = ownModelFrom("resnett", "/nowhere");
    ASSERT_TRUE(unknown);
    EXPECT_FALSE(*unknown);
}

TEST(OwnModel, TheContentIsTheIdentityAndNotThePlace)
{
    const TemporaryFolder folder;
    write(folder.path() / "a" / "net.pt2", "one");
    write(folder.path() / "b" / "net.pt2", "one");
    write(folder.path() / "c" / "net.pt2", "two");
    const auto identity = [&](const char* place) {
        return catalogModel(read((folder.path() / place / "net.pt2").string())).identity;
    };

    EXPECT_EQ(identity("a"), identity("b"));
    EXPECT_NE(identity("a"), identity("c"));
    EXPECT_EQ(identity("a").find(folder.path().string()), std::string::npos);
}

TEST(OwnModel, AConsentHoldsForOneContentAndInTheUsersOwnFileOnly)
{
    const TemporaryFolder folder;
    const auto code = folder.path() / "net.py";
    const auto file = folder.path() / "models.json";
    write(code, "one");
    auto model = read(code.string() + ":build");
    model.allowedSha256 = model.source.sha256;
    ASSERT_TRUE(writeOwnModels(file, {model}));

    auto mine = readOwnModels(file, Catalogue::User);
    const auto project = readOwnModels(file, Catalogue::Project);
    ASSERT_TRUE(mine && project);
    EXPECT_TRUE(mine->front().isAllowed());
    EXPECT_FALSE(project->front().isAllowed());

    write(code, "two");
    ASSERT_TRUE(refresh(mine->front()));
    EXPECT_FALSE(mine->front().isAllowed());
}

TEST(OwnModel, PathsOfAProjectBeginAtItsFile)
{
    const TemporaryFolder folder;
    const auto file = folder.path() / "project" / "models.json";
    write(file,
        R"({"version": 1, "models": [{"name": "net", "source": {"kind": "program", "path": "../net.pt2"}}]})");

    const auto models = readOwnModels(file, Catalogue::Project);

    ASSERT_TRUE(models);
    EXPECT_EQ(models->front().source.path, (folder.path() / "net.pt2").string());
    EXPECT_EQ(models->front().label, "net");
}

TEST(OwnModel, DamagedListsAreRefusedAndAbsentOnesAreEmpty)
{
    const TemporaryFolder folder;
    const auto file = folder.path() / "models.json";
    EXPECT_TRUE(readOwnModels(file, Catalogue::User)->empty());
    for (const auto* text : {"", "[]", R"({"version": 2, "models": []})", R"({"version": 1, "models": [{}]})",
             R"({"version": 1, "models": [{"name": "a", "source": {"kind": "pickle"}}]})"}) {
        write(file, text);
        const auto models = readOwnModels(file, Catalogue::User);
        ASSERT_FALSE(models) << text;
        EXPECT_NE(models.error().detail.find("models.json"), std::string::npos) << models.error().detail;
    }
}

TEST(OwnModel, WordsBecomeNamesThatAreFree)
{
    const TemporaryFolder folder;
    write(folder.path() / "net.pt2", "one");
    write(folder.path() / "other" / "net.pt2", "two");
    const auto catalog = withVit();
    const auto net = (folder.path() / "net.pt2").string();

    const auto extended = withWords(
        catalog, {"vit", net, (folder.path() / "other" / "net.pt2").string(), net, "timm:vit"}, "/nowhere");

    ASSERT_TRUE(extended) << extended.error().detail;
    EXPECT_EQ(extended->names, (std::vector<std::string>{"vit", "net", "net-2", "net", "vit-2"}));
    EXPECT_EQ(extended->catalog.models().size(), 4u);
}

TEST(OwnModel, ANameThatIsTakenIsRefused)
{
    const auto catalog = withVit();
    auto model = read("timm:vit");

    EXPECT_FALSE(catalog.with({model}));
    model.name = "Not short";
    EXPECT_FALSE(catalog.with({model}));
    model.name = "mine";
    EXPECT_TRUE(catalog.with({model}));
}

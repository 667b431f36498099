// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/run/local_facts.h"
#include "core/run/sweep_observer.h"
#include "tests/support/sample_record.h"
#include "tests/ui/fake_backend.h"
#include "tests/ui/run_files.h"
#include "tests/ui/ui_test.h"
#include "ui/run/core_backend.h"

#include <QTemporaryDir>
#include <QTest>

using namespace inferometer;
using namespace inferometer::ui;

namespace {

class CountingObserver final : public core::SweepObserver {
public:
    int count = 0;

    void progressed(const core::Progress&) override { ++count; }
};

core::OwnModel ownModel(const std::string& name, core::ModelKind kind, const std::filesystem::path& path)
{
    core::OwnModel model;
    model.name = model.label = name;
    model.source.kind = kind;
    model.source.path = path.string();
    model.source.file = path.filename().string();
    model.source.sha256 = "content";
    model.allowedSha256 = "content";
    return model;
}

} // namespace

/// The window's questions, answered by the core from files.
class CoreBackendTest : public QObject {
    Q_OBJECT

    std::filesystem::path folder() const { return m_folder.path().toStdString(); }

    std::unique_ptr<CoreBackend> backendWith(const std::vector<core::OwnModel>& models) const
    {
        core::RunServices services;
        services.paths = {folder(), folder() / "cache", folder() / "hub"};
        auto catalog = core::Catalog().with(models);
        return std::make_unique<CoreBackend>(std::move(services), *std::move(catalog));
    }

private slots:
    void aRunIsReadWithThePathsThatItHasOnThisMachine()
    {
        auto run = *test::firstRecord();
        run.plan.imagePath = "/home/user/cat.png";
        run.plan.peerPython = "/opt/other/bin/python";
        run.plan.models = {ownModel("net", core::ModelKind::Program, "/home/user/net.pt2")};
        const auto file = test::writeRun(run, folder());
        QVERIFY(core::writeLocalFacts(file, run.plan));
        const auto alone = core::readRun(file);
        QVERIFY(alone && alone->run.plan.imagePath.empty()); // nothing of it is in the run's own file

        const auto read = backendWith({})->read(file);

        QVERIFY(read);
        QCOMPARE(read->run.plan.imagePath, run.plan.imagePath);
        QCOMPARE(read->run.plan.peerPython, run.plan.peerPython);
        QCOMPARE(read->run.plan.models.front().source.path, run.plan.models.front().source.path);
    }

    void ownModelsSayWhatTheyHaveAndWhyTheyCannotRun()
    {
        const auto hub = folder() / "model";
        QVERIFY(core::makeFolder(hub));
        QVERIFY(core::writeFileAtomically(hub / "config.json", "{}"));
        const auto program = folder() / "net.pt2";
        QVERIFY(core::writeFileAtomically(program, "an exported program"));
        auto refused = ownModel("refused", core::ModelKind::Program, program);
        refused.allowedSha256.clear();
        core::OwnModel timm;
        timm.name = timm.label = "timm";
        timm.source.kind = core::ModelKind::Timm;
        timm.source.model = "test_vit";
        const auto backend = backendWith({ownModel("folder", core::ModelKind::Folder, hub),
            ownModel("program", core::ModelKind::Program, program), refused,
            ownModel("gone", core::ModelKind::Code, folder() / "gone.py"),
            ownModel("emptied", core::ModelKind::Folder, folder()), timm});

        const auto states = backend->modelStates();

        QCOMPARE(states.at("folder").kind, ModelState::Kind::Own);
        QCOMPARE(states.at("program").kind, ModelState::Kind::Own);
        QCOMPARE(states.at("timm").kind, ModelState::Kind::Random);
        QCOMPARE(states.at("refused").kind, ModelState::Kind::NotRunnable);
        QCOMPARE(states.at("refused").reason.code, std::string("code-not-allowed"));
        QCOMPARE(states.at("gone").kind, ModelState::Kind::NotRunnable);
        QCOMPARE(
            states.at("gone").reason, (core::Note{"model-file-missing", {(folder() / "gone.py").string()}}));
        QCOMPARE(states.at("emptied").kind, ModelState::Kind::NotRunnable);
    }

    void aRunGoesOnOnlyWhereThereIsATarget()
    {
        const auto file = test::writeRun(*test::emptyRecord(), folder());
        core::RunServices services;
        services.paths = {folder(), folder() / "cache", folder() / "hub"};
        CoreBackend backend(std::move(services), test::FakeBackend().catalog());
        CountingObserver observer;

        const auto end = backend.execute({}, {file, "gpubox"}, observer, {});

        QVERIFY(!end);
        QCOMPARE(end.error().reasons.front(), (core::Note{"target-unknown", {"gpubox"}}));
    }

    void whatIsOnNoHubIsLeftOutOfADownload()
    {
        const auto backend = backendWith({ownModel("net", core::ModelKind::Program, folder() / "net.pt2")});
        CountingObserver observer;

        const auto done = backend->download({"net"}, observer, {});

        QVERIFY(done);
        QCOMPARE(observer.count, 0);
    }

private:
    QTemporaryDir m_folder;
};

int tst_core_backend(int argc, char* argv[])
{
    return test::runTest<CoreBackendTest, QCoreApplication>(argc, argv);
}

#include "tst_core_backend.moc"

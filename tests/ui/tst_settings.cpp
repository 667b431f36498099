// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/settings_file.h"
#include "tests/ui/ui_test.h"
#include "ui/pages/setup_state.h"
#include "ui/settings/settings_store.h"

#include <QFile>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace inferometer;
using namespace inferometer::ui;

/// What the window remembers.
class SettingsTest : public QObject {
    Q_OBJECT

private slots:
    void aNewUserFindsTheDefaults()
    {
        const SettingsStore store(m_folder.filePath(QStringLiteral("none.ini")));

        QCOMPARE(store.settings(), Settings());
        QCOMPARE(store.settings().models, QStringList{QStringLiteral("resnet")});
        QCOMPARE(store.settings().modes, QStringList{QStringLiteral("default")});
    }

    void everyChangedFieldIsThereAfterARestart()
    {
        const QString path = m_folder.filePath(QStringLiteral("a.ini"));
        Settings changed;
        {
            SettingsStore store(path);
            store.change([&](Settings& settings) {
                settings.language = LanguageChoice::Japanese;
                settings.theme = ThemeChoice::Dark;
                settings.pictureScale = 3.5;
                settings.hasLegend = false;
                settings.models = {QStringLiteral("vit"), QStringLiteral("detr")};
                settings.geometry = QByteArray("\0\1\2", 3);
                settings.preset = core::Preset::Guide;
                settings.image = QString::fromUtf8("/tmp/画像, 1.png");
                changed = settings;
            });
        }

        const SettingsStore again(path);

        QCOMPARE(again.settings(), changed);
    }

    void valuesOfAnotherKindLeaveTheDefault()
    {
        const QString path = m_folder.filePath(QStringLiteral("b.ini"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[interface]\nlanguage=klingon\ntheme=dark\n[pictures]\nscale=many\nwidth=x\n");
        file.close();

        const SettingsStore store(path);

        QCOMPARE(store.settings().language, LanguageChoice::System);
        QCOMPARE(store.settings().theme, ThemeChoice::Dark);
        QCOMPARE(store.settings().pictureScale, Settings().pictureScale);
        QCOMPARE(store.settings().pictureWidth, Settings().pictureWidth);
    }

    void resetKeepsTheWindowAndTheSetUp()
    {
        SettingsStore store(m_folder.filePath(QStringLiteral("c.ini")));
        store.change([](Settings& settings) {
            settings.theme = ThemeChoice::Dark;
            settings.models = {QStringLiteral("vit")};
            settings.geometry = "place";
        });

        store.reset();

        QCOMPARE(store.settings().theme, ThemeChoice::System);
        QCOMPARE(store.settings().models, QStringList{QStringLiteral("vit")});
        QCOMPARE(store.settings().geometry, QByteArray("place"));
    }

    void theCommandLineGoesByTheLimitOfTheCache()
    {
        SettingsStore store(m_folder.filePath(QStringLiteral("d.ini")));
        const auto limit = [&] { return core::cacheLimitIn(store.path().toStdString()); };
        QCOMPARE(limit(), static_cast<std::uint64_t>(Settings().cacheLimit_GiB) << 30);

        store.change([](Settings& settings) { settings.cacheLimit_GiB = 70; });

        QCOMPARE(limit(), std::uint64_t{70} << 30);
        QCOMPARE(SettingsStore().path().toStdString(), core::settingsFile(*core::userPaths()).string());
    }

    void adviceGoesByTheLimitsThatAreSet()
    {
        Settings settings;
        QVERIFY(!decisionInputs(settings).latencyLimit_s);
        QVERIFY(!decisionInputs(settings).memoryLimit_bytes);
        QVERIFY(!decisionInputs(settings).inferencesPerProcess);

        settings.latencyLimit_ms = 20;
        settings.memoryLimit_GiB = 1.5;
        settings.inferencesPerProcess = 1000;
        settings.cacheState = core::CacheState::Warm;
        const auto inputs = decisionInputs(settings);

        QCOMPARE(*inputs.latencyLimit_s, 0.02);
        QCOMPARE(*inputs.memoryLimit_bytes, std::uint64_t{3} << 29);
        QCOMPARE(*inputs.inferencesPerProcess, 1000.0);
        QCOMPARE(inputs.cache, core::CacheState::Warm);
    }

    void nothingIsToldWhenNothingChanges()
    {
        SettingsStore store(m_folder.filePath(QStringLiteral("d.ini")));
        QSignalSpy told(&store, &SettingsStore::changed);

        store.change([](Settings&) {});
        store.change([](Settings& settings) { settings.hasHatch = false; });

        QCOMPARE(told.count(), 1);
    }

    void whereThingsStoodIsKeptAndTellsNobody()
    {
        const QString path = m_folder.filePath(QStringLiteral("places.ini"));
        SettingsStore store(path);
        QSignalSpy told(&store, &SettingsStore::changed);

        store.change([](Settings& settings) { settings.recentFiles = {QStringLiteral("/a run")}; });

        QCOMPARE(told.count(), 0);
        QCOMPARE(SettingsStore(path).settings().recentFiles, store.settings().recentFiles);
    }

    void keysAreUnique()
    {
        QSet<QString> keys;
        std::apply([&](const auto&... fields) { (keys.insert(QString::fromLatin1(fields.key)), ...); },
            settingsFields);

        QCOMPARE(keys.size(), static_cast<qsizetype>(std::tuple_size_v<decltype(settingsFields)>));
    }

    void whatIsMissingIsSaid()
    {
        Settings settings;
        QVERIFY(whatIsMissing(settings).isEmpty());
        settings.models.clear();
        QVERIFY(!whatIsMissing(settings).isEmpty());
        settings = Settings();
        settings.batches.clear();
        QVERIFY(!whatIsMissing(settings).isEmpty());
    }

    void theCommandLineSaysTheSame()
    {
        Settings settings;
        settings.models = {QStringLiteral("resnet"), QStringLiteral("vit")};
        settings.devices = {QStringLiteral("cpu")};
        settings.image = QStringLiteral("/tmp/my image.png");

        QCOMPARE(commandLine(settings),
            QStringLiteral(
                "inferometer-cli run -m resnet,vit -d cpu -b 1 --engine cpp,python --mode none,default "
                "--image '/tmp/my image.png' --preset quick"));
    }

    void whatIsAskedForOneStartIsNotStored()
    {
        const QString path = m_folder.filePath(QStringLiteral("e.ini"));
        {
            SettingsStore store(path);
            store.change([](Settings& settings) { settings.language = LanguageChoice::Japanese; });
            QSignalSpy told(&store, &SettingsStore::changed);

            store.changeForNow([](Settings& settings) {
                settings.language = LanguageChoice::English;
                settings.theme = ThemeChoice::Dark;
            });
            QCOMPARE(told.count(), 1);
            store.change([](Settings& settings) { settings.hasHatch = false; }); // of something else

            QCOMPARE(store.settings().language, LanguageChoice::English);
        }

        const SettingsStore again(path);

        QCOMPARE(again.settings().language, LanguageChoice::Japanese);
        QCOMPARE(again.settings().theme, ThemeChoice::System);
        QVERIFY(!again.settings().hasHatch);
    }

private:
    QTemporaryDir m_folder;
};

int tst_settings(int argc, char* argv[])
{
    return test::runTest<SettingsTest, QCoreApplication>(argc, argv);
}

#include "tst_settings.moc"

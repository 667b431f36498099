// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_words.h"
#include "core/store/run_reader.h"
#include "tests/ui/fake_backend.h"
#include "tests/ui/ui_test.h"
#include "ui/pages/setup_state.h"

#include <QDir>
#include <QSet>
#include <QTemporaryFile>
#include <QTest>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <functional>
#include <wordexp.h>

using namespace inferometer;
using namespace inferometer::ui;

namespace {

/// As a shell reads it.
std::vector<std::string> wordsOf(const QString& line)
{
    wordexp_t found;
    if (::wordexp(line.toUtf8().constData(), &found, WRDE_NOCMD | WRDE_UNDEF) != 0)
        return {};
    const std::vector<std::string> words(found.we_wordv, found.we_wordv + found.we_wordc);
    ::wordfree(&found);
    return words;
}

/// What the program makes of a command line; an error in its own words.
core::Result<core::Selection> understood(const QString& line)
{
    auto words = wordsOf(line);
    if (words.size() < 2 || words[0] != "inferometer-cli" || words[1] != "run")
        return core::Error{core::ErrorCode::UsageInvalid, "It does not begin as it has to."};
    words.erase(words.begin(), words.begin() + 2);
    std::reverse(words.begin(), words.end()); // as CLI11 wants them
    CLI::App run;
    cli::RunWords read;
    cli::addWords(run, read);
    try {
        run.parse(words);
    } catch (const CLI::ParseError& error) {
        return core::Error{core::ErrorCode::UsageInvalid, error.what()};
    }
    return cli::selectionFrom(read);
}

struct Option {
    const char* name;
    std::function<void(Settings&)> choose;
};

QStringList listOf(std::initializer_list<const char*> words)
{
    QStringList list;
    for (const char* word : words)
        list << QString::fromLatin1(word);
    return list;
}

/// Every field of the set-up, and those of the preferences that a plan depends on.
std::vector<Option> options(const QString& image)
{
    return {
        {"as at first", [](Settings&) {}},
        {"models",
            [](Settings& s) {
                s.models = listOf({"vit", "detr"});
            }},
        {"devices",
            [](Settings& s) {
                s.devices = listOf({"cpu", "cuda:0"});
            }},
        {"batches",
            [](Settings& s) {
                s.batches = listOf({"1", "4", "16"});
            }},
        {"engines", [](Settings& s) { s.engines = listOf({"python"}); }},
        {"modes",
            [](Settings& s) {
                s.modes = listOf({"default", "max-autotune"});
            }},
        {"data types",
            [](Settings& s) {
                s.dataTypes = listOf({"float32", "bfloat16"});
            }},
        {"frozen", [](Settings& s) { s.freeze = QStringLiteral("yes"); }},
        {"frozen or not", [](Settings& s) { s.freeze = QStringLiteral("both"); }},
        {"layout", [](Settings& s) { s.layout = QStringLiteral("channels-last"); }},
        {"attention", [](Settings& s) { s.attention = QStringLiteral("eager"); }},
        {"allocator", [](Settings& s) { s.allocator = QStringLiteral("default"); }},
        {"TF32", [](Settings& s) { s.cudaChoices = listOf({"tf32-matmul"}); }},
        {"CUDA",
            [](Settings& s) {
                s.cudaChoices = listOf({"tf32-conv", "cudnn-benchmark", "static-inputs", "cuda-graph"});
            }},
        {"preset", [](Settings& s) { s.preset = core::Preset::Guide; }},
        {"standard preset", [](Settings& s) { s.preset = core::Preset::Standard; }},
        {"custom preset",
            [](Settings& s) {
                s.preset = core::Preset::Custom;
                s.runs = 123;
                s.maxTime_s = 45;
            }},
        {"order", [](Settings& s) { s.order = core::Order::Sequential; }},
        {"cooldown", [](Settings& s) { s.cooldown_s = 7; }},
        {"larger batches", [](Settings& s) { s.triesLarger = true; }},
        {"image", [image](Settings& s) { s.image = image; }},
        {"download", [](Settings& s) { s.allowsDownload = true; }},
        {"Python", [](Settings& s) { s.peerPython = QStringLiteral("/opt/it's mine/bin/python"); }},
        {"in process",
            [](Settings& s) {
                s.runsInProcess = true;
                s.engines = listOf({"cpp"});
            }},
    };
}

} // namespace

/// The command line that the window copies.
class CommandLineTest : public QObject {
    Q_OBJECT

private slots:
    void everyChoiceMakesThePlanThatTheWindowMakes()
    {
        QTemporaryFile image(QStringLiteral("%1/my image, $1.XXXXXX").arg(QDir::tempPath()));
        QVERIFY(image.open());
        const test::FakeBackend backend;
        const auto planOf = [&](const core::Selection& selection) {
            const auto plan = backend.plan(selection, backend.machine);
            return plan ? QString::fromStdString(core::planText(*plan))
                        : QString::fromStdString(plan.error().detail);
        };
        QSet<QString> lines;
        QSet<QString> plans;
        const auto all = options(image.fileName());
        for (const auto& option : all) {
            Settings settings;
            settings.devices = listOf({"cpu"});
            option.choose(settings);

            const QString line = commandLine(settings);
            const auto selection = understood(line);

            QVERIFY2(selection,
                qPrintable(line + QStringLiteral(": ")
                    + QString::fromStdString(selection ? std::string() : selection.error().detail)));
            QCOMPARE(planOf(*selection), planOf(selectionOf(settings)));
            lines << line;
            plans << planOf(*selection);
        }
        // No choice is without effect.
        QCOMPARE(static_cast<std::size_t>(lines.size()), all.size());
        QCOMPARE(static_cast<std::size_t>(plans.size()), all.size());
    }
};

int tst_command_line(int argc, char* argv[])
{
    return test::runTest<CommandLineTest, QCoreApplication>(argc, argv);
}

#include "tst_command_line.moc"

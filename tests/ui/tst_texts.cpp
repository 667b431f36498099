// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/ui_test.h"
#include "text/error_text.h"
#include "text/names.h"
#include "text/note_text.h"
#include "text/study_text.h"
#include "ui/text/error_text.h"
#include "ui/text/language.h"
#include "ui/text/names.h"
#include "ui/text/note_text.h"
#include "ui/text/tr.h"

#include <QApplication>
#include <QLabel>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace inferometer;
using namespace inferometer::ui;

namespace {

std::vector<text::Sentence> joined(std::initializer_list<std::span<const text::Sentence>> tables)
{
    std::vector<text::Sentence> all;
    for (const auto table : tables)
        all.insert(all.end(), table.begin(), table.end());
    return all;
}

std::vector<text::Sentence> everyNote()
{
    return joined({text::statisticsNotes(), text::runningNotes(), text::preparingNotes(), text::sweepNotes(),
        text::targetNotes(), text::doctorNotes(), text::studyNotes(), text::reportNotes(),
        text::fileErrorNotes(), text::runErrorNotes()});
}

std::vector<text::Sentence> everySentence()
{
    auto all = joined({text::outcomes(), text::verdicts(), text::stopReasons(), text::criteria(),
        text::steps(), text::rules(), text::checkTopics(), text::conditions(), text::checkStates()});
    const auto notes = everyNote();
    all.insert(all.end(), notes.begin(), notes.end());
    return all;
}

QSet<QString> placesOf(const QString& text)
{
    static const QRegularExpression place(QStringLiteral("%[1-9]"));
    QSet<QString> places;
    auto found = place.globalMatch(text);
    while (found.hasNext())
        places << found.next().captured();
    return places;
}

bool hasJapanese(const QString& text)
{
    static const QRegularExpression letters(QStringLiteral("[\\x{3040}-\\x{30ff}\\x{4e00}-\\x{9fff}]"));
    return letters.match(text).hasMatch();
}

bool isOnlyNames(QString text)
{
    static const QRegularExpression names(
        QStringLiteral("CPU|CUDA|GPU|Inferometer|NumPy|OOM|Pillow|Python|torch|Transformers|Triton|%[1-9]"));
    static const QRegularExpression letter(QStringLiteral("[A-Za-z]"));
    return !text.remove(names).contains(letter);
}

} // namespace

/// Every code of the core in both languages.
class TextsTest : public QObject {
    Q_OBJECT

private slots:
    void everySentenceHasItsJapanese()
    {
        Language language;
        language.apply(LanguageChoice::Japanese);

        for (const auto& sentence : everySentence()) {
            const QString japanese = Tr::tr(sentence.text);
            QVERIFY2(hasJapanese(japanese) || isOnlyNames(japanese), sentence.text);
            QCOMPARE(placesOf(japanese), placesOf(QString::fromUtf8(sentence.text)));
        }
    }

    void everyNoteIsRenderedWithItsArgumentsInBothLanguages()
    {
        Language language;
        for (const auto choice : {LanguageChoice::English, LanguageChoice::Japanese}) {
            language.apply(choice);
            for (const auto& sentence : everyNote()) {
                const auto places = placesOf(QString::fromUtf8(sentence.text));
                core::Note note{std::string(sentence.code), {}};
                for (int i = 1; i <= 9; ++i)
                    note.args.push_back("<argument " + std::to_string(i) + ">");

                const QString text = noteText(note);

                QVERIFY2(!text.isEmpty()
                        && !text.startsWith(QString::fromLatin1(sentence.code.data()) + QStringLiteral(" (")),
                    sentence.code.data());
                for (int i = 1; i <= 9; ++i)
                    QCOMPARE(text.contains(QString::fromStdString(note.args[std::size_t(i - 1)])),
                        places.contains(QStringLiteral("%%1").arg(i)));
                QVERIFY2(placesOf(text).isEmpty(), qPrintable(text));
                if (choice == LanguageChoice::Japanese)
                    QVERIFY2(hasJapanese(text) || isOnlyNames(Tr::tr(sentence.text)), qPrintable(text));
            }
        }
    }

    void namesAmongTheArgumentsAreNoNumbers()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::German));

        const QString gpu = noteText({"gpu-found", {"cuda:0", "H100", "9.0", "13.0"}});
        const QString drift = noteText({"drift", {"1.5", "0.001"}});
        QLocale::setDefault(before);

        QVERIFY2(
            gpu.contains(QStringLiteral("9.0")) && gpu.contains(QStringLiteral("13.0")), qPrintable(gpu));
        QVERIFY2(drift.contains(QStringLiteral("1,5")), qPrintable(drift));
    }

    void everyErrorHasAHeadlineInBothLanguages()
    {
        Language language;
        for (int code = 0; code <= static_cast<int>(core::ErrorCode::Internal); ++code) {
            const auto each = static_cast<core::ErrorCode>(code);
            language.apply(LanguageChoice::English);
            QVERIFY(!headline(each).isEmpty());
            language.apply(LanguageChoice::Japanese);
            QVERIFY2(hasJapanese(headline(each)), text::errorTemplate(each));
        }
    }

    void anErrorSaysItsReasonsInTheLanguageAndQuotesWhatOthersSay()
    {
        Language language;
        const core::Error planned(
            core::ErrorCode::UsageInvalid, core::Note{"batch-size-bad", {"4.5", "4096"}});
        const core::Error foreign(core::ErrorCode::FileInvalid, "the exporter's own words");

        language.apply(LanguageChoice::English);
        QCOMPARE(reasonText(planned),
            QStringLiteral("A batch size of '4.5' is not possible; it is a number from 1 to 4096."));
        language.apply(LanguageChoice::Japanese);
        QVERIFY(hasJapanese(reasonText(planned)));
        QVERIFY2(reasonText(planned).contains(QStringLiteral("4.5")), qPrintable(reasonText(planned)));
        QCOMPARE(reasonText(foreign), QStringLiteral("「the exporter's own words」"));
        QVERIFY(reasonText(foreign.followedBy({"run-can-be-resumed", {}})).contains(QStringLiteral("再開")));
    }

    void theWindowNamesNoOptionOfTheCommandLine()
    {
        static const QRegularExpression option(QStringLiteral("(^|[ (（'])(--[a-z]|inferometer-cli)"));
        for (const auto& sentence : everyNote())
            QVERIFY2(!QString::fromUtf8(sentence.text).contains(option), sentence.text);
    }

    void everyNameOfAnEnumerationIsTranslated()
    {
        Language language;
        language.apply(LanguageChoice::Japanese);

        for (const auto& word : core::Words<core::Task>::all)
            QVERIFY(hasJapanese(taskName(word.value)));
        for (const auto& word : core::Words<core::CompileMode>::all)
            QVERIFY(hasJapanese(modeSentence(word.value)));
        for (const auto& word : core::Words<core::Engine>::all)
            QVERIFY(hasJapanese(engineSentence(word.value)));
        for (const auto& word : core::Words<core::Preset>::all)
            QVERIFY(hasJapanese(presetName(word.value)) && hasJapanese(presetSentence(word.value)));
        for (const auto& word : core::Words<core::Verdict>::all)
            QVERIFY(hasJapanese(verdictName(word.value)) && hasJapanese(verdictSentence(word.value)));
        for (const auto& word : core::Words<core::Outcome>::all)
            QVERIFY(hasJapanese(outcomeName(word.value)));
        for (const auto& word : core::Words<core::Ending>::all)
            QVERIFY(hasJapanese(endingName(word.value)));
        for (const auto& word : core::Words<core::Phase>::all)
            QVERIFY(hasJapanese(stepName(std::string(word.word))));
    }

    void argumentsStandInTheSentenceWithTheNumbersOfTheLocale()
    {
        Language language;
        language.apply(LanguageChoice::English);

        QCOMPARE(noteText({"output-differs", {"0", "1.5", "0.001"}}),
            QStringLiteral("Output 0 differs from the reference by 1.5; the tolerance is 0.001."));
        QCOMPARE(noteText({}), QString());
        QCOMPARE(noteText({"code-of-tomorrow", {"7"}}), QStringLiteral("code-of-tomorrow (7)"));
    }

    void anotherLanguageForAMomentLeavesTheWindowAlone()
    {
        Language language;
        language.apply(LanguageChoice::English);
        class Watcher : public QLabel {
        public:
            int changes = 0;

        protected:
            void changeEvent(QEvent* event) override { changes += event->type() == QEvent::LanguageChange; }
        } watcher;
        QCoreApplication::sendPostedEvents();
        watcher.changes = 0;

        {
            const ScopedLanguage scope(language, LanguageChoice::Japanese);
            QVERIFY(hasJapanese(taskName(core::Task::Detection)));
        }

        QCoreApplication::sendPostedEvents();
        QCOMPARE(watcher.changes, 0);
        QCOMPARE(taskName(core::Task::Detection), QStringLiteral("Object Detection"));
        QCOMPARE(QLocale().language(), QLocale::English);
    }

    void whatHappenedOnceIsNotToldInThePlural()
    {
        Language language;
        language.apply(LanguageChoice::English);

        for (const char* code :
            {"graph-breaks", "recompiles", "cudagraph-skips", "thermally-throttled", "quota-throttled"}) {
            const QString text = noteText({code, {"1"}});
            QVERIFY2(text.contains(QStringLiteral("(times: 1)")), qPrintable(text));
        }
    }

    void pluralsAreEnglishPlurals()
    {
        Language language;
        language.apply(LanguageChoice::English);

        QCOMPARE(Tr::tr("%n measurement(s)", nullptr, 1), QStringLiteral("1 measurement"));
        QCOMPARE(Tr::tr("%n measurement(s)", nullptr, 24), QStringLiteral("24 measurements"));
        language.apply(LanguageChoice::Japanese);
        QCOMPARE(Tr::tr("%n measurement(s)", nullptr, 24), QStringLiteral("24 件の測定"));
    }
};

int tst_texts(int argc, char* argv[])
{
    return test::runTest<TextsTest>(argc, argv);
}

#include "tst_texts.moc"

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/error_text.h"

#include <array>

namespace inferometer::text {

namespace {

// Why a file, a run or a table could not be used.
const std::array table{
    Sentence{"quoted", QT_TRANSLATE_NOOP("Inferometer", "Message: %1"), "%1"}, // what another program says
    // Files and folders. Path, then what the system says of it.
    Sentence{"file-not-opened", QT_TRANSLATE_NOOP("Inferometer", "'%1' could not be opened: %2.")},
    Sentence{"file-not-read", QT_TRANSLATE_NOOP("Inferometer", "'%1' could not be read: %2.")},
    Sentence{"file-not-examined", QT_TRANSLATE_NOOP("Inferometer", "'%1' could not be examined: %2.")},
    Sentence{"file-not-created", QT_TRANSLATE_NOOP("Inferometer", "'%1' could not be created: %2.")},
    Sentence{"file-not-written", QT_TRANSLATE_NOOP("Inferometer", "'%1' could not be written: %2.")},
    Sentence{"file-not-locked", QT_TRANSLATE_NOOP("Inferometer", "'%1' could not be locked: %2.")},
    Sentence{"file-not-removed", QT_TRANSLATE_NOOP("Inferometer", "'%1' could not be removed: %2.")},
    Sentence{"file-not-restored", QT_TRANSLATE_NOOP("Inferometer", "'%1' could not be brought back: %2.")},
    Sentence{"not-a-file", QT_TRANSLATE_NOOP("Inferometer", "'%1' is not a file.")},
    Sentence{"not-a-folder", QT_TRANSLATE_NOOP("Inferometer", "'%1' is not a folder.")},
    Sentence{"file-too-large",
        QT_TRANSLATE_NOOP("Inferometer", "'%1' is larger than the %2 bytes that are read.")},
    Sentence{"folder-not-private",
        QT_TRANSLATE_NOOP(
            "Inferometer", "The folder '%1' must belong to you and be closed to others (chmod 700).")},
    Sentence{"folder-not-writable",
        QT_TRANSLATE_NOOP("Inferometer",
            "The folder '%1' cannot be written to (%2); the environment variable %3 names another place.")},
    Sentence{"no-home-folder",
        QT_TRANSLATE_NOOP(
            "Inferometer", "There is no home folder: set HOME, or XDG_DATA_HOME and XDG_CACHE_HOME.")},
    Sentence{"file-in-use", QT_TRANSLATE_NOOP("Inferometer", "'%1' is in use by another process.")},
    Sentence{"run-was-written-to",
        QT_TRANSLATE_NOOP("Inferometer", "Another process has just added to '%1'; start again.")},
    Sentence{"file-in-use-by", QT_TRANSLATE_NOOP("Inferometer", "'%1' is in use by process %2.")},
    Sentence{
        "device-in-use", QT_TRANSLATE_NOOP("Inferometer", "The device %1 is in use by another process.")},
    Sentence{"device-in-use-by", QT_TRANSLATE_NOOP("Inferometer", "The device %1 is in use by process %2.")},
    Sentence{"entry-damaged-at-once",
        QT_TRANSLATE_NOOP("Inferometer", "The cache entry %1 was damaged while it was written.")},
    // Names that were meant.
    Sentence{"did-you-mean", QT_TRANSLATE_NOOP("Inferometer", "Did you mean '%1'?")},
    Sentence{"did-you-mean-one-of", QT_TRANSLATE_NOOP("Inferometer", "Did you mean '%1' or '%2'?")},
    // Run files.
    Sentence{"run-file-bad", QT_TRANSLATE_NOOP("Inferometer", "%1 is not a valid run file.")},
    Sentence{"run-without-line", QT_TRANSLATE_NOOP("Inferometer", "It has no whole line.")},
    Sentence{"run-without-header", QT_TRANSLATE_NOOP("Inferometer", "Its first line is no header of a run.")},
    Sentence{"run-header-damaged", QT_TRANSLATE_NOOP("Inferometer", "Its header is damaged.")},
    Sentence{"run-header-bad", QT_TRANSLATE_NOOP("Inferometer", "Its header cannot be read: it %1.")},
    Sentence{
        "run-without-schema", QT_TRANSLATE_NOOP("Inferometer", "Its header does not say a schema version.")},
    Sentence{"run-schema-unknown", QT_TRANSLATE_NOOP("Inferometer", "Its schema version is unknown.")},
    Sentence{"run-schema-too-new",
        QT_TRANSLATE_NOOP("Inferometer",
            "%1 was written by a later version (schema %2; this program reads up to %3); update Inferometer "
            "to open it.")},
    Sentence{"run-line-too-long", QT_TRANSLATE_NOOP("Inferometer", "Its line %1 is too long.")},
    Sentence{"run-line-unreadable",
        QT_TRANSLATE_NOOP("Inferometer",
            "A line of %1 was not written to the run file: it is too large to be read again.")},
    Sentence{"run-lines-too-many", QT_TRANSLATE_NOOP("Inferometer", "It has more than %1 lines.")},
    Sentence{"run-too-large", QT_TRANSLATE_NOOP("Inferometer", "It is larger than %1 bytes.")},
    Sentence{"run-damage-too-much", QT_TRANSLATE_NOOP("Inferometer", "Too many of its lines are damaged.")},
    Sentence{
        "run-line-left-out", QT_TRANSLATE_NOOP("Inferometer", "Line %1 of %2 is damaged and left out: %3")},
    Sentence{"run-perhaps-torn", QT_TRANSLATE_NOOP("Inferometer", "Its last line may be torn.")},
    Sentence{"run-unknown", QT_TRANSLATE_NOOP("Inferometer", "There is no run '%1'."),
        "There is no run '%1'; 'inferometer-cli list runs' shows what there is."},
    Sentence{"runs-match", QT_TRANSLATE_NOOP("Inferometer", "%1 runs match '%2'; give more of the id.")},
    Sentence{"noise-floors-of-other-version",
        QT_TRANSLATE_NOOP("Inferometer",
            "The file of noise floors '%1' is of another version (%2); delete it and measure the floor "
            "again.")},
    Sentence{"script-of-own-model",
        QT_TRANSLATE_NOOP(
            "Inferometer", "The script builds models of the catalogue only, and '%1' is one of your own.")},
    Sentence{"script-without-entry",
        QT_TRANSLATE_NOOP("Inferometer", "The catalogue's entry of '%1' cannot be read.")},
    Sentence{"script-frame-damaged",
        QT_TRANSLATE_NOOP("Inferometer", "The frame of the script is damaged; install Inferometer again.")},
    Sentence{"report-suffix-bad",
        QT_TRANSLATE_NOOP("Inferometer", "A report is a file that ends in .html, .md or .pdf, not '%1'.")},
    // Tables of others, and what is compared with them.
    Sentence{
        "table-too-large", QT_TRANSLATE_NOOP("Inferometer", "The table is larger than Inferometer reads.")},
    Sentence{"table-rows-too-many", QT_TRANSLATE_NOOP("Inferometer", "The table has more than %1 rows.")},
    Sentence{"table-line-too-wide",
        QT_TRANSLATE_NOOP("Inferometer", "Line %1 of the table has too many columns.")},
    Sentence{
        "table-line-in-quotes", QT_TRANSLATE_NOOP("Inferometer", "Line %1 of the table ends within quotes.")},
    Sentence{"table-line-behind-quotes",
        QT_TRANSLATE_NOOP("Inferometer", "Line %1 of the table has text behind a quoted field.")},
    Sentence{"table-without-rows", QT_TRANSLATE_NOOP("Inferometer", "The table has no rows.")},
    Sentence{"table-rows-unread", QT_TRANSLATE_NOOP("Inferometer", "None of the rows could be read: %1")},
    Sentence{"columns-not-named",
        QT_TRANSLATE_NOOP("Inferometer",
            "A column with the model and one with times (or two, without and with compiling) must be "
            "named.")},
    Sentence{"column-unknown", QT_TRANSLATE_NOOP("Inferometer", "The table has no column '%1'.")},
    Sentence{"folder-without-benchmark",
        QT_TRANSLATE_NOOP("Inferometer", "The folder '%1' holds no benchmark.json of optimum-benchmark.")},
    Sentence{
        "comparison-of-two-to-five", QT_TRANSLATE_NOOP("Inferometer", "Two to five runs can be compared.")},
    Sentence{"regression-limit-bad",
        QT_TRANSLATE_NOOP("Inferometer", "The limit of a regression is a percentage from 0 on.")},
};

} // namespace

std::span<const Sentence> fileErrorNotes()
{
    return table;
}

} // namespace inferometer::text

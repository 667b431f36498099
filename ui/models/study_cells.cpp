// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/study_cells.h"

#include "core/study/note_codes.h"
#include "ui/text/format.h"
#include "ui/text/names.h"
#include "ui/text/tr.h"

namespace inferometer::ui {

bool hasTime(const core::StudyRow& row)
{
    return core::isTimed(row.outcome) && row.mean_s.has_value();
}

QString missingWord(const core::StudyRow& row)
{
    return row.reason.code == core::codes::notPublished ? Tr::tr("not published") : outcomeWord(row.outcome);
}

QString timeText(const core::StudyRow* row, const QLocale& locale)
{
    if (!row)
        return absent();
    if (!hasTime(*row))
        return missingWord(*row);
    const QString time = milliseconds(locale, *row->mean_s);
    return row->outcome == core::Outcome::WrongOutput
        ? Tr::tr("%1, %2", "a duration and what is wrong with it").arg(time, outcomeWord(row->outcome))
        : time;
}

QString judgement(const core::Difference& difference)
{
    if (difference.verdict)
        return verdictName(*difference.verdict);
    return difference.evidence == core::Evidence::MeansOnly ? Tr::tr("published mean only") : absent();
}

} // namespace inferometer::ui

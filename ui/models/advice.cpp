// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/advice.h"

#include "core/study/repeats.h"
#include "core/study/sanity.h"
#include "ui/text/names.h"
#include "ui/text/note_text.h"
#include "ui/text/tr.h"

#include <QLocale>

#include <algorithm>
#include <set>

namespace inferometer::ui {

std::vector<AdviceLine> adviceOf(const RunView& view, const core::DecisionInputs& inputs)
{
    const auto decisions = view.decisions(inputs);
    const bool hasPlaces = core::haveSeveralSettings(decisions);
    std::vector<AdviceLine> lines;
    for (const auto& decision : decisions) {
        AdviceLine line{decision.advice, noteText(decision.sentence), noteTexts(decision.reasons)};
        if (hasPlaces)
            line.sentence = Tr::tr("%1 (%2, %3)", "a sentence, a device and a data type")
                                .arg(line.sentence, QString::fromStdString(core::placeOf(decision.setting)),
                                    dataTypeName(decision.setting.dtype));
        lines.push_back(std::move(line));
    }
    return lines;
}

QStringList findingsOf(const RunView& view)
{
    QStringList texts = noteTexts(core::repeatsOf(view.table()));
    for (const auto& finding : core::sanityOf(view.table()))
        texts << noteText(finding.note);
    return texts;
}

QString adviceLine(const RunView& view, const std::vector<int>& rows, const core::DecisionInputs& inputs)
{
    std::vector<const core::StudyRow*> shown;
    for (const int row : rows)
        shown.push_back(&view.table().rows[static_cast<std::size_t>(row)]);
    auto decisions = view.decisions(inputs);
    std::erase_if(decisions, [&](const core::Decision& decision) {
        return std::none_of(shown.begin(), shown.end(), [&](const core::StudyRow* row) {
            return row->model == decision.model && core::isSameSetting(row->setting, decision.setting);
        });
    });
    if (decisions.empty())
        return {};
    if (decisions.size() == 1)
        return noteText(decisions.front().sentence);
    const auto count = [&](core::Advice advice) {
        return QLocale().toString(std::count_if(decisions.begin(), decisions.end(),
            [&](const core::Decision& decision) { return decision.advice == advice; }));
    };
    return Tr::tr("Advice: compile %1, do not compile %2, unclear %3.", "numbers of models")
        .arg(count(core::Advice::Compile), count(core::Advice::DoNotCompile), count(core::Advice::Unclear));
}

} // namespace inferometer::ui

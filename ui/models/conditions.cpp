// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/conditions.h"

#include "ui/text/format.h"
#include "ui/text/names.h"
#include "ui/text/tr.h"

namespace inferometer::ui {

namespace {

/// Adds the distinct texts of the rows, in their order.
template <typename TextOf>
void addEach(QStringList& parts, const RunView& view, const std::vector<int>& rows, TextOf textOf)
{
    QStringList texts;
    for (const int index : rows)
        texts << textOf(view.row(index));
    addDistinct(parts, std::move(texts));
}

QString engineWithVersion(const RunView& view, const ResultRow& row)
{
    const auto own = core::conditionOf(row.flat, "torch");
    const QString torch = own.empty() ? recordedVersion(view, "torch") : QString::fromStdString(own);
    if (row.variant().engine == core::Engine::Cpp)
        return torch.isEmpty() ? Tr::tr("C++ engine") : Tr::tr("C++ engine (LibTorch %1)").arg(torch);
    return torch.isEmpty() ? Tr::tr("Python engine") : Tr::tr("Python engine (torch %1)").arg(torch);
}

/// A Python process may have a torch for another CUDA than the engine's.
QString cudaText(const ResultRow& row)
{
    const auto version = core::conditionOf(row.flat, "cuda");
    const bool isKnown = row.workload().device.kind == core::DeviceKind::Cuda && !version.empty();
    return isKnown ? QStringLiteral("CUDA %1").arg(QString::fromStdString(version)) : QString();
}

QString attentionText(const ResultRow& row)
{
    const bool isKnown = row.record() && row.record()->attention;
    return isKnown ? attentionPart(attentionName(*row.record()->attention)) : QString();
}

QString imageText(const ResultRow& row)
{
    if (!row.record() || row.record()->image.empty())
        return {};
    return row.record()->image == "sample"
        ? Tr::tr("sample image")
        : Tr::tr("image %1").arg(QString::fromStdString(row.record()->image));
}

QString threadsText(const ResultRow& row)
{
    const bool isKnown = row.record() && row.workload().device.kind == core::DeviceKind::Cpu
        && row.record()->conditions.threads > 0;
    return isKnown ? Tr::tr("%n thread(s)", nullptr, row.record()->conditions.threads) : QString();
}

} // namespace

QString recordedVersion(const RunView& view, const std::string& name)
{
    for (const auto& row : view.rows()) {
        const auto value = core::conditionOf(row.flat, name);
        if (!value.empty())
            return QString::fromStdString(value);
    }
    return {};
}

QStringList conditions(const QLocale& locale, const RunView& view, const std::vector<int>& rows)
{
    QStringList parts;
    addEach(
        parts, view, rows, [&](const ResultRow& row) { return view.hardwareName(row.workload().device); });
    addEach(parts, view, rows, [&](const ResultRow& row) { return engineWithVersion(view, row); });
    addEach(parts, view, rows, cudaText);
    addEach(parts, view, rows,
        [](const ResultRow& row) { return QString::fromStdString(core::arithmeticOf(row.flat)); });
    addEach(parts, view, rows, attentionText);
    addEach(parts, view, rows, threadsText);
    addEach(parts, view, rows,
        [](const ResultRow& row) { return row.record() ? weightsName(row.record()->weights) : QString(); });
    addEach(parts, view, rows, imageText);
    addEach(parts, view, rows, [](const ResultRow& row) {
        return row.record() && row.record()->conditions.allocator == core::toWord(core::Allocator::Default)
            ? Tr::tr("system's allocator")
            : QString();
    });
    addEach(parts, view, rows, [](const ResultRow& row) {
        return row.record() && row.record()->executor == "in-process"
            ? Tr::tr("measured in the window's process")
            : QString();
    });
    parts << date(locale, view.record().created_utc);
    return parts;
}

void addDistinct(QStringList& parts, QStringList texts)
{
    texts.removeAll(QString());
    texts.removeDuplicates();
    if (!texts.isEmpty())
        parts << texts.join(Tr::tr(", ", "between the parts of a list"));
}

QString attentionPart(const QString& name)
{
    return Tr::tr("attention: %1").arg(name);
}

QString conditionsLine(const QLocale& locale, const RunView& view, const std::vector<int>& rows)
{
    return view.rowCount() == 0 ? QString() : conditions(locale, view, rows).join(QStringLiteral(" · "));
}

QString runTitle(const QLocale& locale, const core::RunRecord& record)
{
    return record.label.empty() ? Tr::tr("Run of %1").arg(dateTime(locale, record.created_utc))
                                : QString::fromStdString(record.label);
}

} // namespace inferometer::ui

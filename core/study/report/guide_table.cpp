// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/report/guide_table.h"

#include "core/base/numbers.h"
#include "core/base/text.h"
#include "core/store/flat_rows.h"
#include "core/study/note_codes.h"
#include "core/study/phrases.h"
#include "core/study/report/note_codes.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>
#include <string_view>
#include <tuple>

namespace inferometer::core::report {
namespace {

constexpr std::array<std::string_view, 12> guideModels{"vit", "segformer", "owlvit", "beit", "detr",
    "convnext", "resnet", "mask2former", "maskformer", "mobilenet", "resnet-101", "conditional-detr"};

std::size_t rankOf(const StudyRow& row)
{
    return static_cast<std::size_t>(
        std::find(guideModels.begin(), guideModels.end(), row.model) - guideModels.begin());
}

bool belongsTo(const StudyRow& row, const TableSubject& subject)
{
    return isSameSetting(row.setting, subject.setting) && row.variant == subject.variant;
}

std::vector<Note> header(const StudyTable& table, const TableSubject& subject, bool hasBatch)
{
    const auto torch = torchOf(table, subject);
    std::vector<Note> names{phrase(codes::columnTaskModel)};
    if (hasBatch)
        names.push_back(phrase(codes::columnBatchSize));
    for (const auto code : {codes::columnNoCompile, codes::columnCompile})
        names.push_back(phrase(code, {torch.empty() ? "?" : torch}));
    return names;
}

bool wasUnbatched(const StudyRow& row)
{
    return std::any_of(row.notes.begin(), row.notes.end(),
        [](const Note& note) { return note.code == codes::unbatchedAsBatchOne; });
}

Note batchCell(const StudyRow& row)
{
    return wasUnbatched(row) ? phrase(codes::cellUnbatched) : literal(std::to_string(row.batch));
}

/// A published table has no line for what is not published.
bool hasLine(const StudyRow& row)
{
    return row.reason.code != codes::notPublished;
}

bool isMain(const TableSubject& subject)
{
    return subject.variant.mode == CompileMode::Default && !subject.variant.frozen
        && subject.variant.layout == Layout::Contiguous;
}

std::string nameOf(const TableSubject& subject)
{
    return displayDevice(subject.setting, subject.deviceName);
}

/// What distinguishes a table beyond device and batch.
std::string detailOf(const TableSubject& subject)
{
    std::string detail = displayName(subject.variant);
    if (subject.setting.dtype != DataType::Float32)
        detail += ", " + std::string(toWord(subject.setting.dtype));
    if (subject.setting.executor == "in-process")
        detail += ", " + subject.setting.executor;
    return detail;
}

} // namespace

std::vector<std::size_t> guideOrder(const StudyTable& table)
{
    std::vector<std::size_t> order(table.rows.size());
    std::iota(order.begin(), order.end(), 0u);
    if (table.kind == SourceKind::Reference)
        return order; // stands in it already
    std::map<std::string, std::size_t> appearance;
    for (std::size_t i = 0; i < table.rows.size(); ++i)
        appearance.emplace(table.rows[i].model, i);
    const auto keyOf = [&](std::size_t index) {
        const auto& row = table.rows[index];
        return std::tuple(rankOf(row), appearance.at(row.model), row.batch, index);
    };
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return keyOf(a) < keyOf(b); });
    return order;
}

std::vector<TableSubject> subjectsOf(const StudyTable& table)
{
    std::vector<TableSubject> subjects;
    for (const auto& row : table.rows) {
        if (baselineOf(row.variant) == row.variant)
            continue;
        const auto found = std::find_if(subjects.begin(), subjects.end(),
            [&](const TableSubject& subject) { return belongsTo(row, subject); });
        if (found == subjects.end()) {
            subjects.push_back({row.setting, row.deviceName, row.variant});
            continue;
        }
        if (found->setting.executor.empty())
            found->setting = row.setting;
        if (found->deviceName.empty())
            found->deviceName = row.deviceName;
    }
    return subjects;
}

std::vector<int> batchesOf(const StudyTable& table, const TableSubject& subject)
{
    std::set<int> batches;
    for (const auto& row : table.rows) {
        if (belongsTo(row, subject) && hasLine(row))
            batches.insert(row.batch);
    }
    return {batches.begin(), batches.end()};
}

Note rowName(const StudyRow& row)
{
    if (!row.task)
        return literal(row.label);
    switch (*row.task) {
    case Task::Classification:
        return phrase(codes::rowClassification, {row.label});
    case Task::Segmentation:
        return phrase(codes::rowSegmentation, {row.label});
    case Task::Detection:
        return phrase(codes::rowDetection, {row.label});
    case Task::Other:
        return phrase(codes::rowOther, {row.label});
    }
    return literal(row.label);
}

Note timeCell(const StudyRow* row)
{
    if (row == nullptr)
        return literal("–");
    const bool hasTime = isTimed(row->outcome) && row->mean_s;
    if (row->reason.code == codes::notPublished)
        return phrase(codes::cellNotPublished);
    if (!hasTime)
        return phrase(std::string(codes::cellPrefix) + std::string(toWord(row->outcome)));
    const auto time = fixedText(*row->mean_s * 1e3, 3);
    const bool isWrong = row->outcome == Outcome::WrongOutput || row->check == OutputCheck::Failed;
    return isWrong ? phrase(codes::cellTimeOfWrongOutput, {time}) : literal(time);
}

std::string torchOf(const StudyTable& table, const TableSubject& subject)
{
    std::vector<std::string> versions;
    for (const auto& row : table.rows) {
        if (belongsTo(row, subject) && !row.torch.empty()
            && std::find(versions.begin(), versions.end(), row.torch) == versions.end())
            versions.push_back(row.torch);
    }
    return join(versions, ", ");
}

Note conditionsLine(const StudyTable& table, const TableSubject& subject)
{
    const auto condition = [&](const std::string& key) { return conditionText(table, key); };
    const auto isCuda = subject.setting.device.starts_with(toWord(DeviceKind::Cuda));
    return phrase(codes::conditionsLine,
        {nameOf(subject), displayName(subject.variant), torchOf(table, subject),
            arithmeticText(subject.setting.dtype, isCuda && condition("tf32_conv") == "true",
                isCuda && condition("tf32_matmul") == "true"),
            condition("weights"), condition("image"), condition("threads"), condition("attention"),
            condition("allocator")});
}

Table tableOfBatch(const StudyTable& table, const TableSubject& subject, int batch)
{
    Table result{header(table, subject, false), {}, conditionsLine(table, subject)};
    for (const std::size_t index : guideOrder(table)) {
        const auto& row = table.rows[index];
        if (belongsTo(row, subject) && row.batch == batch && hasLine(row))
            result.rows.push_back({rowName(row), timeCell(baselineRow(table, row)), timeCell(&row)});
    }
    return result;
}

Table tableOfAllBatches(const StudyTable& table, const TableSubject& subject)
{
    Table result{header(table, subject, true), {}, conditionsLine(table, subject)};
    for (const std::size_t index : guideOrder(table)) {
        const auto& row = table.rows[index];
        if (belongsTo(row, subject) && hasLine(row))
            result.rows.push_back(
                {rowName(row), batchCell(row), timeCell(baselineRow(table, row)), timeCell(&row)});
    }
    return result;
}

std::vector<NamedTable> guideTables(const StudyTable& table)
{
    std::vector<NamedTable> tables;
    std::vector<NamedTable> others;
    for (const auto& subject : subjectsOf(table)) {
        if (!isMain(subject)) {
            others.push_back(
                {subject, false, phrase(codes::headingDevice, {nameOf(subject), detailOf(subject)}),
                    tableOfAllBatches(table, subject)});
            continue;
        }
        for (const int batch : batchesOf(table, subject))
            tables.push_back({subject, true,
                phrase(
                    codes::headingDeviceBatch, {nameOf(subject), std::to_string(batch), detailOf(subject)}),
                tableOfBatch(table, subject, batch)});
    }
    tables.insert(tables.end(), others.begin(), others.end());
    return tables;
}

} // namespace inferometer::core::report

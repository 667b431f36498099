// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/history_index.h"

#include "core/store/history.h"
#include "core/store/run_reader.h"
#include "ui/models/run_view.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace inferometer::ui {

namespace {

constexpr int indexVersion = 3;

QString word(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QJsonObject gainObject(const Gain& gain)
{
    const auto& variant = gain.variant;
    return {{"engine", word(core::toWord(variant.engine))}, {"mode", word(core::toWord(variant.mode))},
        {"frozen", variant.frozen}, {"cuda_graph", variant.cudaGraph},
        {"layout", word(core::toWord(variant.layout))}, {"place", gain.place}, {"gain", gain.geometricMean}};
}

core::Variant variantFrom(const QJsonObject& object)
{
    core::Variant variant;
    variant.engine =
        core::fromWord<core::Engine>(object["engine"].toString().toStdString()).value_or(core::Engine::Cpp);
    variant.mode = core::fromWord<core::CompileMode>(object["mode"].toString().toStdString())
                       .value_or(core::CompileMode::None);
    variant.frozen = object["frozen"].toBool();
    variant.cudaGraph = object["cuda_graph"].toBool();
    variant.layout = core::fromWord<core::Layout>(object["layout"].toString().toStdString())
                         .value_or(core::Layout::Contiguous);
    return variant;
}

/// A note as its code and arguments.
QJsonArray toArray(const std::vector<core::Note>& notes)
{
    QJsonArray array;
    for (const auto& note : notes) {
        QJsonArray words{QString::fromStdString(note.code)};
        for (const auto& argument : note.args)
            words.append(QString::fromStdString(argument));
        array.append(words);
    }
    return array;
}

std::vector<core::Note> notesFrom(const QJsonArray& array)
{
    std::vector<core::Note> notes;
    for (const auto& each : array) {
        core::Note note;
        for (const auto& word : each.toArray())
            note.args.push_back(word.toString().toStdString());
        if (note.args.empty())
            continue;
        note.code = note.args.front();
        note.args.erase(note.args.begin());
        notes.push_back(std::move(note));
    }
    return notes;
}

QJsonObject toObject(const RunSummary& summary)
{
    QJsonObject outcomes;
    for (const auto& [outcome, count] : summary.outcomes)
        outcomes[word(core::toWord(outcome))] = count;
    QJsonArray gains;
    for (const auto& gain : summary.gains)
        gains.append(gainObject(gain));
    return {{"id", QString::fromStdString(summary.id)}, {"label", QString::fromStdString(summary.label)},
        {"note", QString::fromStdString(summary.note)},
        {"created_utc", QString::fromStdString(summary.created_utc)},
        {"models", QJsonArray::fromStringList(summary.models)},
        {"devices", QJsonArray::fromStringList(summary.devices)}, {"torch", summary.torch},
        {"outcomes", outcomes}, {"gains", gains}, {"ending", word(core::toWord(summary.ending))},
        {"problem", toArray(summary.problem)}};
}

QStringList strings(const QJsonValue& value)
{
    QStringList list;
    for (const auto& each : value.toArray())
        list << each.toString();
    return list;
}

RunSummary fromObject(const QJsonObject& object, const std::filesystem::path& file)
{
    RunSummary summary;
    summary.file = file;
    summary.id = object["id"].toString().toStdString();
    summary.label = object["label"].toString().toStdString();
    summary.note = object["note"].toString().toStdString();
    summary.created_utc = object["created_utc"].toString().toStdString();
    summary.models = strings(object["models"]);
    summary.devices = strings(object["devices"]);
    summary.torch = object["torch"].toString();
    summary.problem = notesFrom(object["problem"].toArray());
    const auto outcomes = object["outcomes"].toObject();
    for (auto it = outcomes.begin(); it != outcomes.end(); ++it) {
        if (const auto outcome = core::fromWord<core::Outcome>(it.key().toStdString()))
            summary.outcomes[*outcome] = it.value().toInt();
    }
    for (const auto& value : object["gains"].toArray()) {
        const auto gain = value.toObject();
        summary.gains.push_back({variantFrom(gain), gain["place"].toString(), gain["gain"].toDouble()});
    }
    summary.ending = core::fromWord<core::Ending>(object["ending"].toString().toStdString())
                         .value_or(core::Ending::Interrupted);
    return summary;
}

RunSummary readSummary(const std::filesystem::path& file)
{
    auto read = core::readRun(file);
    if (!read) {
        RunSummary broken;
        broken.file = file;
        broken.id = file.stem().stem().string();
        broken.problem = read.error().said();
        return broken;
    }
    return summaryOf(RunView(std::make_shared<const core::RunRecord>(std::move(read->run))), file);
}

/// Changes whenever the file does.
QString stampOf(const QFileInfo& file)
{
    return QStringLiteral("%1/%2").arg(file.size()).arg(file.lastModified().toMSecsSinceEpoch());
}

QJsonObject readIndex(const std::filesystem::path& path)
{
    QFile file(QString::fromStdString(path.string()));
    constexpr qint64 limit = 64 << 20;
    if (file.size() > limit || !file.open(QIODevice::ReadOnly))
        return {};
    const auto object = QJsonDocument::fromJson(file.readAll()).object();
    return object["version"].toInt() == indexVersion ? object["runs"].toObject() : QJsonObject();
}

void writeIndex(const std::filesystem::path& path, const QJsonObject& runs)
{
    QSaveFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::WriteOnly))
        return; // the next start reads the files again
    file.write(
        QJsonDocument(QJsonObject{{"version", indexVersion}, {"runs", runs}}).toJson(QJsonDocument::Compact));
    file.commit();
}

} // namespace

std::vector<RunSummary> readHistory(const std::filesystem::path& folder, const std::filesystem::path& index)
{
    const QJsonObject known = readIndex(index);
    QJsonObject current;
    std::vector<RunSummary> summaries;
    for (const auto& file : core::runFiles(folder)) {
        const QFileInfo info(QString::fromStdString(file.string()));
        const QString stamp = stampOf(info);
        auto entry = known[info.fileName()].toObject();
        if (entry["stamp"].toString() != stamp) {
            entry = toObject(readSummary(file));
            entry["stamp"] = stamp;
        }
        summaries.push_back(fromObject(entry, file));
        current[info.fileName()] = entry;
    }
    if (current != known)
        writeIndex(index, current);
    return summaries;
}

} // namespace inferometer::ui

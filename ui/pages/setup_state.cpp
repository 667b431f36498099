// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/setup_state.h"

#include "core/plan/support.h"
#include "ui/models/run_view.h"
#include "ui/text/format.h"
#include "ui/text/names.h"
#include "ui/text/note_text.h"
#include "ui/text/tr.h"

#include <set>

namespace inferometer::ui {

namespace {

std::vector<std::string> strings(const QStringList& list)
{
    std::vector<std::string> texts;
    for (const auto& each : list)
        texts.push_back(each.toStdString());
    return texts;
}

QString quoted(const QString& text)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_./:,=+-]+$"));
    return plain.match(text).hasMatch()
        ? text
        : QLatin1Char('\'') + QString(text).replace('\'', "'\\''") + QLatin1Char('\'');
}

void addOption(QStringList& words, const char* option, const QString& value, const QString& standard)
{
    if (!value.isEmpty() && value != standard)
        words << QString::fromLatin1(option) << quoted(value);
}

std::vector<core::Device> chosenGpus(const Settings& settings)
{
    std::vector<core::Device> gpus;
    for (const auto& text : settings.devices) {
        const auto device = core::deviceFromText(text.toStdString());
        if (device && device->kind == core::DeviceKind::Cuda)
            gpus.push_back(*device);
    }
    return gpus;
}

void addCudaChoices(QStringList& words, const Settings& settings)
{
    const auto& chosen = settings.cudaChoices;
    if (chosen.contains(QLatin1String("tf32-matmul")))
        words << QStringLiteral("--tf32-matmul on");
    if (!chosen.contains(QLatin1String("tf32-conv")))
        words << QStringLiteral("--tf32-conv off");
    if (chosen.contains(QLatin1String("parallel-devices")) && hasSeveralGpus(settings))
        words << QStringLiteral("--parallel-devices");
    for (const char* flag : {"cudnn-benchmark", "static-inputs"}) {
        if (chosen.contains(QLatin1String(flag)))
            words << QStringLiteral("--") + QLatin1String(flag);
    }
    if (chosen.contains(QLatin1String("cuda-graph")))
        words << QStringLiteral("--cuda-graph eager");
}

} // namespace

core::Selection selectionOf(const Settings& settings)
{
    core::Selection selection;
    selection.models = strings(settings.models);
    selection.devices = strings(settings.devices);
    selection.batches = strings(settings.batches);
    selection.engines = strings(settings.engines);
    selection.modes = strings(settings.modes);
    selection.modes.insert(selection.modes.begin(), "none");
    selection.dtypes = strings(settings.dataTypes);
    selection.layouts = {settings.layout.toStdString()};
    selection.freeze = settings.freeze.toStdString();
    selection.attention = settings.attention.toStdString();
    selection.allocator = settings.allocator.toStdString();
    const auto isChosen = [&](const char* word) {
        return settings.cudaChoices.contains(QString::fromLatin1(word));
    };
    selection.tf32Matmul = isChosen("tf32-matmul") ? "on" : "off";
    selection.tf32Conv = isChosen("tf32-conv") ? "on" : "off";
    selection.cudnnBenchmark = isChosen("cudnn-benchmark");
    selection.staticInputs = isChosen("static-inputs");
    selection.cudaGraph = isChosen("cuda-graph") ? "eager" : "none";
    selection.parallelDevices = isChosen("parallel-devices") && hasSeveralGpus(settings);
    selection.imagePath = settings.image.toStdString();
    selection.allowDownload = settings.allowsDownload;
    selection.preset = std::string(core::toWord(settings.preset));
    selection.order = std::string(core::toWord(settings.order));
    selection.inProcess = settings.runsInProcess;
    selection.peerPython = settings.peerPython.toStdString();
    selection.triesLargerAfterOutOfMemory = settings.triesLarger;
    if (settings.cooldown_s > 0)
        selection.cooldown_s = settings.cooldown_s;
    if (settings.coolTo_c > 0)
        selection.coolTo_c = settings.coolTo_c;
    if (settings.preset == core::Preset::Custom) {
        selection.runs = settings.runs;
        selection.maxTime_s = settings.maxTime_s;
    }
    return selection;
}

QString whatIsMissing(const Settings& settings)
{
    if (settings.models.isEmpty())
        return Tr::tr("Choose at least one model.");
    if (settings.batches.isEmpty())
        return Tr::tr("Choose at least one batch size.");
    if (settings.engines.isEmpty())
        return Tr::tr("Choose at least one engine.");
    if (settings.dataTypes.isEmpty())
        return Tr::tr("Choose at least one data type.");
    return {};
}

QString whyModeUnsupported(core::CompileMode mode, const Settings& settings)
{
    core::Workload workload;
    const core::Variant variant{core::Engine::Cpp, mode, false, core::Layout::Contiguous};
    QString reason;
    for (const auto& text : settings.devices) {
        const auto device = core::deviceFromText(text.toStdString());
        if (!device)
            continue;
        workload.device = *device;
        const auto why = core::whyUnsupported(workload, variant);
        if (!why)
            return {};
        reason = noteText(*why);
    }
    return reason;
}

QString whyDataTypeUnsupported(
    core::DataType dtype, const Settings& settings, const std::vector<core::DeviceFacts>& devices)
{
    QString reason;
    for (const auto& facts : devices) {
        if (!settings.devices.contains(QString::fromStdString(core::toText(facts.device))))
            continue;
        const auto why = core::whyTypeUnsupported(dtype, facts.device, facts.capability);
        if (!why)
            return {};
        reason = noteText(*why);
    }
    return reason;
}

QString whyNoTf32(const Settings& settings, const std::vector<core::DeviceFacts>& devices)
{
    QString reason;
    for (const auto& facts : devices) {
        if (facts.device.kind != core::DeviceKind::Cuda
            || !settings.devices.contains(QString::fromStdString(core::toText(facts.device))))
            continue;
        const auto why = core::whyNoTf32(facts.device, facts.capability);
        if (!why)
            return {};
        reason = noteText(*why);
    }
    return reason;
}

bool hasGpu(const Settings& settings)
{
    return !chosenGpus(settings).empty();
}

bool hasSeveralGpus(const Settings& settings)
{
    const auto gpus = chosenGpus(settings);
    return std::any_of(gpus.begin(), gpus.end(), [&](const core::Device& gpu) {
        return std::count_if(gpus.begin(), gpus.end(), [&](const core::Device& other) {
            return other.target == gpu.target;
        }) > 1;
    });
}

QString planLine(const core::Plan& plan, const Settings& settings)
{
    std::set<std::string> models;
    std::set<core::Device> devices;
    std::set<core::Variant> variants;
    int rows = 0;
    for (const auto& visit : plan.visits) {
        models.insert(visit.workload.model);
        devices.insert(visit.workload.device);
        variants.insert(visit.variants.begin(), visit.variants.end());
        rows += static_cast<int>(visit.variants.size());
    }
    QStringList factors{Tr::tr("%n model(s)", nullptr, static_cast<int>(models.size())),
        Tr::tr("%n device(s)", nullptr, static_cast<int>(devices.size())),
        Tr::tr("%n batch size(s)", nullptr, static_cast<int>(settings.batches.size()))};
    if (settings.dataTypes.size() > 1)
        factors << Tr::tr("%n data type(s)", nullptr, static_cast<int>(settings.dataTypes.size()));
    factors << Tr::tr("%n variant(s)", nullptr, static_cast<int>(variants.size()));
    return Tr::tr("%1 = %2", "a product and what it comes to")
        .arg(factors.join(QStringLiteral(" × ")), Tr::tr("%n measurement(s)", nullptr, rows));
}

QString forecastLine(const core::Forecast& forecast)
{
    QStringList parts;
    const bool isKnown = forecast.unknownVisits == 0 && forecast.unknownCompiles == 0;
    const double known_s = forecast.compile_s.value_or(0) + forecast.measuring_s.value_or(0);
    if (isKnown && known_s > 0)
        parts << Tr::tr("About %1.").arg(wallTime(known_s));
    else if (known_s > 0)
        parts << Tr::tr("At least %1; some of it was never measured here.").arg(wallTime(known_s));
    else
        parts << Tr::tr("The time is not known until the first run.");
    if (forecast.compiles > 0)
        parts << Tr::tr("%n model(s) to compile.", "variants of models", forecast.compiles);
    if (forecast.disk_bytes && *forecast.disk_bytes > 0)
        parts << Tr::tr("About %1 of new cache.").arg(bytes(QLocale(), double(*forecast.disk_bytes)));
    if (forecast.unsupportedRows > 0)
        parts << Tr::tr("%n measurement(s) not supported here.", nullptr, forecast.unsupportedRows);
    return parts.join(QLatin1Char(' '));
}

QString deviceLine(const core::DeviceFacts& facts)
{
    QStringList parts{deviceName(facts.device)};
    if (!facts.name.empty())
        parts << shortHardwareName(QString::fromStdString(facts.name));
    if (facts.memory_bytes)
        parts << bytes(QLocale(), double(*facts.memory_bytes));
    if (facts.isSlice)
        parts << Tr::tr("slice", "of a GPU that is divided");
    if (facts.drivesDisplay)
        parts << Tr::tr("drives the display");
    return parts.join(QStringLiteral(" · "));
}

QStringList chosenDevices(const Settings& settings, const std::vector<core::DeviceFacts>& devices)
{
    QStringList chosen;
    for (const auto& facts : devices) {
        const QString text = QString::fromStdString(core::toText(facts.device));
        if (settings.devices.contains(text))
            chosen << text;
    }
    if (!chosen.isEmpty() || devices.empty())
        return chosen;
    const auto best = std::find_if(devices.begin(), devices.end(), [](const core::DeviceFacts& facts) {
        return facts.device.kind == core::DeviceKind::Cuda && facts.device.target.empty();
    });
    return {QString::fromStdString(core::toText((best == devices.end() ? devices.begin() : best)->device))};
}

QString commandLine(const Settings& settings)
{
    const Settings standard;
    QStringList words{QStringLiteral("inferometer-cli"), QStringLiteral("run")};
    words << QStringLiteral("-m") << quoted(settings.models.join(QLatin1Char(',')));
    addOption(words, "-d", settings.devices.join(QLatin1Char(',')), {});
    words << QStringLiteral("-b") << quoted(settings.batches.join(QLatin1Char(',')));
    words << QStringLiteral("--engine") << quoted(settings.engines.join(QLatin1Char(',')));
    words << QStringLiteral("--mode")
          << quoted((QStringList{QStringLiteral("none")} + settings.modes).join(QLatin1Char(',')));
    addOption(words, "--dtype", settings.dataTypes.join(QLatin1Char(',')),
        standard.dataTypes.join(QLatin1Char(',')));
    if (settings.freeze != standard.freeze) // a flag, whose value is part of the word
        words << QStringLiteral("--freeze=") + quoted(settings.freeze);
    addOption(words, "--layout", settings.layout, standard.layout);
    addOption(words, "--attention", settings.attention, standard.attention);
    addOption(words, "--allocator", settings.allocator, standard.allocator);
    addCudaChoices(words, settings);
    addOption(words, "--image", settings.image, {});
    if (settings.allowsDownload)
        words << QStringLiteral("--allow-download");
    words << QStringLiteral("--preset") << QString::fromStdString(std::string(core::toWord(settings.preset)));
    if (settings.preset == core::Preset::Custom)
        words << QStringLiteral("--runs") << QString::number(settings.runs) << QStringLiteral("--max-time")
              << QString::number(settings.maxTime_s);
    if (settings.order != standard.order)
        words << QStringLiteral("--order")
              << QString::fromStdString(std::string(core::toWord(settings.order)));
    if (settings.cooldown_s > 0)
        words << QStringLiteral("--cooldown") << QString::number(settings.cooldown_s);
    if (settings.coolTo_c > 0)
        words << QStringLiteral("--cool-to") << QString::number(settings.coolTo_c);
    if (settings.triesLarger)
        words << QStringLiteral("--try-larger");
    addOption(words, "--python", settings.peerPython, {});
    if (settings.runsInProcess)
        words << QStringLiteral("--in-process");
    return words.join(QLatin1Char(' '));
}

} // namespace inferometer::ui

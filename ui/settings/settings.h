// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/policy.h"
#include "core/study/decision.h"
#include "ui/charts/chart_export.h"
#include "ui/charts/chart_theme.h"
#include "ui/models/metrics.h"
#include "ui/settings/theme.h"
#include "ui/text/language.h"

#include <QByteArray>
#include <QStringList>

#include <tuple>

namespace inferometer::ui {

enum class StartPage { Benchmark, Results, History, Last };

/// Everything the window remembers, with its defaults: they stand nowhere else.
struct Settings {
    // General.
    LanguageChoice language = LanguageChoice::System;
    ThemeChoice theme = ThemeChoice::System;
    StartPage startPage = StartPage::Benchmark;
    bool asksBeforeCancel = true;
    bool notifiesAtEnd = true;

    // Measurement.
    bool runsInProcess = false;
    double cooldown_s = 0;
    double coolTo_c = 0; ///< 0: a device's temperature is not waited for
    QString peerPython;
    int cacheLimit_GiB = 30;
    bool triesLarger = false; ///< batches of what ran out of memory in a smaller one

    // Charts.
    ChartPalette palette = ChartPalette::OkabeIto;
    bool hasHatch = true;
    bool hasValueLabels = true;
    bool hasLegend = true;
    bool isLogarithmic = false;
    bool isPerImage = false;
    Metric metric = Metric::Mean;
    ErrorBars errorBars = ErrorBars::StandardDeviation;

    // What the advice goes by; 0: no limit, not known.
    double latencyLimit_ms = 0;
    double memoryLimit_GiB = 0;
    int inferencesPerProcess = 0;
    core::CacheState cacheState = core::CacheState::Cold;

    // Export of pictures.
    PictureFormat pictureFormat = PictureFormat::Png;
    int pictureWidth = 1200;
    int pictureHeight = 675;
    double pictureScale = 2;
    ThemeChoice pictureTheme = ThemeChoice::Light;
    LanguageChoice pictureLanguage = LanguageChoice::System;
    bool pictureHasFooter = true;
    bool pictureIsTransparent = false;
    QString exportFolder;

    // The last set-up: what a new user finds is ResNet-50, two variants, the best device.
    QStringList models{QStringLiteral("resnet")};
    QStringList devices; ///< empty: the best one
    QStringList batches{QStringLiteral("1")};
    QStringList engines{QStringLiteral("cpp"), QStringLiteral("python")};
    QStringList modes{QStringLiteral("default")};
    QStringList dataTypes{QStringLiteral("float32")};
    QString freeze = QStringLiteral("no");
    QString layout = QStringLiteral("contiguous");
    QString attention = QStringLiteral("sdpa");
    QString allocator = QStringLiteral("retain");
    QStringList cudaChoices{
        QStringLiteral("tf32-conv")}; ///< options of the command line; as PyTorch's defaults
    core::Preset preset = core::Preset::Quick;
    core::Order order = core::Order::Interleaved;
    int runs = 100; ///< of the custom preset
    double maxTime_s = 60;
    QString image;
    bool allowsDownload = false;

    // Where things stood.
    QByteArray geometry;
    QByteArray windowState;
    QByteArray benchmarkSplitter;
    QByteArray resultsSplitter;
    QByteArray resultColumns;
    QString lastPage = QStringLiteral("benchmark");
    QStringList recentFiles;

    bool operator==(const Settings&) const = default;
};

/// One key of the settings file and the member that it belongs to.
template <typename Type> struct SettingsField {
    const char* key;
    Type Settings::*member;
};
template <typename Type> SettingsField(const char*, Type Settings::*) -> SettingsField<Type>;

/// The one list that storing, reading and resetting go by.
inline constexpr auto settingsFields = std::tuple{
    SettingsField{"interface/language", &Settings::language},
    SettingsField{"interface/theme", &Settings::theme},
    SettingsField{"interface/start_page", &Settings::startPage},
    SettingsField{"interface/asks_before_cancel", &Settings::asksBeforeCancel},
    SettingsField{"interface/notifies_at_end", &Settings::notifiesAtEnd},
    SettingsField{"measurement/in_process", &Settings::runsInProcess},
    SettingsField{"measurement/cooldown_s", &Settings::cooldown_s},
    SettingsField{"measurement/cool_to_c", &Settings::coolTo_c},
    SettingsField{"measurement/peer_python", &Settings::peerPython},
    SettingsField{"measurement/cache_limit_gib", &Settings::cacheLimit_GiB},
    SettingsField{"measurement/tries_larger", &Settings::triesLarger},
    SettingsField{"charts/palette", &Settings::palette},
    SettingsField{"charts/hatch", &Settings::hasHatch},
    SettingsField{"charts/value_labels", &Settings::hasValueLabels},
    SettingsField{"charts/legend", &Settings::hasLegend},
    SettingsField{"charts/logarithmic", &Settings::isLogarithmic},
    SettingsField{"charts/per_image", &Settings::isPerImage},
    SettingsField{"charts/metric", &Settings::metric},
    SettingsField{"charts/error_bars", &Settings::errorBars},
    SettingsField{"advice/latency_limit_ms", &Settings::latencyLimit_ms},
    SettingsField{"advice/memory_limit_gib", &Settings::memoryLimit_GiB},
    SettingsField{"advice/inferences_per_process", &Settings::inferencesPerProcess},
    SettingsField{"advice/cache", &Settings::cacheState},
    SettingsField{"pictures/format", &Settings::pictureFormat},
    SettingsField{"pictures/width", &Settings::pictureWidth},
    SettingsField{"pictures/height", &Settings::pictureHeight},
    SettingsField{"pictures/scale", &Settings::pictureScale},
    SettingsField{"pictures/theme", &Settings::pictureTheme},
    SettingsField{"pictures/language", &Settings::pictureLanguage},
    SettingsField{"pictures/footer", &Settings::pictureHasFooter},
    SettingsField{"pictures/transparent", &Settings::pictureIsTransparent},
    SettingsField{"pictures/folder", &Settings::exportFolder},
    SettingsField{"setup/models", &Settings::models},
    SettingsField{"setup/devices", &Settings::devices},
    SettingsField{"setup/batches", &Settings::batches},
    SettingsField{"setup/engines", &Settings::engines},
    SettingsField{"setup/modes", &Settings::modes},
    SettingsField{"setup/data_types", &Settings::dataTypes},
    SettingsField{"setup/freeze", &Settings::freeze},
    SettingsField{"setup/layout", &Settings::layout},
    SettingsField{"setup/attention", &Settings::attention},
    SettingsField{"setup/allocator", &Settings::allocator},
    SettingsField{"setup/cuda_choices", &Settings::cudaChoices},
    SettingsField{"setup/preset", &Settings::preset},
    SettingsField{"setup/order", &Settings::order},
    SettingsField{"setup/runs", &Settings::runs},
    SettingsField{"setup/max_time_s", &Settings::maxTime_s},
    SettingsField{"setup/image", &Settings::image},
    SettingsField{"setup/allows_download", &Settings::allowsDownload},
    SettingsField{"window/geometry", &Settings::geometry},
    SettingsField{"window/state", &Settings::windowState},
    SettingsField{"window/benchmark_splitter", &Settings::benchmarkSplitter},
    SettingsField{"window/results_splitter", &Settings::resultsSplitter},
    SettingsField{"window/result_columns", &Settings::resultColumns},
    SettingsField{"window/last_page", &Settings::lastPage},
    SettingsField{"window/recent_files", &Settings::recentFiles},
};

core::DecisionInputs decisionInputs(const Settings& settings);

} // namespace inferometer::ui

template <> struct inferometer::core::Words<inferometer::ui::StartPage> {
    static constexpr std::array all{
        Word<ui::StartPage>{ui::StartPage::Benchmark, "benchmark"},
        Word<ui::StartPage>{ui::StartPage::Results, "results"},
        Word<ui::StartPage>{ui::StartPage::History, "history"},
        Word<ui::StartPage>{ui::StartPage::Last, "last"},
    };
};

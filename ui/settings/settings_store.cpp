// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_store.h"

#include <QSettings>
#include <QStandardPaths>

namespace inferometer::ui {

namespace {

template <typename Type> QVariant toVariant(const Type& value)
{
    if constexpr (std::is_enum_v<Type>) {
        const auto word = core::toWord(value);
        return QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
    } else {
        return QVariant::fromValue(value);
    }
}

template <typename Type> Type fromVariant(const QVariant& stored, const Type& otherwise)
{
    if (!stored.isValid())
        return otherwise;
    if constexpr (std::is_enum_v<Type>) {
        return core::fromWord<Type>(stored.toString().toStdString()).value_or(otherwise);
    } else if constexpr (std::is_same_v<Type, QStringList>) {
        return stored.toStringList();
    } else {
        QVariant value = stored;
        return value.convert(QMetaType::fromType<Type>()) ? value.value<Type>() : otherwise;
    }
}

template <typename Visit> void forEachField(Visit visit)
{
    std::apply([&](const auto&... fields) { (visit(fields), ...); }, settingsFields);
}

/// Whether a key says where things stood: the window's place, the last page, recent files.
bool isPlace(const QString& key)
{
    return key.startsWith(QLatin1String("window/"));
}

QString userFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + QStringLiteral("/inferometer/inferometer.ini");
}

} // namespace

core::DecisionInputs decisionInputs(const Settings& settings)
{
    constexpr double gibibyte = 1u << 30;
    core::DecisionInputs inputs;
    if (settings.latencyLimit_ms > 0)
        inputs.latencyLimit_s = settings.latencyLimit_ms / 1e3;
    if (settings.memoryLimit_GiB > 0)
        inputs.memoryLimit_bytes = static_cast<std::uint64_t>(settings.memoryLimit_GiB * gibibyte);
    if (settings.inferencesPerProcess > 0)
        inputs.inferencesPerProcess = settings.inferencesPerProcess;
    inputs.cache = settings.cacheState;
    return inputs;
}

SettingsStore::SettingsStore(const QString& path, QObject* parent)
    : QObject(parent)
    , m_path(path.isEmpty() ? userFile() : path)
{
    read();
}

void SettingsStore::read()
{
    const QSettings file(m_path, QSettings::IniFormat);
    forEachField([&](const auto& field) {
        auto& value = m_settings.*field.member;
        value = fromVariant(file.value(QString::fromLatin1(field.key)), value);
    });
}

void SettingsStore::set(Settings settings)
{
    if (settings == m_settings)
        return;
    QSettings file(m_path, QSettings::IniFormat);
    bool isTold = false;
    forEachField([&](const auto& field) {
        if (settings.*field.member == m_settings.*field.member)
            return;
        const QString key = QString::fromLatin1(field.key);
        file.setValue(key, toVariant(settings.*field.member));
        isTold = isTold || !isPlace(key);
    });
    m_settings = std::move(settings);
    if (isTold)
        emit changed();
}

void SettingsStore::reset()
{
    change([](Settings& settings) {
        const Settings old = std::exchange(settings, Settings());
        forEachField([&](const auto& field) {
            const QString key = QString::fromLatin1(field.key);
            if (isPlace(key) || key.startsWith(QLatin1String("setup/")))
                settings.*field.member = old.*field.member;
        });
    });
}

} // namespace inferometer::ui

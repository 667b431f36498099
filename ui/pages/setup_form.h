// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/machine.h"
#include "ui/settings/settings_store.h"
#include "ui/widgets/page.h"

#include <vector>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QSpinBox;
class QToolButton;
class QVBoxLayout;

namespace inferometer::ui {

class BatchEditor;
class ChoiceList;
class ImageBox;

/// How the chosen models are run: device, batch size, engine, compile mode, length of measuring, image. What
/// is chosen goes straight into the settings, which are the set-up.
class SetupForm : public Page {
    Q_OBJECT

public:
    SetupForm(SettingsStore& store, const QString& sampleImage, QWidget* parent = nullptr);

    void setDevices(const std::vector<core::DeviceFacts>& devices);
    void refresh(); ///< from the settings

private:
    void onLanguageChanged() override;
    QVBoxLayout* addCard(std::function<QString()> title);
    void buildWhat();
    void buildHow();
    void buildLength();
    void buildDetails(QVBoxLayout* card);
    void buildCuda(QFormLayout* form);
    void buildImage(const QString& sampleImage);
    void addRow(QFormLayout* form, std::function<QString()> text, QWidget* field);
    void addHeading(const std::string& target);
    void showDevices();
    void updateAvailability();
    void store();
    void storeFromDetails(Settings& settings) const;

    SettingsStore& m_store;
    std::vector<core::DeviceFacts> m_facts;
    QVBoxLayout* m_layout;
    QVBoxLayout* m_deviceLayout = nullptr;
    QLabel* m_searching = nullptr;
    QList<QCheckBox*> m_devices;
    QList<QLabel*> m_headings; ///< of targets, between the devices
    BatchEditor* m_batches = nullptr;
    ChoiceList* m_dataTypes = nullptr;
    ChoiceList* m_engines = nullptr;
    ChoiceList* m_modes = nullptr;
    ChoiceList* m_presets = nullptr;
    QCheckBox* m_download = nullptr;
    QToolButton* m_detailsButton = nullptr;
    QWidget* m_details = nullptr;
    ChoiceList* m_cuda = nullptr;
    QComboBox* m_freeze = nullptr;
    QComboBox* m_memoryLayout = nullptr;
    QComboBox* m_attention = nullptr;
    QComboBox* m_allocator = nullptr;
    QComboBox* m_order = nullptr;
    QSpinBox* m_runs = nullptr;
    QDoubleSpinBox* m_maxTime = nullptr;
    QDoubleSpinBox* m_cooldown = nullptr;
    QDoubleSpinBox* m_coolTo = nullptr;
    ImageBox* m_image = nullptr;
    bool m_isRefreshing = false;
};

} // namespace inferometer::ui

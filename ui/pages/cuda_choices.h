// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/machine.h"
#include "ui/settings/settings.h"

#include <vector>

namespace inferometer::ui {

class ChoiceList;

/// Choices that only a CUDA device knows; each is a condition of its own, recorded with the rows.
ChoiceList* makeCudaChoices();

/// Disables, with its reason, what the chosen devices cannot do.
void showWhatDevicesLack(
    ChoiceList& choices, const Settings& settings, const std::vector<core::DeviceFacts>& devices);

} // namespace inferometer::ui

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/cuda_choices.h"

#include "ui/pages/choice_list.h"
#include "ui/pages/setup_state.h"
#include "ui/text/tr.h"

namespace inferometer::ui {

ChoiceList* makeCudaChoices()
{
    const auto none = [] { return QString(); };
    return new ChoiceList(ChoiceList::Kind::Several,
        {{QStringLiteral("tf32-matmul"), [] { return Tr::tr("TF32 for matrix products"); }, none},
            {QStringLiteral("tf32-conv"), [] { return Tr::tr("TF32 for convolutions"); }, none},
            {QStringLiteral("cudnn-benchmark"), [] { return Tr::tr("cuDNN tries its algorithms"); }, none},
            {QStringLiteral("static-inputs"), [] { return Tr::tr("CUDA graphs without copying inputs"); },
                none},
            {QStringLiteral("cuda-graph"), [] { return Tr::tr("Uncompiled model as a CUDA graph as well"); },
                none},
            {QStringLiteral("parallel-devices"), [] { return Tr::tr("GPUs of one machine side by side"); },
                [] {
                    return Tr::tr("They share the processors that launch their work: compare such rows with "
                                  "each other only.");
                }}});
}

void showWhatDevicesLack(
    ChoiceList& choices, const Settings& settings, const std::vector<core::DeviceFacts>& devices)
{
    const auto noTf32 = whyNoTf32(settings, devices);
    choices.setUnavailable(QStringLiteral("tf32-matmul"), noTf32);
    choices.setUnavailable(QStringLiteral("tf32-conv"), noTf32);
    choices.setUnavailable(QStringLiteral("parallel-devices"),
        hasGpu(settings) && !hasSeveralGpus(settings) ? Tr::tr("Only one GPU of a machine is chosen.")
                                                      : QString());
}

} // namespace inferometer::ui

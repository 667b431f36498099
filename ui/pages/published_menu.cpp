// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/published_menu.h"

#include "core/study/reference.h"
#include "ui/charts/table_chart.h"
#include "ui/text/tr.h"

#include <QMenu>

namespace inferometer::ui {

void addPublishedTables(
    QMenu& menu, const Backend& backend, const std::function<void(const core::StudyTable&)>& chosen)
{
    const auto published = backend.publishedTables();
    if (!published)
        return;
    for (const auto& series : *published) {
        for (const auto& device : devicesOf(series)) {
            auto part = core::ofDevice(series, device);
            auto* action = menu.addAction(Tr::tr("Guide: %1").arg(QString::fromStdString(part.label)));
            QObject::connect(
                action, &QAction::triggered, action, [chosen, part = std::move(part)] { chosen(part); });
        }
    }
}

} // namespace inferometer::ui

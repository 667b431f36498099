// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/run/backend.h"
#include "ui/run/run_events.h"

#include <QObject>

#include <functional>
#include <memory>

namespace inferometer::ui {

/// Drives runs on its own thread, one after the other. Everything it reports is a value in the mailbox.
class RunWorker : public QObject {
    Q_OBJECT

public:
    RunWorker(Backend& backend, RunMailbox& mailbox);

    void run(const core::Plan& plan, const std::filesystem::path& resume, const core::StopTokens& stop);

    void download(const std::vector<std::string>& models, const std::stop_token& stop);

signals:
    void newsCame(); ///< at most once until the mailbox is emptied
    void ended(std::shared_ptr<const core::Result<core::RunEnd>> end);
    void downloaded(std::shared_ptr<const core::Result<void>> result);

private:
    Backend& m_backend;
    RunMailbox& m_mailbox;
};

} // namespace inferometer::ui

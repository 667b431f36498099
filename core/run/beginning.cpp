// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/beginning.h"

#include "core/base/utc.h"
#include "core/plan/selection.h"
#include "core/run/downloads.h"
#include "core/run/local_facts.h"
#include "core/run/user_files.h"
#include "core/store/history.h"
#include "core/store/run_reader.h"
#include "core/store/run_writer.h"

namespace inferometer::core {

namespace fs = std::filesystem;

namespace {

Result<Beginning> resumed(const RunOrder& order)
{
    auto file = readRun(order.resume);
    if (!file)
        return file.error();
    Beginning beginning{
        std::move(file->run), std::move(file->openAttempts), file->intactBytes, order.resume, true};
    addLocalFacts(order.resume, beginning.run.plan);
    if (lacksPython(beginning.run.plan))
        return Error{ErrorCode::UsageInvalid, Note{"run-python-nowhere", {order.resume.filename().string()}}};
    return beginning;
}

Beginning fresh(const RunOrder& order, const RunServices& services)
{
    Beginning beginning;
    auto& run = beginning.run;
    run.id = newRunId();
    run.created_utc = utcNow();
    run.plan = order.plan;
    run.label = order.plan.label;
    const auto extended =
        catalogOf(run.plan, order.catalog); // what is wrong with it is said when models are checked
    const auto& catalog = extended ? *extended : order.catalog;
    for (const auto& visit : run.plan.visits) {
        if (const auto* model = catalog.findByName(visit.workload.model))
            run.models[model->name] = ModelFacts{model->label, model->hubId, model->task};
    }
    beginning.file = order.file.empty() ? runPath(services.paths.history, run.id) : order.file;
    return beginning;
}

Result<RunWriter> openWriter(const RunOrder& order, const Beginning& beginning)
{
    if (order.toStandardOutput)
        return RunWriter::toStream(1);
    return beginning.isResumed ? RunWriter::reopen(beginning.file, beginning.intactBytes)
                               : RunWriter::create(beginning.file);
}

} // namespace

Result<Beginning> beginRun(const RunOrder& order, const RunServices& services)
{
    return order.resume.empty() ? Result<Beginning>(fresh(order, services)) : resumed(order);
}

Result<Journal> openJournal(const RunOrder& order, const RunServices& services, Loop& loop,
    SweepObserver& observer, const StopTokens& stop, const Beginning& beginning)
{
    auto writer = openWriter(order, beginning);
    if (!writer)
        return writer.error();
    Journal journal(*std::move(writer), services, loop, stop.now,
        [&observer](const Note& note) { observer.noted(note); });
    if (!beginning.isResumed) {
        if (const auto written = journal.write(headerLine(beginning.run)); !written) {
            std::error_code ignored;
            fs::remove(journal.file(), ignored); // a file without a header is no run
            return written.error();
        }
    }
    if (!order.toStandardOutput) {
        if (const auto written = writeLocalFacts(journal.file(), beginning.run.plan); !written)
            return written.error();
    }
    return journal;
}

void fetchUnknownModels(const Catalog& catalog, const RunServices& services, Loop& loop,
    SweepObserver& observer, const std::stop_token& stop, RunRecord& run)
{
    for (auto& model : run.plan.models) {
        const auto facts = run.models.find(model.name);
        const auto* known = catalog.findByName(model.name);
        const bool isUnknown = model.source.kind == ModelKind::Hub && model.task == Task::Other;
        if (!run.plan.allowDownload || !isUnknown || !known || facts == run.models.end())
            continue;
        Progress progress;
        progress.visits = static_cast<int>(run.plan.visits.size());
        progress.step = "download";
        progress.workload.model = model.name;
        const auto onModel = [&](int) { observer.progressed(progress); };
        (void)downloadWeights({known}, services, loop, onModel, stop);
        model.task = taskOf(model.source, services.paths.hub).value_or(model.task);
        facts->second.task = model.task;
    }
}

RunEnd closeRun(RunRecord& run, Ending ending, Journal& journal)
{
    run.ending = ending;
    if (!journal.failure())
        (void)journal.write(closedLine(ending)); // a failure stands in the journal
    RunEnd end;
    end.file = journal.file();
    end.failure = journal.failure();
    end.run = std::make_shared<const RunRecord>(std::move(run));
    return end;
}

} // namespace inferometer::core

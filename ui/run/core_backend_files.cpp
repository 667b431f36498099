// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/note_codes.h"
#include "core/run/local_facts.h"
#include "core/store/history.h"
#include "core/store/run_writer.h"
#include "ui/run/core_backend.h"
#include "ui/run/history_index.h"

namespace inferometer::ui {

namespace {

core::Error storageError(
    std::string_view reason, const std::filesystem::path& path, const std::error_code& error)
{
    return {
        core::ErrorCode::StorageFailed, core::Note{std::string(reason), {path.string(), error.message()}}};
}

} // namespace

std::vector<RunSummary> CoreBackend::history() const
{
    return readHistory(m_services.paths.history, m_services.paths.cache / "history-index.json");
}

core::Result<core::RunFile> CoreBackend::read(const std::filesystem::path& file) const
{
    auto read = core::readRun(file);
    if (read)
        core::addLocalFacts(file, read->run.plan); // for running a part of it again
    return read;
}

core::Result<void> CoreBackend::relabel(
    const std::filesystem::path& file, const std::string& label, const std::string& note) const
{
    return core::relabelRun(file, label, note);
}

core::Result<std::filesystem::path> CoreBackend::remove(const std::filesystem::path& file) const
{
    // Not the desktop's waste basket, which a headless machine does not have: a folder beside the runs, so
    // that the move is a rename and can always be undone.
    const auto folder = m_services.paths.history / "removed";
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        return storageError(core::codes::fileNotCreated, folder, error);
    const auto target = folder / file.filename();
    std::filesystem::rename(file, target, error);
    if (error)
        return storageError(core::codes::fileNotRemoved, file, error);
    return target;
}

core::Result<void> CoreBackend::restore(
    const std::filesystem::path& removed, const std::filesystem::path& file) const
{
    std::error_code error;
    std::filesystem::rename(removed, file, error);
    if (error)
        return storageError(core::codes::fileNotRestored, file, error);
    return {};
}

core::Result<void> CoreBackend::clearCache() const
{
    auto cache = core::ArtifactCache::open(m_services.paths.cache, m_services.cacheLimit_bytes);
    if (!cache)
        return cache.error();
    const auto pruned = cache->prune(0);
    return pruned ? core::Result<void>() : core::Result<void>(pruned.error());
}

double CoreBackend::cacheSize_bytes() const
{
    const auto cache = core::ArtifactCache::open(m_services.paths.cache);
    double sum = 0;
    if (cache) {
        for (const auto& entry : cache->usage())
            sum += static_cast<double>(entry.bytes);
    }
    return sum;
}

} // namespace inferometer::ui

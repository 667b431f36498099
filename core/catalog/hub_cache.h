// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace inferometer::core {

/// A model's files in the Hugging Face cache.
struct HubSnapshot {
    std::filesystem::path folder;
    std::string commit; ///< 40 hexadecimal digits
    std::uint64_t bytes = 0;
};

/// Looks into the Hugging Face cache, which belongs to other programs, and changes nothing there. The layout
/// is documented in huggingface/hub-docs, "local-cache": models--ORG--NAME/refs/REVISION holds the commit
/// whose files are in snapshots/COMMIT. A snapshot without config.json or without safetensors is none.
std::optional<HubSnapshot> findSnapshot(
    const std::filesystem::path& hub, std::string_view hubId, std::string_view revision = "main");

/// Whether all the weights that are there are pickled. Those can run code and are never read.
bool holdsOnlyPickles(const std::filesystem::path& hub, std::string_view hubId);

} // namespace inferometer::core

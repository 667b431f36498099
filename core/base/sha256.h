// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace inferometer::core {

/// SHA-256 of data that arrives in pieces.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    void add(std::string_view data);
    /// 64 hexadecimal digits. Ends the calculation.
    std::string finish();

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

std::string sha256(std::string_view data);
/// Told how many bytes were read once more; false ends the reading, which is then cancelled.
using OnPiece = std::function<bool(std::size_t)>;
Result<std::string> sha256OfFile(const std::filesystem::path& path, const OnPiece& onPiece = {});

} // namespace inferometer::core

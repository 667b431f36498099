// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Numbers as text that no locale can change: files, protocol and command line use nothing else.
namespace inferometer::core {

/// The shortest text that reads back as the same number; "nan", "inf" and "-inf" for what is none.
std::string exactText(double value);
/// A fixed number of decimals, for tables.
std::string fixedText(double value, int decimals);
/// The whole text must be a number.
std::optional<double> doubleFrom(std::string_view text);
std::optional<std::int64_t> integerFrom(std::string_view text);
/// "4G", "512M", "1.5GiB", "300": bytes, in powers of 1024.
std::optional<std::uint64_t> bytesFrom(std::string_view text);
/// "1.5 GiB"
std::string bytesText(std::uint64_t bytes);

} // namespace inferometer::core

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/failure.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What a Python peer answers, apart from the process that says it. Its type tells a reply among other
/// messages.
namespace inferometer::engine {

struct LoadedReply {
    static constexpr std::string_view type = "loaded";
    double seconds = 0;
    std::map<std::string, std::string> versions; ///< of its environment; empty value: it has none
};
struct FirstRunReply {
    static constexpr std::string_view type = "first_run";
    double seconds = 0;
    std::map<std::string, double> counters;
    std::vector<core::Note> notes; ///< of its compiler
};
struct OutputsReply {
    static constexpr std::string_view type = "outputs";
    bool isUnchanged = true;
};
struct MemoryReply {
    static constexpr std::string_view type = "memory";
    std::optional<std::uint64_t> peakBytes;
};
struct BusyReply {
    static constexpr std::string_view type = "busy";
    std::optional<double> busy_s;
};
struct BlockReply {
    static constexpr std::string_view type = "block";
    std::vector<double> samples_s;
    std::vector<double> device_s;
    std::vector<double> warmup_s;
    long minorFaults = 0;
};
struct CountersReply {
    static constexpr std::string_view type = "counters";
    std::map<std::string, double> values;
};

/// The reply in a line, or why there is none. Nothing where the line is another message: the reply may
/// follow.
template <typename Reply> std::optional<Attempt<Reply>> replyIn(const std::string& line);

} // namespace inferometer::engine

// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/json.h"

namespace inferometer::core {

Result<Json> parseJson(std::string_view text, ErrorCode whenInvalid, const JsonLimits& limits)
{
    if (text.size() > limits.bytes)
        return Error{whenInvalid, "The JSON text is longer than " + std::to_string(limits.bytes) + " bytes."};

    std::size_t values = 0;
    const auto check = [&](int depth, Json::parse_event_t event, Json&) {
        if (depth > limits.depth)
            throw JsonError("it is nested too deeply");
        const auto isEnd =
            event == Json::parse_event_t::object_end || event == Json::parse_event_t::array_end;
        if (!isEnd && ++values > limits.values)
            throw JsonError("it has too many values");
        return true;
    };
    try {
        return Json::parse(text, check);
    } catch (const std::exception& error) {
        return Error{whenInvalid, std::string("The text is not valid JSON: ") + error.what() + "."};
    }
}

std::string toLine(const Json& json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace inferometer::core

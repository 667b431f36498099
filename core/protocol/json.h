// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/words.h"
#include "core/measure/policy.h"
#include "core/plan/outcome.h"
#include "core/plan/workload.h"
#include "core/protocol/runner_messages.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <concepts>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

/// How values of the core stand in JSON: private to the core's sources and to the engine, never part of a
/// public header. A struct lists its keys and members once, in `Fields`; reading and writing both follow that
/// list. Absent is "not said": the member keeps its default; null is the same, except for an optional, which
/// it empties.
namespace inferometer::core {

using Json = nlohmann::json;

/// Limits of a text that somebody else wrote.
struct JsonLimits {
    std::size_t bytes = maxLineBytes;
    int depth = 32;
    std::size_t values = 1'000'000;
};

/// Thrown by the readers below with one sentence; `fromJson` and `parseJson` turn it into an Error.
class JsonError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Parses text of a limited size, depth and number of values; invalid UTF-8 is refused.
Result<Json> parseJson(
    std::string_view text, ErrorCode whenInvalid = ErrorCode::ProtocolError, const JsonLimits& limits = {});

/// One line without newline; bytes that are no UTF-8 are replaced.
std::string toLine(const Json& json);

/// The list of a struct's keys and members, specialised per struct: `static constexpr auto all =
/// std::tuple{Field{"mode", &Variant::mode}, ...}` and `static constexpr std::string_view name`.
template <typename T> struct Fields;

enum class Presence { Optional, Required };

template <typename T, typename Member> struct Field {
    const char* key;
    Member T::*member;
    Presence presence = Presence::Optional;

    constexpr Field(const char* fieldKey, Member T::*fieldMember, Presence fieldPresence = Presence::Optional)
        : key(fieldKey)
        , member(fieldMember)
        , presence(fieldPresence)
    {
    }
};

template <typename T>
concept HasFields = requires
{
    Fields<T>::all;
};
template <typename T>
concept HasWords = requires
{
    Words<T>::all;
};

template <typename T> void readJson(const Json& json, T& value);
template <typename T> Json writeJson(const T& value);

namespace detail {
template <typename T> struct IsOptional : std::false_type {
};
template <typename T> struct IsOptional<std::optional<T>> : std::true_type {
};
template <typename T> struct IsVector : std::false_type {
};
template <typename T> struct IsVector<std::vector<T>> : std::true_type {
};
template <typename T> struct IsMap : std::false_type {
};
template <typename T> struct IsMap<std::map<std::string, T>> : std::true_type {
};

template <typename T> T readInteger(const Json& json)
{
    if (json.is_number_unsigned()) {
        const auto number = json.get<std::uint64_t>();
        if (std::in_range<T>(number))
            return static_cast<T>(number);
    } else if (json.is_number_integer()) {
        const auto number = json.get<std::int64_t>();
        if (std::in_range<T>(number))
            return static_cast<T>(number);
    }
    throw JsonError("is not a whole number of the right size");
}

template <typename T, typename FieldType> void readField(const Json& json, T& value, const FieldType& field)
{
    using Member = std::remove_cvref_t<decltype(value.*(field.member))>;
    const auto found = json.find(field.key);
    if (found == json.end() || found->is_null()) {
        if (field.presence == Presence::Required)
            throw JsonError(std::string("'") + field.key + "' is missing");
        if constexpr (IsOptional<Member>::value) {
            if (found != json.end())
                (value.*(field.member)).reset();
        }
        return;
    }
    try {
        readJson(*found, value.*(field.member));
    } catch (const JsonError& error) {
        throw JsonError(std::string("'") + field.key + "' " + error.what());
    }
}

template <typename T, typename FieldType> void writeField(Json& json, const T& value, const FieldType& field)
{
    using Member = std::remove_cvref_t<decltype(value.*(field.member))>;
    if constexpr (IsOptional<Member>::value) {
        // Null says "nothing" where leaving it out would mean a default.
        if (!(value.*(field.member))) {
            if (T{}.*(field.member))
                json[field.key] = nullptr;
            return;
        }
    } else if constexpr (std::same_as<Member, Note>) {
        if ((value.*(field.member)).code.empty())
            return;
    }
    json[field.key] = writeJson(value.*(field.member));
}
} // namespace detail

/// Reads a value or throws JsonError. A null where a plain number stands in a list means "not a number".
template <typename T> void readJson(const Json& json, T& value)
{
    if constexpr (detail::IsOptional<T>::value) {
        readJson(json, value.emplace());
    } else if constexpr (std::same_as<T, bool>) {
        if (!json.is_boolean())
            throw JsonError("is not true or false");
        value = json.get<bool>();
    } else if constexpr (std::integral<T>) {
        value = detail::readInteger<T>(json);
    } else if constexpr (std::floating_point<T>) {
        if (json.is_null())
            value = std::numeric_limits<T>::quiet_NaN();
        else if (json.is_number())
            value = json.get<T>();
        else
            throw JsonError("is not a number");
    } else if constexpr (std::same_as<T, std::string>) {
        if (!json.is_string())
            throw JsonError("is not text");
        value = json.get<std::string>();
    } else if constexpr (std::same_as<T, Device>) {
        const auto device =
            json.is_string() ? deviceFromText(json.get_ref<const std::string&>()) : std::nullopt;
        if (!device)
            throw JsonError("is not a device");
        value = *device;
    } else if constexpr (HasWords<T>) {
        const auto word = json.is_string() ? fromWord<T>(json.get_ref<const std::string&>()) : std::nullopt;
        if (!word)
            throw JsonError("is none of the known words");
        value = *word;
    } else if constexpr (detail::IsVector<T>::value) {
        if (!json.is_array())
            throw JsonError("is not a list");
        value.clear();
        value.reserve(json.size());
        for (const auto& element : json) {
            typename T::value_type item{};
            readJson(element, item);
            value.push_back(std::move(item));
        }
    } else if constexpr (detail::IsMap<T>::value) {
        if (!json.is_object())
            throw JsonError("is not an object");
        value.clear();
        for (const auto& [key, element] : json.items())
            readJson(element, value[key]);
    } else if constexpr (std::same_as<T, Json>) {
        value = json;
    } else {
        static_assert(HasFields<T>, "specialise Fields for this struct");
        if constexpr (std::same_as<T, Note>) {
            if (json.is_string()) { // a code alone, as older files have it
                value = {json.get<std::string>(), {}};
                return;
            }
        }
        if (!json.is_object())
            throw JsonError("is not an object");
        std::apply(
            [&](const auto&... field) { (detail::readField(json, value, field), ...); }, Fields<T>::all);
    }
}

template <typename T> Json writeJson(const T& value)
{
    if constexpr (detail::IsOptional<T>::value) {
        return value ? writeJson(*value) : Json();
    } else if constexpr (std::floating_point<T>) {
        return std::isfinite(value) ? Json(value) : Json();
    } else if constexpr (std::same_as<T, Device>) {
        return toText(value);
    } else if constexpr (HasWords<T>) {
        return std::string(toWord(value));
    } else if constexpr (detail::IsVector<T>::value) {
        Json list = Json::array();
        for (const auto& element : value)
            list.push_back(writeJson(element));
        return list;
    } else if constexpr (detail::IsMap<T>::value) {
        Json object = Json::object();
        for (const auto& [key, element] : value)
            object[key] = writeJson(element);
        return object;
    } else if constexpr (HasFields<T>) {
        Json object = Json::object();
        std::apply(
            [&](const auto&... field) { (detail::writeField(object, value, field), ...); }, Fields<T>::all);
        return object;
    } else {
        return Json(value);
    }
}

/// The checked way to a value: never throws.
template <typename T>
Result<T> fromJson(
    const Json& json, ErrorCode whenInvalid = ErrorCode::ProtocolError, std::string_view what = "message")
{
    try {
        T value{};
        readJson(json, value);
        return value;
    } catch (const std::exception& error) {
        return Error{whenInvalid, "The " + std::string(what) + " is not valid: " + error.what() + "."};
    }
}

} // namespace inferometer::core

#include "core/protocol/fields.h"

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
/// list. Absent is "not said": the member keeps its default; null is the same, except for an optional, which it
/// empties.
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
    Member T::* member;
    Presence presence = Presence::Optional;

    constexpr Field(const char* fieldKey, Member T::* fieldMember, Presence fieldPresence = Presence::Optional)
        : key(fieldKey)
        , member(fieldMember)
        , presence(fieldPresence)
    {
    }
};

template <typename T>
concept HasFields = requires { Fields<T>::all; };
template <typename T>
concept HasWords = requires { Words<T>::all; };

template <typename T> void readJson(const Json& json, T& value);
template <typename T> Json writeJson(const T& value);

namespace detail {
    template <typename T> struct IsOptional : std::false_type {};
    template <typename T> struct IsOptional<std::optional<T>> : std::true_type {};
    template <typename T> struct IsVector : std::false_type {};
    template <typename T> struct IsVector<std::vector<T>> : std::true_type {};
    template <typename T> struct IsMap : std::false_type {};
    template <typename T> struct IsMap<std::map<std::string, T>> : std::true_type {};

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
        const auto device = json.is_string() ? deviceFromText(json.get_ref<const std::string&>()) : std::nullopt;
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
        if (!json.is_object())
            throw JsonError("is not an object");
        std::apply([&](const auto&... field) { (detail::readField(json, value, field), ...); }, Fields<T>::all);
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
        std::apply([&](const auto&... field) { (detail::writeField(object, value, field), ...); }, Fields<T>::all);
        return object;
    } else {
        return Json(value);
    }
}

/// The checked way to a value: never throws.
template <typename T>
Result<T> fromJson(const Json& json, ErrorCode whenInvalid = ErrorCode::ProtocolError, std::string_view what = "message")
{
    try {
        T value{};
        readJson(json, value);
        return value;
    } catch (const std::exception& error) {
        return Error{whenInvalid, "The " + std::string(what) + " is not valid: " + error.what() + "."};
    }
}

template <> struct Fields<Note> {
    static constexpr auto all = std::tuple{
        Field{"code", &Note::code, Presence::Required},
        Field{"args", &Note::args},
    };
};

template <> struct Fields<Workload> {
    static constexpr auto all = std::tuple{
        Field{"model", &Workload::model, Presence::Required},
        Field{"device", &Workload::device, Presence::Required},
        Field{"batch", &Workload::batch, Presence::Required},
        Field{"dtype", &Workload::dtype, Presence::Required},
    };
};

template <> struct Fields<Variant> {
    static constexpr auto all = std::tuple{
        Field{"engine", &Variant::engine, Presence::Required},
        Field{"mode", &Variant::mode, Presence::Required},
        Field{"frozen", &Variant::frozen},
        Field{"layout", &Variant::layout},
    };
};

template <> struct Fields<Visit> {
    static constexpr auto all = std::tuple{
        Field{"id", &Visit::id, Presence::Required},
        Field{"workload", &Visit::workload, Presence::Required},
        Field{"variants", &Visit::variants, Presence::Required},
    };
};

template <> struct Fields<Policy> {
    static constexpr auto all = std::tuple{
        Field{"preset", &Policy::preset, Presence::Required},
        Field{"order", &Policy::order},
        Field{"exact_samples", &Policy::exactSamples},
        Field{"min_samples", &Policy::minSamples},
        Field{"min_rounds", &Policy::minRounds},
        Field{"min_time_s", &Policy::minTime_s},
        Field{"max_time_s", &Policy::maxTime_s},
        Field{"target_half_width_percent", &Policy::targetHalfWidth_percent},
        Field{"min_block", &Policy::minBlock},
        Field{"warmup", &Policy::warmup},
        Field{"max_warmup_s", &Policy::maxWarmup_s},
        Field{"cooldown_s", &Policy::cooldown_s},
        Field{"seed", &Policy::seed},
    };
};

template <> struct Fields<VariantJob> {
    static constexpr auto all = std::tuple{
        Field{"variant", &VariantJob::variant, Presence::Required},
        Field{"package_folder", &VariantJob::packageFolder},
        Field{"inductor_cache", &VariantJob::inductorCache},
    };
};

template <> struct Fields<PeerSetup> {
    static constexpr auto all = std::tuple{
        Field{"python", &PeerSetup::python, Presence::Required},
        Field{"worker_folder", &PeerSetup::workerFolder, Presence::Required},
        Field{"model_entry", &PeerSetup::modelEntry},
        Field{"scratch_folder", &PeerSetup::scratchFolder},
    };
};

template <> struct Fields<CudaChoices> {
    static constexpr auto all = std::tuple{
        Field{"tf32_matmul", &CudaChoices::tf32Matmul},
        Field{"tf32_conv", &CudaChoices::tf32Conv},
        Field{"cudnn_benchmark", &CudaChoices::cudnnBenchmark},
        Field{"static_inputs", &CudaChoices::staticInputs},
    };
};

template <> struct Fields<VisitJob> {
    static constexpr auto all = std::tuple{
        Field{"job", &VisitJob::job, Presence::Required},
        Field{"workload", &VisitJob::workload, Presence::Required},
        Field{"attention", &VisitJob::attention},
        Field{"allocator", &VisitJob::allocator},
        Field{"threads", &VisitJob::threads, Presence::Required},
        Field{"memory_limit_bytes", &VisitJob::memoryLimit_bytes},
        Field{"policy", &VisitJob::policy, Presence::Required},
        Field{"weights_folder", &VisitJob::weightsFolder, Presence::Required},
        Field{"graph_folder", &VisitJob::graphFolder, Presence::Required},
        Field{"variants", &VisitJob::variants, Presence::Required},
        Field{"peer", &VisitJob::peer},
        Field{"compile_timeout_s", &VisitJob::compileTimeout_s},
        Field{"gated", &VisitJob::gated},
        Field{"cuda", &VisitJob::cuda},
    };
};

template <> struct Fields<HelloEvent> {
    static constexpr auto all = std::tuple{
        Field{"protocol", &HelloEvent::protocol, Presence::Required},
        Field{"versions", &HelloEvent::versions},
    };
};

template <> struct Fields<PhaseEvent> {
    static constexpr auto all = std::tuple{
        Field{"phase", &PhaseEvent::phase, Presence::Required},
        Field{"variant", &PhaseEvent::variant},
        Field{"expected_s", &PhaseEvent::expected_s},
    };
};

template <> struct Fields<RoundEvent> {
    static constexpr auto all = std::tuple{
        Field{"round", &RoundEvent::round, Presence::Required},
        Field{"progress", &RoundEvent::progress},
        Field{"mean_s", &RoundEvent::mean_s},
    };
};

template <> struct Fields<Verification> {
    static constexpr auto all = std::tuple{
        Field{"rule", &Verification::rule, Presence::Required},
        Field{"tolerance", &Verification::tolerance},
        Field{"max_abs_error", &Verification::maxAbsError},
        Field{"relative_error", &Verification::relativeError},
        Field{"passed", &Verification::isPassed, Presence::Required},
        Field{"reason", &Verification::reason},
    };
};

template <> struct Fields<RoundSamples> {
    static constexpr auto all = std::tuple{
        Field{"round", &RoundSamples::round, Presence::Required},
        Field{"samples_s", &RoundSamples::samples_s, Presence::Required},
        Field{"device_s", &RoundSamples::device_s},
        Field{"opening_s", &RoundSamples::opening_s},
    };
};

template <> struct Fields<WarmUpRecord> {
    static constexpr auto all = std::tuple{
        Field{"count", &WarmUpRecord::count},
        Field{"duration_s", &WarmUpRecord::duration_s},
        Field{"trend_gone", &WarmUpRecord::isTrendGone},
    };
};

template <> struct Fields<VariantResult> {
    static constexpr auto all = std::tuple{
        Field{"variant", &VariantResult::variant, Presence::Required},
        Field{"outcome", &VariantResult::outcome, Presence::Required},
        Field{"reason", &VariantResult::reason},
        Field{"detail", &VariantResult::detail},
        Field{"rounds", &VariantResult::rounds},
        Field{"warm_up", &VariantResult::warmUp},
        Field{"load_s", &VariantResult::load_s},
        Field{"first_run_s", &VariantResult::firstRun_s},
        Field{"peak_bytes", &VariantResult::peak_bytes},
        Field{"minor_faults_per_run", &VariantResult::minorFaultsPerRun},
        Field{"before", &VariantResult::before},
        Field{"after", &VariantResult::after},
        Field{"counters", &VariantResult::counters},
        Field{"warnings", &VariantResult::warnings},
    };
};

template <> struct Fields<RunnerConditions> {
    static constexpr auto all = std::tuple{
        Field{"threads", &RunnerConditions::threads},
        Field{"affinity", &RunnerConditions::affinity},
        Field{"device_name", &RunnerConditions::deviceName},
        Field{"cpu_capability", &RunnerConditions::cpuCapability},
        Field{"allocator", &RunnerConditions::allocator},
        Field{"optimised", &RunnerConditions::isOptimised},
        Field{"sanitizers", &RunnerConditions::sanitizers},
        Field{"versions", &RunnerConditions::versions},
    };
};

template <> struct Fields<VisitResult> {
    static constexpr auto all = std::tuple{
        Field{"variants", &VisitResult::variants, Presence::Required},
        Field{"stopped_because", &VisitResult::stoppedBecause},
        Field{"not_reached", &VisitResult::notReached},
        Field{"measuring_s", &VisitResult::measuring_s},
        Field{"inside_share", &VisitResult::insideShare},
        Field{"conditions", &VisitResult::conditions},
        Field{"warnings", &VisitResult::warnings},
    };
};

template <> struct Fields<VisitFailure> {
    static constexpr auto all = std::tuple{
        Field{"outcome", &VisitFailure::outcome, Presence::Required},
        Field{"reason", &VisitFailure::reason},
        Field{"detail", &VisitFailure::detail},
        Field{"variant", &VisitFailure::variant},
    };
};

} // namespace inferometer::core

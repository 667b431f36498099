// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/protocol/failure_text.h"

#include <c10/util/Exception.h>

#include <new>
#include <type_traits>
#include <utility>

namespace inferometer::engine {

/// The code that the text of a Torch exception stands for: out of memory has no type of its own on a CPU.
inline core::ErrorCode codeOfText(const std::string& text)
{
    const auto outcome = core::outcomeOfText(text);
    return outcome == core::Outcome::OutOfMemory ? core::ErrorCode::OutOfMemory : core::ErrorCode::Internal;
}

/// Runs `call`; the one place where exceptions of Torch and its libraries end.
template <typename Call> auto guarded(Call&& call) -> core::Result<std::invoke_result_t<Call>>
{
    using core::Error;
    using core::ErrorCode;
    try {
        if constexpr (std::is_void_v<std::invoke_result_t<Call>>) {
            std::forward<Call>(call)();
            return {};
        } else {
            return std::forward<Call>(call)();
        }
    } catch (const c10::OutOfMemoryError& error) {
        return Error{ErrorCode::OutOfMemory, error.what_without_backtrace()};
    } catch (const c10::Error& error) {
        std::string text = error.what_without_backtrace();
        return Error{codeOfText(text), std::move(text)};
    } catch (const std::bad_alloc&) {
        return Error{ErrorCode::OutOfMemory, "std::bad_alloc"};
    } catch (const std::exception& error) {
        std::string text = error.what();
        return Error{codeOfText(text), std::move(text)};
    } catch (...) {
        return Error{ErrorCode::Internal, "An exception of an unknown type was thrown."};
    }
}

} // namespace inferometer::engine

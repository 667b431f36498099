// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <cassert>
#include <optional>
#include <utility>
#include <variant>

namespace inferometer::core {

/// Holds a T or the Error that prevented it. Never dropped unread.
template <typename T> class [[nodiscard]] Result {
public:
    Result(T value)
        : m_content(std::move(value))
    {
    }
    Result(Error error)
        : m_content(std::move(error))
    {
    }

    bool isOk() const { return std::holds_alternative<T>(m_content); }
    explicit operator bool() const { return isOk(); }

    const T& value() const&
    {
        assert(isOk());
        return std::get<T>(m_content);
    }
    T& value() &
    {
        assert(isOk());
        return std::get<T>(m_content);
    }
    T&& value() &&
    {
        assert(isOk());
        return std::get<T>(std::move(m_content));
    }
    const Error& error() const
    {
        assert(!isOk());
        return std::get<Error>(m_content);
    }

    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

private:
    std::variant<T, Error> m_content;
};

/// Success without a value, or an Error.
template <> class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error)
        : m_error(std::move(error))
    {
    }

    bool isOk() const { return !m_error; }
    explicit operator bool() const { return isOk(); }
    const Error& error() const
    {
        assert(!isOk());
        return *m_error;
    }

private:
    std::optional<Error> m_error;
};

} // namespace inferometer::core

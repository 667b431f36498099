// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/note.h"
#include "core/base/result.h"
#include "core/plan/outcome.h"
#include "core/protocol/reasons.h"

#include <cassert>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace inferometer::engine {

/// Why a variant or a visit cannot be measured: what becomes of its row.
struct Failure {
    core::Outcome outcome = core::Outcome::LoadFailed;
    core::Note reason;
    std::string detail; ///< first line of the real error, English
};

/// `detail` may be a whole text: its first line is kept.
Failure failure(core::Outcome outcome, const core::reasons::Reason& reason,
    std::vector<std::string> arguments = {}, std::string_view detail = {});

/// The failure that an error's code and text stand for; `otherwise` when they stand for nothing special.
Failure failureOf(const core::Error& error, core::Outcome otherwise, const core::reasons::Reason& reason,
    std::vector<std::string> arguments = {});

/// Holds a T or the Failure that prevented it.
template <typename T> class [[nodiscard]] Attempt {
public:
    Attempt(T value)
        : m_content(std::move(value))
    {
    }
    Attempt(Failure reason)
        : m_content(std::move(reason))
    {
    }

    explicit operator bool() const { return std::holds_alternative<T>(m_content); }
    T& operator*() & { return std::get<T>(m_content); }
    const T& operator*() const& { return std::get<T>(m_content); }
    T&& operator*() && { return std::get<T>(std::move(m_content)); }
    T* operator->() { return &std::get<T>(m_content); }
    const T* operator->() const { return &std::get<T>(m_content); }
    const Failure& failure() const { return std::get<Failure>(m_content); }

private:
    std::variant<T, Failure> m_content;
};

/// Success, or a Failure.
template <> class [[nodiscard]] Attempt<void> {
public:
    Attempt() = default;
    Attempt(Failure reason)
        : m_failure(std::move(reason))
    {
    }

    explicit operator bool() const { return !m_failure; }
    const Failure& failure() const
    {
        assert(m_failure);
        return *m_failure;
    }

private:
    std::optional<Failure> m_failure;
};

} // namespace inferometer::engine

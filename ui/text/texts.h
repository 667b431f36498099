// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

namespace inferometer::ui {

/// The texts of a widget that are set in code: set once now, and again whenever the language changes.
class Texts {
public:
    void bind(std::function<void()> set)
    {
        set();
        m_setters.push_back(std::move(set));
    }
    void apply() const
    {
        for (const auto& set : m_setters)
            set();
    }

private:
    std::vector<std::function<void()>> m_setters;
};

} // namespace inferometer::ui

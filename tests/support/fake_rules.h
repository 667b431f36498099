// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

/// The script of a fake child, from one environment variable: rules separated by ';', each a list of
/// "key=value" separated by ','. A rule applies where all its conditions fit; "times=N" lets it apply only so
/// often, counted over processes in the folder that INFEROMETER_FAKE_STATE names.
namespace inferometer::fakes {

using Facts = std::map<std::string, std::string>;

class Rules {
public:
    explicit Rules(const char* variable);

    /// The value of `key` in the first rule that fits; rules say their conditions by the keys of `facts`.
    std::optional<std::string> find(const std::string& key, const Facts& facts) const;
    double number(const std::string& key, double otherwise, const Facts& facts = {}) const;

private:
    std::vector<Facts> m_rules;
};

/// Adds a line to a file of the state folder, for tests that count what happened.
void record(const std::string& file, const std::string& line);

/// Ends this process in the way that a word names: segv, abort, ill, bus, terminate, exit3, stack, silent,
/// kill, hang, hang-deaf (ignores SIGTERM), stopped, fork (leaves three generations behind and hangs),
/// bad-alloc; or goes on: litter (leaves three generations behind).
void commit(const std::string& fault);

/// As every child of the application does: dies with its parent, and ends its group at the end of standard
/// input.
void dieWithParent();

} // namespace inferometer::fakes

# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A test whose servers are not installed is left out by hand only; the full tests fail without them."""

import pytest
import servers


@pytest.mark.parametrize(("value", "outcome"), [("", pytest.skip.Exception), ("1", pytest.fail.Exception)])
def test_what_is_not_installed_is_named(monkeypatch, value, outcome):
    monkeypatch.setenv("INFEROMETER_NEEDS_SERVERS", value)
    servers.require("sh")
    with pytest.raises(outcome, match="not installed: no-such-server"):
        servers.require("sh", "no-such-server")

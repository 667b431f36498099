# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prepares models for Inferometer: weights, graphs, references and compiled packages. Also the Python peer."""

# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the golden files of the statistics' tests beside this script. Needs numpy and scipy.

    python -m venv VENV && VENV/bin/pip install numpy scipy && VENV/bin/python tests/data/stats/make_goldens.py

The vectors behind summaries.f64 are not stored: this script and tests/core/stats/golden_vectors.h draw the same ones
from the same generator, bit for bit.
"""

import itertools
import math
import pathlib

import numpy as np
import scipy.stats

FOLDER = pathlib.Path(__file__).resolve().parent
MASK = (1 << 64) - 1
GOLDEN_RATIO = 0x9E3779B97F4A7C15
VECTORS = 10_000
BASES = [1e-5, 3e-4, 0.001, 0.02, 0.2, 1.5, 30.0]


class Lcg:
    """Knuth's 64-bit linear congruential generator."""

    def __init__(self, seed):
        self.state = seed & MASK

    def next(self):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & MASK
        return self.state

    def uniform(self):
        return (self.next() >> 11) * 2.0**-53


class SplitMix:
    """The product's generator (core/stats/random.h)."""

    def __init__(self, seed):
        self.state = seed & MASK

    def next(self):
        self.state = (self.state + GOLDEN_RATIO) & MASK
        mixed = self.state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & MASK
        return mixed ^ (mixed >> 31)

    def below(self, bound):
        return ((self.next() >> 32) * bound) >> 32

    def uniform(self):
        return (self.next() >> 11) * 2.0**-53


def value(shape, base, lcg):
    """One latency. Only + - * / and floor, so that every platform computes the same bits."""
    if shape == 0:
        return base * (1.0 + 0.1 * lcg.uniform())
    if shape == 1:
        total = lcg.uniform()
        for _ in range(3):
            total = total + lcg.uniform()
        return base * (1.0 + 0.02 * (total - 2.0))
    if shape == 2:
        u = lcg.uniform()
        return base * (1.0 + 0.05 * (u / (1.02 - u)))
    if shape == 3:
        return base * (1.0 + math.floor(8.0 * lcg.uniform()) / 64.0)
    mode = 1.0 if lcg.uniform() < 0.3 else 1.5
    return base * (mode + 0.01 * lcg.uniform())


def vector(index):
    lcg = Lcg(index * GOLDEN_RATIO + 1)
    longest = 1000 if index % 50 == 0 else 200
    count = 1 + (lcg.next() >> 33) % longest
    return [value(index % 5, BASES[index % 7], lcg) for _ in range(count)]


def write_summaries():
    rows = []
    for index in range(VECTORS):
        v = np.array(vector(index))
        q1, med, q3, p90, p95, p99 = np.percentile(v, [25, 50, 75, 90, 95, 99])
        sd = np.std(v, ddof=1) if v.size > 1 else math.nan
        mad = np.median(np.abs(v - np.median(v)))
        rows.append([v.size, v.mean(), sd, v.min(), v.max(), med, q1, q3, mad, q3 - q1, sd / v.mean(), p90, p95, p99])
    np.array(rows, dtype="<f8").tofile(FOLDER / "summaries.f64")


def numbers(*values):
    return " ".join(repr(float(v)) if not isinstance(v, int) else str(v) for v in values) + "\n"


def exact_p_with_ties(differences):
    """Over all signs, by brute force."""
    ranks = scipy.stats.rankdata(np.abs(differences))
    observed = ranks[differences > 0].sum()
    observed = min(observed, ranks.sum() - observed)
    every_sign = itertools.product((0, 1), repeat=len(ranks))
    sums = [sum(r for r, s in zip(ranks, signs, strict=False) if s) for signs in every_sign]
    tail = sum(1 for s in sums if s <= observed + 1e-9) / len(sums)
    return min(1.0, 2 * tail)


def write_signed_rank():
    """Lines: p, W+, n, then n differences."""
    random = np.random.default_rng(7)
    with open(FOLDER / "signed_rank.txt", "w") as file:
        for n in [*list(range(1, 51)), 60, 75, 100, 150, 300]:
            for shift in (0.0, 0.3, 0.8):
                d = random.normal(shift, 1, n)
                method = "exact" if n <= 50 else "asymptotic"
                result = scipy.stats.wilcoxon(d, zero_method="wilcox", correction=False, method=method)
                ranks = scipy.stats.rankdata(np.abs(d))
                file.write(numbers(result.pvalue, ranks[d > 0].sum(), n, *d))
        for n in (60, 90, 200):
            d = np.round(random.normal(0.2, 1, n), 1)
            nonzero = d[d != 0]
            result = scipy.stats.wilcoxon(d, zero_method="wilcox", correction=False, method="asymptotic")
            ranks = scipy.stats.rankdata(np.abs(nonzero))
            file.write(numbers(result.pvalue, ranks[nonzero > 0].sum(), n, *d))
        for n in (3, 5, 8, 10, 12, 14):
            for _ in range(4):
                d = random.integers(-3, 5, n).astype(float)
                d[d == 0] = 1.0
                ranks = scipy.stats.rankdata(np.abs(d))
                file.write(numbers(exact_p_with_ties(d), ranks[d > 0].sum(), n, *d))


def write_distributions():
    """Lines: name, argument, degrees of freedom or n, value."""
    with open(FOLDER / "distributions.txt", "w") as file:
        for z in (-6.0, -3.0, -1.96, -0.5, 0.0, 0.1, 1.0, 2.5, 5.0):
            file.write(f"normal-cdf {z!r} 0 {float(scipy.stats.norm.cdf(z))!r}\n")
        for p in (0.0005, 0.0025, 0.025, 0.3, 0.5, 0.9, 0.975, 0.995, 0.9995):
            file.write(f"normal-quantile {p!r} 0 {float(scipy.stats.norm.ppf(p))!r}\n")
            for degrees in (1, 2, 3, 4, 5, 9, 19, 20, 57, 199, 200, 299, 2999):
                file.write(f"student-quantile {p!r} {degrees} {float(scipy.stats.t.ppf(p, degrees))!r}\n")
        for t in (-4.0, -1.0, 0.0, 0.3, 2.0, 6.0):
            for degrees in (1, 2, 3, 4, 7, 19, 20, 120):
                file.write(f"student-cdf {t!r} {degrees} {float(scipy.stats.t.cdf(t, degrees))!r}\n")
        for n in (1, 5, 6, 7, 10, 20, 64, 130, 300, 662, 3000, 20000):
            k = int(np.sum(scipy.stats.binom.cdf(np.arange(n + 1), n, 0.5) <= 0.025)) - 1
            file.write(f"half-binomial-quantile 0.025 {n} {k}\n")


def mann_kendall_p(v):
    n = len(v)
    s = sum(np.sign(v[j] - v[i]) for i in range(n) for j in range(i + 1, n))
    _, ties = np.unique(v, return_counts=True)
    variance = (n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5) for t in ties)) / 18
    if s == 0 or variance == 0:
        return 1.0
    return 2 * float(scipy.stats.norm.sf((abs(s) - 1) / math.sqrt(variance)))


def write_trends():
    """Lines: p, relative change, n, then n values."""
    random = np.random.default_rng(11)
    with open(FOLDER / "trends.txt", "w") as file:
        for n in (10, 11, 20, 57, 200):
            for slope in (0.0, 0.001, 0.01):
                for digits in (2, 12):
                    v = np.round(1 + slope * np.arange(n) + random.normal(0, 0.05, n), digits)
                    change = scipy.stats.theilslopes(v).slope * (n - 1) / np.median(v)
                    file.write(numbers(mann_kendall_p(v), change, n, *v))


def write_bootstrap():
    """Lines: baseline sums; their counts; variant sums; their counts; sorted ratios; sorted savings (200, seed 42)."""
    draw = SplitMix(5)
    rounds = 30
    counts = [5 + draw.below(3) for _ in range(rounds)]
    baseline = [c * (0.010 + 0.001 * draw.uniform()) for c in counts]
    variant = [15 * (0.008 + 0.002 * draw.uniform()) for _ in range(rounds)]
    random = SplitMix(42)
    ratios, savings = [], []
    for _ in range(200):
        totals = [0.0, 0.0, 0.0, 0.0]
        for _ in range(rounds):
            i = random.below(rounds)
            for k, x in enumerate((baseline[i], variant[i], float(counts[i]), 15.0)):
                totals[k] += x
        b, v = totals[0] / totals[2], totals[1] / totals[3]
        ratios.append(v / b)
        savings.append(b - v)
    with open(FOLDER / "bootstrap.txt", "w") as file:
        for line in (baseline, counts, variant, [15] * rounds, sorted(ratios), sorted(savings)):
            file.write(numbers(*line))


if __name__ == "__main__":
    write_summaries()
    write_signed_rank()
    write_distributions()
    write_trends()
    write_bootstrap()

# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures ResNet-50 against itself, A/A: of 20 comparisons at most one may find a difference.

    identical_programs.py PROGRAM FOLDER [VISITS]

PROGRAM is inferometer-cli; FOLDER becomes its home, so that no run and no noise floor of this user is touched.
"""

import json
import subprocess
import sys
from pathlib import Path

from own_home import environment_of

MOST_WRONG = 1


def main(arguments: list[str]) -> int:
    """Prints the noise floor; fails where identical programs were told apart too often."""
    program, folder = arguments[0], Path(arguments[1])
    visits = arguments[2] if len(arguments) > 2 else "20"
    environment = environment_of(folder)
    words = [program, "noise", "-d", "cpu", "--copies", "2", "--visits", visits, "--json"]
    ended = subprocess.run(words, env=environment, stdout=subprocess.PIPE, text=True, check=False)
    if ended.returncode != 0:
        print(f"inferometer-cli noise ended with {ended.returncode}")
        return 1
    floors = json.loads(ended.stdout)
    for floor in floors:
        print(
            f"{floor['device']}: {floor['wrong_verdicts']} of {floor['comparisons']} comparisons told identical "
            f"programs apart (at most {MOST_WRONG}); noise floor {floor['floor_percent']:.2f} %"
        )
    if [floor["comparisons"] for floor in floors] != [int(visits)]:
        print("not every process gave a comparison")
        return 1
    return 0 if floors[0]["wrong_verdicts"] <= MOST_WRONG else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

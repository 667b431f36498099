#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes the Python environment with torch that Inferometer measures with: one per locked list and Python version, below
# the user's cache. Sourced by quickstart; installed as inferometer-setup, it asks and then makes it.
set -euo pipefail

system_python() { # the first Python from 3.11 on that can make environments and has its headers (Inductor compiles against them)
    local candidate
    for candidate in ${INFEROMETER_BASE_PYTHON:-/usr/bin/python3 python3 python3.13 python3.12 python3.11}; do
        if "$candidate" - 2>/dev/null <<'PY'
import ensurepip, os, sys, sysconfig, venv
ok = (3, 11) <= sys.version_info[:2] <= (3, 14) and os.path.exists(os.path.join(sysconfig.get_paths()["include"], "Python.h"))
sys.exit(0 if ok else 1)
PY
        then
            command -v "$candidate"
            return 0
        fi
    done
    return 1
}

check_space() { # the wheels unpack to 5.7 GB, beside 3 GB of downloads
    local available
    available=$(df -Pk "$1" | awk 'NR == 2 { print int($4 / 1048576) }')
    ((available >= 10)) || fail "the Python environment needs 10 GiB in $1, and $available GiB are free; make room or set XDG_CACHE_HOME to a larger disk"
}

check_driver() { # CUDA 13 wants driver 580 or later and compute capability 7.5 or later (CUDA 13 release notes)
    command -v nvidia-smi >/dev/null || return 0
    local line driver capability
    while IFS=', ' read -r driver capability; do
        line="NVIDIA driver $driver, compute capability $capability"
        if ((${driver%%.*} < 580)); then
            say "$line: torch's default wheel is built for CUDA 13 and needs driver 580 or later. The CPU works; for this GPU update the driver (or use torch's cu126 wheel)."
        elif [[ $(printf '7.5\n%s\n' "$capability" | sort -V | head -1) != 7.5 ]]; then
            say "$line: torch's default wheel has no kernels below compute capability 7.5. The CPU works; for this GPU torch's cu126 wheel would."
        fi
    done < <(nvidia-smi --query-gpu=driver_version,compute_cap --format=csv,noheader 2>/dev/null || true)
}

check_torch() {
    [[ -n $torch ]] || return 0
    [[ -n $prefix ]] || fail "--torch makes a second installation: give it a folder of its own with --prefix DIR"
    at_least() { [[ $(printf '%s\n%s\n' "$1" "$2" | sort -V | head -1) == "$1" ]]; }
    at_least 2.11.0 "$torch" || fail "the C++ engine needs torch 2.11 or later; torch $torch can be measured as a Python peer, with --python of a run (docs/targets.md)"
    if ! at_least "${range[0]}" "$torch" || ! at_least "$torch" "${range[1]}"; then
        say "torch $torch is outside the range that was measured (${range[0]} to ${range[1]}); it may not build or compile"
    fi
}

# From what pip says to "3 of 71: torch", on standard output: the window shows it.
show_progress() { # number of packages
    local word name done=0
    while read -r word name _; do
        case $word in
            Collecting) printf '%d of %d: %s\n' $((++done)) "$1" "${name%%==*}" ;;
            Installing) printf '%d of %d: %s\n' "$1" "$1" "unpacking" ;;
        esac
    done
}

# The locked packages, or those with another torch: what torch itself decides is left to its own requirements then.
install_wheels() { # folder
    if [[ -z $torch ]]; then
        "$python" -m pip install --progress-bar off --disable-pip-version-check --no-deps --require-hashes \
            -r "$requirements" | show_progress "$(grep -cE '^[A-Za-z0-9_.-]+==' "$requirements")"
        return
    fi
    sed -n 's/^\([A-Za-z0-9_.-]*==.*[^ ]\) *\\$/\1/p' "$requirements" \
        | grep -vE '^(torch|torchvision|triton|nvidia-|cuda-|sympy|setuptools)' >"$1/constraints.txt"
    "$python" -m pip install --quiet --disable-pip-version-check -c "$1/constraints.txt" \
        "torch==$torch" torchvision transformers timm safetensors pillow numpy scipy pytest
}

# An environment for Python peers: Transformers 5 does not work with a torch that old.
prepare_peer() { # folder
    [[ ! -e $1/complete ]] || return 0
    check_space "$(dirname "$1")"
    say "making a Python environment with torch $peer"
    rm -rf "$1"
    "$(system_python)" -m venv "$1" || fail "Python could not make an environment in $1"
    "$1/bin/pip" install --quiet --disable-pip-version-check \
        "torch==$peer" torchvision 'transformers==4.57.6' timm safetensors pillow numpy scipy \
        || fail "pip could not install the packages with torch $peer; is there a network, and room on the disk?"
    touch "$1/complete"
}

choose_environment() { # needs `requirements`, `cache`, `prefix` and `torch`; sets `base`, `environment` and `python`
    local key
    check_torch
    base=$(system_python) || fail "no Python from 3.11 to 3.14 with venv and headers was found"
    key=$({ printf %s "$torch" && cat "$requirements" && "$base" -c 'import sys; print(sys.version_info[:2])'; } | sha256sum | cut -c1-16)
    environment=${prefix:-$cache}/environments/$key
    python=$environment/bin/python
}

prepare_environment() { # as choose_environment, and makes it
    choose_environment
    local folder=$environment
    if [[ -e $folder/complete ]]; then
        use_environment "$folder"
        return 0
    fi
    mkdir -p "${prefix:-$cache}/environments"
    [[ -n $prefix ]] || chmod 700 "$cache" # the rights of a prefix are those of whoever named it
    exec 9>"${folder}.lock"
    flock 9
    if [[ ! -e $folder/complete ]]; then
        check_space "${prefix:-$cache}/environments"
        check_driver
        say "making the Python environment (torch with its CUDA libraries: 3 GB to download, once)"
        rm -rf "$folder"
        "$base" -m venv "$folder" || fail "Python could not make an environment in $folder"
        mkdir -p "$folder/tmp"
        TMPDIR=$folder/tmp install_wheels "$folder" \
            || fail "pip could not install the packages${torch:+ with torch $torch}; is there a network, and room on the disk?"
        rm -rf "$folder/tmp"
        touch "$folder/complete"
    fi
    exec 9>&-
    use_environment "$folder"
}

use_environment() { # an installed Inferometer finds the environment by this name
    ln -sfn "environments/$(basename "$1")" "${prefix:-$cache}/environment"
}

[[ ${BASH_SOURCE[0]} == "$0" ]] || return 0

# --- as a program of its own -----------------------------------------------------------------------------------------

say() { printf '==> %s\n' "$*" >&2; }
fail() {
    printf 'inferometer-setup: %s\n' "$*" >&2
    exit 1
}

case ${1:-} in
    -h | --help)
        echo "usage: inferometer-setup [--yes]"
        echo "Makes the Python environment with torch (3 GB to download, 6 GB on the disk) that Inferometer measures with."
        exit 0
        ;;
    --yes | "") ;;
    *) fail "unknown word '$1'; inferometer-setup --help says what there is" ;;
esac
torch= # the locked version
range=()
cache=${XDG_CACHE_HOME:-${HOME:?HOME is not set; set it or XDG_CACHE_HOME}/.cache}/inferometer
prefix=
requirements=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)/share/inferometer/requirements.lock
[[ -r $requirements ]] || fail "the list of packages '$requirements' is missing; install Inferometer again"
if [[ ${1:-} != --yes ]]; then
    [[ -t 0 ]] || fail "it would download 3 GB into $cache; say --yes to allow that"
    read -r -p "Download torch and what belongs to it (3 GB) into $cache? [y/N] " answer
    [[ $answer == [yY]* ]] || fail "nothing was changed"
fi
prepare_environment
say "ready: $python"

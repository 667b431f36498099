# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# The program itself says what can follow, so that this is never out of date.
_inferometer_cli() {
    local current=${COMP_WORDS[COMP_CWORD]}
    mapfile -t COMPREPLY < <(
        inferometer-cli complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null
        [[ $current == -* ]] || compgen -f -- "$current"
    )
}
complete -o filenames -F _inferometer_cli inferometer-cli

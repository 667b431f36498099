# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Words come from the program's own help, so that they are never out of date.
_inferometer_cli() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command=() word
    case $previous in
        -m | --model)
            mapfile -t COMPREPLY < <(compgen -f -W "all $(inferometer-cli list models 2>/dev/null | awk 'NR > 1 { print $1 }')" -- "$current")
            return
            ;;
        --resume | show | export | compare)
            mapfile -t COMPREPLY < <(compgen -f -W "last $(inferometer-cli list runs 2>/dev/null | awk 'NR > 1 { print $1 }')" -- "$current")
            return
            ;;
    esac
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        [[ $word == -* ]] && break
        command+=("$word")
    done
    mapfile -t COMPREPLY < <(compgen -W "$(inferometer-cli "${command[@]}" --help 2>/dev/null | awk '{ for (i = 1; i <= NF && i <= 2; i++) { sub(/,$/, "", $i); if ($i ~ /^--?[a-z]/) { n = split($i, names, ","); for (j = 1; j <= n; j++) print names[j] } else if (i == 1 && $i ~ /^[a-z]+$/ && /^  [a-z]/) print $i } }')" -f -- "$current")
}
complete -o filenames -F _inferometer_cli inferometer-cli

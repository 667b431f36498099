# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# The program itself says what can follow, so that this is never out of date.
function __inferometer_cli
    set -l words (commandline -opc) "$(commandline -ct)"
    inferometer-cli complete $words[2..-1] 2>/dev/null
end
complete -c inferometer-cli -a '(__inferometer_cli)'

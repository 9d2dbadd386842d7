#!/usr/bin/env bash
# Counts the methods that the JVM's second compiler takes in one run of the reference workload, by package: compiled.sh DATA [OUT]
# Code that is hot in few long loops gives it little to do; each small method that is called a million times gives it one more. OUT is an
# empty or new folder for the run, which is kept; without it the run is removed. JAVA_HOME decides the JDK.
set -euo pipefail
export LC_ALL=C

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=lib/start.sh
. "$here/lib/start.sh"

[ $# -ge 1 ] && [ $# -le 2 ] && [ "$1" != --help ] || {
    echo "usage: compiled.sh DATA [OUT]" >&2
    exit 2
}
data=$(folder "$1")
sites=$(sites_of "$data")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
out=${2:-$work/runs}

rank() { # rank OPTIONS: one run in a new folder; the rules are compiled before, as they are on every night but the first
    rm -rf "$out/.columns" "$out/.layers" "$out/.jobs" "$out"/latest "$out"/2*
    HEADROOM_DATA=$data HEADROOM_OPTS=$1 "$root/headroom" rank --project "$here/rank-n/headroom.yaml" --out "$out" \
        >"$work/said" 2>&1 || die "the run failed: $(tail -n 1 "$work/said")"
}
say "$sites sites: a run that compiles the rules and prepares the launcher"
mkdir -p "$out"
rank ""
while compgen -G "$root/target/headroom/*/*.making" >/dev/null; do sleep 1; done
say "$sites sites: the run that is looked at"
rank "-Xlog:jit+compilation=debug:file=$work/jit.log:none"

# Number, flags, level, method. A line that takes a method back ends with "made not entrant".
awk '!/made not entrant|made zombie/ {
        for (i = 2; i <= NF; i++) if ($i ~ /^[0-4]$/) break
        if ($i == 4) print $(i + 1)
    }' "$work/jit.log" >"$work/methods"
echo "$(wc -l <"$work/methods") methods reach the second compiler"
sed 's/::.*//' "$work/methods" |
    awk -F. '{if (NF > 3 && $1 == "org") print $1 "." $2 "." $3; else if (NF > 2) print $1 "." $2; else print}' |
    sort | uniq -c | sort -k1,1nr -k2 | head -n 40
printf '\nmachine   %s, %s cores\nJDK       %s\nHeadroom  commit %s\ndata      %s sites\n' \
    "$(cpu_model)" "$(cores)" "$(jdk)" "$(commit)" "$sites"

#!/usr/bin/env bash
# The reference benchmark: ranks the workload rank-N with Headroom and with what it is compared with, in turn, and prints what each took.
# README.md says how to make the data and the peers, and how to read the tables. Results go to stdout, what goes on to stderr.
set -euo pipefail
export LC_ALL=C

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=lib/start.sh
. "$here/lib/start.sh"
# shellcheck source-path=SCRIPTDIR source=lib/contestants.sh
. "$here/lib/contestants.sh"
# shellcheck source-path=SCRIPTDIR source=lib/measure.sh
. "$here/lib/measure.sh"
# shellcheck source-path=SCRIPTDIR source=lib/report.sh
. "$here/lib/report.sh"
# shellcheck source-path=SCRIPTDIR source=lib/agree.sh
. "$here/lib/agree.sh"

usage() {
    cat <<'USAGE'
usage: run.sh DATA [OUT] [options]      measures each contestant on the workload in the folder DATA
       run.sh --growth DIR [options]    measures growth on DIR/data-10000 to DIR/data-10000000, one round

  OUT                  an empty or new folder, in which the last result of each contestant is kept as OUT/NAME
  --rounds N           rounds that count, after one that does not; default 3
  --only LIST          contestants, with commas between: headroom, headroom-T and limit-T with T threads, expert-max, expert,
                       geopandas, postgis; default all but postgis, which needs a running cluster
  --peers FOLDER       the peers; default ../shared/bench beside the repository
  --venv FOLDER        their Python environment; default $HEADROOM_PEERS_VENV
  --headroom-opts OPTS options for Headroom's JVM, such as "-Xmx1g"; default $HEADROOM_OPTS
  --json FILE          writes the results as one JSON object as well
  --no-compare         does not compare Headroom's result with that of expert-max

JAVA_HOME decides the JDK of Headroom and of the limit. Exit status: 0 done, 1 failed or the results differ, 2 wrong usage, 130 stopped.
USAGE
}

command_line="run.sh$(printf ' %q' "$@")"
data=
out=
growth=
rounds=3
only=
peers=$root/../shared/bench
venv=${HEADROOM_PEERS_VENV:-}
headroom_opts=${HEADROOM_OPTS:-}
json=
compare=yes
while [ $# -gt 0 ]; do
    case $1 in
        --rounds | --only | --peers | --venv | --headroom-opts | --json | --growth)
            [ $# -ge 2 ] || wrong "$1 needs a value"
            case $1 in
                --rounds) rounds=$2 ;;
                --only) only=$2 ;;
                --peers) peers=$2 ;;
                --venv) venv=$2 ;;
                --headroom-opts) headroom_opts=$2 ;;
                --json) json=$2 ;;
                --growth) growth=$2 ;;
            esac
            shift 2
            continue
            ;;
        --no-compare) compare=no ;;
        -h | --help)
            usage
            exit 0
            ;;
        -*) wrong "there is no option $1" ;;
        *)
            if [ -z "$data" ]; then
                data=$1
            elif [ -z "$out" ]; then
                out=$1
            else
                wrong "$1 is one argument too many"
            fi
            ;;
    esac
    shift
done
case $rounds in
    '' | *[!0-9]* | 0*) wrong "--rounds is \"$rounds\"; it must be a whole number from 1" ;;
esac
if [ -n "$growth" ]; then
    [ -z "$data" ] || wrong "--growth DIR takes no DATA and no OUT"
    rounds=1
    compare=no
    growth=$(folder "$growth")
    wanted_contestants "${only:-headroom-1,headroom-2,limit-2,expert-max}"
else
    [ -n "$data" ] || wrong "the folder DATA is missing"
    data=$(folder "$data")
    wanted_contestants "${only:-headroom,limit-2,limit-1,expert-max,expert,geopandas}"
fi
if [ -n "$out" ]; then
    mkdir -p "$out"
    out=$(folder "$out")
    [ -z "$(ls -A "$out")" ] || wrong "the folder OUT, $out, is not empty"
fi
if [ -n "$json" ]; then
    : >>"$json" || wrong "cannot write $json"
fi
[ -x /usr/bin/time ] || die "/usr/bin/time is missing; install GNU time (Debian package time)"

work=$(mktemp -d "${TMPDIR:-/tmp}/headroom-bench.XXXXXX")
results=${out:-$work/out}
mkdir -p "$results"
trap 'stop_running; rm -rf "$work"' EXIT
trap 'say "stopped"; exit 130' INT
trap 'say "stopped"; exit 143' TERM

say "building what is not up to date ..."
"$root/headroom" --version >/dev/null
# The launcher makes its archive in the background after the first start of a build.
sleep 1
while [ -n "$(find "$root/target/headroom" -maxdepth 2 -name '*.making' -print -quit)" ]; do
    sleep 1
done
find_peers
if [ -n "$growth" ]; then
    for sites in 10000 100000 1000000 10000000; do
        if [ -d "$growth/data-$sites" ]; then
            data=$(folder "$growth/data-$sites")
            choose_contestants
            read_inputs
            a_round counted
        fi
    done
    [ -s "$work/runs.tsv" ] || die "there is no data-10000, data-100000, data-1000000 or data-10000000 in $growth"
    growth_table
else
    choose_contestants
    check_comparable
    read_inputs
    say "warm-up round"
    a_round uncounted
    for ((round = 1; round <= rounds; round++)); do
        say "round $round of $rounds"
        a_round counted
    done
    table
    steps_table
fi
status=0
if [ "$compare" = yes ]; then
    agree_table || status=1
fi
missing_list
surroundings_list
if [ -n "$json" ]; then
    json_report >"$json"
    say "the same as JSON is in $json"
fi
exit "$status"

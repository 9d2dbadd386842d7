# Sourced by run.sh: the tables and the JSON.
# shellcheck shell=bash
# shellcheck disable=SC2154 # run.sh sets the options

# spread COLUMN: median, smallest and largest of a column of the lines on stdin; "- - -" when one is not a number
spread() {
    cut -f "$1" | sort -g | awk '
        $1 == "-" {none = 1}
        {value[NR] = $1}
        END {
            if (NR == 0 || none) print "- - -"
            else {
                middle = NR % 2 ? value[(NR + 1) / 2] : (value[NR / 2] + value[NR / 2 + 1]) / 2
                print middle, value[1], value[NR]
            }
        }'
}

runs_of() { # runs_of NAME: its lines in runs.tsv
    awk -F'\t' -v name="$1" '$2 == name' "$work/runs.tsv"
}

measured_names() { # in the order of their first runs
    awk -F'\t' '!seen[$2]++ {print $2}' "$work/runs.tsv"
}

step_names() {
    awk -F'\t' '!seen[$1]++ {print $1}' "$work/steps.tsv"
}

spread_of_step() {
    awk -F'\t' -v step="$1" '$1 == step' "$work/steps.tsv" | spread 2
}

headroom_wall() { # median of Headroom's wall time; "-" when it did not take part
    local median rest
    read -r median rest < <(runs_of headroom | spread 3)
    echo "$median"
}

# cell FORMAT VALUE: the number in that format; "-" stays
cell() {
    if [ "$2" = - ]; then
        echo -
    else
        # shellcheck disable=SC2059
        printf "$1" "$2"
    fi
}

ratio() { # ratio A B
    if [ "$1" = - ] || [ "$2" = - ]; then
        echo -
    else
        awk -v a="$1" -v b="$2" 'BEGIN {if (b > 0) printf "%.2f\n", a / b; else print "-"}'
    fi
}

table() {
    local name wall_median wall_min wall_max cpu_median cpu_min cpu_max rss_median rss_min rss_max headroom
    headroom=$(headroom_wall)
    echo "rank-$sites: median (smallest to largest) of $rounds rounds; every run a new process, page cache warm"
    echo
    printf '%-11s  %8s %19s  %8s %19s  %8s %15s  %14s\n' \
        "contestant" "wall s" "" "CPU s" "" "peak MB" "" "wall/Headroom"
    for name in $(measured_names); do
        read -r wall_median wall_min wall_max < <(runs_of "$name" | spread 3)
        read -r cpu_median cpu_min cpu_max < <(runs_of "$name" | spread 4)
        read -r rss_median rss_min rss_max < <(runs_of "$name" | spread 5)
        printf '%-11s  %8s %19s  %8s %19s  %8s %15s  %14s\n' "$name" \
            "$(cell %.2f "$wall_median")" "($(cell %.2f "$wall_min") to $(cell %.2f "$wall_max"))" \
            "$(cell %.2f "$cpu_median")" "($(cell %.2f "$cpu_min") to $(cell %.2f "$cpu_max"))" \
            "$(cell %.0f "$rss_median")" "($(cell %.0f "$rss_min") to $(cell %.0f "$rss_max"))" \
            "$(ratio "$wall_median" "$headroom")"
    done
}

steps_table() {
    local step median least most
    [ -s "$work/steps.tsv" ] || return 0
    echo
    printf '%-11s  %8s\n' "step" "wall s"
    for step in $(step_names); do
        read -r median least most < <(spread_of_step "$step")
        printf '%-11s  %8.2f %19s%s\n' "$step" "$median" "($(cell %.2f "$least") to $(cell %.2f "$most"))" \
            "$([ "$step" = rest ] && echo "  start and end of the JVM, launcher, batch runtime")"
    done
}

growth_table() {
    echo "growth: one run each, every run a new process, page cache warm"
    echo
    printf '%10s  %-11s  %9s  %9s  %8s  %13s\n' "sites" "contestant" "wall s" "CPU s" "peak MB" "wall us/site"
    awk -F'\t' '{
        if (last != "" && last != $1) print ""
        last = $1
        printf "%10d  %-11s  %9.2f  %9s  %8s  %13.2f\n", $1, $2, $3, $4, $5, $3 * 1e6 / $1
    }' "$work/runs.tsv"
}

missing_list() {
    [ -s "$work/missing.tsv" ] || return 0
    echo
    echo "left out:"
    awk -F'\t' '{printf "  %-11s  %s\n", $1, $2}' "$work/missing.tsv"
}

peers_python() { # versions of Python and what the peers compute with; nothing without an environment
    [ -n "$venv" ] || return 0
    "$venv/bin/python" - <<'PYTHON' 2>/dev/null || true
import importlib.metadata as m, platform
def version(name):
    try:
        return name + " " + m.version(name)
    except m.PackageNotFoundError:
        return name + " missing"
print("Python " + platform.python_version(), *map(version, ("numpy", "scipy", "shapely", "pyogrio", "geopandas")), sep=", ")
PYTHON
}

surroundings_list() {
    echo
    echo "machine   $(cpu_model), $(cores) cores, $(memory_mb MemTotal) MB, $(uname -srm)"
    echo "JDK       $(jdk) (Headroom and the limit)"
    echo "Headroom  commit $(commit)${headroom_opts:+, HEADROOM_OPTS=$headroom_opts}"
    echo "peers     $(peers_python)"
    echo "data      ${growth:-$sites sites}, manifest of $(manifest_date "$data")"
    echo "command   $command_line"
}

json_string() {
    local text=${1//\\/\\\\}
    text=${text//\"/\\\"}
    text=${text//$'\t'/ }
    printf '"%s"' "$text"
}

json_number() {
    if [ "$1" = - ]; then
        printf null
    else
        printf %s "$1"
    fi
}

json_spread() { # json_spread KEY MEDIAN LEAST MOST
    printf '"%s": {"median": %s, "min": %s, "max": %s}' "$1" \
        "$(json_number "$2")" "$(json_number "$3")" "$(json_number "$4")"
}

# The words are those of spread.
# shellcheck disable=SC2046
json_contestants() {
    local name between='' headroom
    headroom=$(headroom_wall)
    for name in $(measured_names); do
        printf '%s\n    {"name": "%s", ' "$between" "$name"
        json_spread wallSeconds $(runs_of "$name" | spread 3)
        printf ', '
        json_spread cpuSeconds $(runs_of "$name" | spread 4)
        printf ', '
        json_spread peakRssMb $(runs_of "$name" | spread 5)
        printf ', "wallRatioToHeadroom": %s}' \
            "$(json_number "$(ratio "$(runs_of "$name" | spread 3 | cut -d' ' -f1)" "$headroom")")"
        between=,
    done
}

# shellcheck disable=SC2046
json_steps() {
    local step between=''
    [ -s "$work/steps.tsv" ] || return 0
    for step in $(step_names); do
        printf '%s\n    ' "$between"
        json_spread "$step" $(spread_of_step "$step")
        between=,
    done
}

json_runs() {
    awk -F'\t' '
        function number(text) {return text == "-" ? "null" : text}
        {
            printf "%s\n    {\"sites\": %d, \"name\": \"%s\", \"wallSeconds\": %s, \"cpuSeconds\": %s, \"peakRssMb\": %s}",
                (NR > 1 ? "," : ""), $1, $2, $3, number($4), number($5)
        }' "$work/runs.tsv"
}

json_missing() {
    local name reason between=''
    while IFS=$'\t' read -r name reason; do
        printf '%s\n    {"name": "%s", "reason": %s}' "$between" "$name" "$(json_string "$reason")"
        between=,
    done <"$work/missing.tsv"
}

json_agreement() {
    [ -s "$work/agree.tsv" ] || return 0
    awk -F'\t' '{
        printf "%s\n    {\"column\": \"%s\", \"differing\": %s, \"largestDifference\": %s}", (NR > 1 ? "," : ""), $1, $2, \
            ($3 == "nan" ? "null" : $3)
    }' "$work/agree.tsv"
}

json_report() {
    echo '{'
    echo '  "workload": "rank-n",'
    echo "  \"kind\": \"$([ -n "$growth" ] && echo growth || echo reference)\","
    echo "  \"rounds\": $rounds,"
    echo '  "pageCache": "warm",'
    if [ -z "$growth" ]; then
        echo "  \"sites\": $sites,"
        echo "  \"contestants\": [$(json_contestants)"
        echo '  ],'
        echo "  \"headroomStepSeconds\": {$(json_steps)"
        echo '  },'
        echo "  \"agreementWithExpertMax\": [$(json_agreement)"
        echo '  ],'
    fi
    echo "  \"runs\": [$(json_runs)"
    echo '  ],'
    echo "  \"leftOut\": [$(json_missing)"
    echo '  ],'
    echo "  \"machine\": {\"cpu\": $(json_string "$(cpu_model)"), \"cores\": $(cores), \"memoryMb\": $(memory_mb MemTotal), \"kernel\": $(json_string "$(uname -srm)")},"
    echo "  \"jdk\": $(json_string "$(jdk)"),"
    echo "  \"peers\": $(json_string "$(peers_python)"),"
    echo "  \"commit\": \"$(commit)\","
    echo "  \"headroomOpts\": $(json_string "$headroom_opts"),"
    echo "  \"manifestDate\": \"$(manifest_date "$data")\","
    echo "  \"command\": $(json_string "$command_line")"
    echo '}'
}

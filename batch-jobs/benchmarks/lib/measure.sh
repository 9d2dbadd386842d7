# Sourced by run.sh: runs contestants, one at a time, and keeps what each run took in runs.tsv and steps.tsv of the work folder.
# shellcheck shell=bash
# shellcheck disable=SC2154 # run.sh sets the options

running=

# Ends the contestant that runs now with all its processes, which are a group of their own, and waits until they are gone.
# Headroom would go on to its next checkpoint, which nobody needs here.
stop_running() {
    local waited
    [ -n "$running" ] || return 0
    kill -TERM -- "-$running" 2>/dev/null || true
    for ((waited = 0; waited < 30; waited++)); do
        kill -0 -- "-$running" 2>/dev/null || break
        sleep 0.1
    done
    kill -KILL -- "-$running" 2>/dev/null || true
    running=
}

# timed LOG COMMAND...: sets wall and cpu (seconds) and rss (MB); the status is the command's
timed() {
    local log=$1 status=0 user system
    shift
    set -m
    /usr/bin/time -q -f '%e %U %S %M' -o "$work/time" "$@" </dev/null >"$log" 2>&1 &
    running=$!
    set +m
    wait "$running" || status=$?
    running=
    read -r wall user system rss < <(tail -n 1 "$work/time")
    cpu=$(awk -v a="$user" -v b="$system" 'BEGIN {printf "%.2f", a + b}')
    rss=$(awk -v kb="$rss" 'BEGIN {printf "%.0f", kb / 1024}')
    return "$status"
}

# Reads every input once, so that all find them in the page cache.
read_inputs() {
    say "$sites sites: reading $data once, so that the page cache is warm"
    cat "$data"/* >/dev/null
}

# a_round counted|uncounted: each contestant once
a_round() {
    local name
    for name in "${contestants[@]}"; do
        one_run "$name" "$1"
    done
}

has_result() { # has_result NAME OUT; some peers end with 0 whatever happens
    is_headroom "$1" || [ -f "$2/ranked.shp" ]
}

one_run() {
    local to=$results/$1 log=$work/$1.log
    rm -rf "$to"
    if is_headroom "$1" && [ -d "$work/rules" ]; then
        mkdir -p "$to"
        cp -Rp "$work/rules" "$to/.rules"
    fi
    # What earlier runs left to be written must not be written during this one.
    sync
    start_line "$1" "$to"
    if [ "$1" = postgis ]; then
        # The server's own user writes the result.
        chmod 711 "$work"
    fi
    if ! timed "$log" "${line[@]}" || ! has_result "$1" "$to"; then
        if is_headroom "$1"; then
            tail -n 20 "$log" >&2
            die "$1 failed"
        fi
        leave_out "$1" "failed: $(tail -n 1 "$log")"
        drop_contestant "$1"
        rm -rf "$to"
        return
    fi
    if [ "$1" = postgis ]; then
        # The server does the work, and the client's figures say nothing of it.
        cpu=-
        rss=-
    fi
    if is_headroom "$1" && [ ! -d "$work/rules" ] && [ -d "$to/.rules" ]; then
        cp -Rp "$to/.rules" "$work/rules"
    fi
    say "  $1: $wall s"
    if [ "$2" = counted ]; then
        printf '%s\t%s\t%s\t%s\t%s\n' "$sites" "$1" "$wall" "$cpu" "$rss" >>"$work/runs.tsv"
        if [ "$1" = headroom ]; then
            keep_steps "$to"
        fi
    fi
    if [ -z "$out" ] && [ "$1" != headroom ] && [ "$1" != expert-max ] || [ -n "$growth" ]; then
        rm -rf "$to"
    fi
}

# keep_steps OUT: the seconds of each step of the newest execution, and what is left of the wall time
keep_steps() {
    "$root/headroom" jobs show --json --out "$1" >"$work/show.json"
    awk -v wall="$wall" -f "$here/lib/steps.awk" "$work/show.json" >>"$work/steps.tsv"
}

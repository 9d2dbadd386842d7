# Sourced by run.sh: who takes part, what each needs, and how each is started.
# shellcheck shell=bash
# shellcheck disable=SC2154 # run.sh sets the options

# leave_out NAME REASON
leave_out() {
    say "$1 is left out: $2"
    printf '%s\t%s\n' "$1" "$2" >>"$work/missing.tsv"
}

# Finds the peers' folder and compiles the limit, with the JDK that runs it.
find_peers() {
    : >"$work/missing.tsv"
    if [ ! -d "$peers" ]; then
        peers=
        return
    fi
    peers=$(folder "$peers")
    [ -z "$venv" ] || venv=$(folder "$venv")
    if [ -f "$peers/java-limit/Proto.java" ]; then
        mkdir "$work/limit"
        "$JAVA_HOME/bin/javac" -nowarn -d "$work/limit" "$peers/java-limit/Proto.java" >"$work/javac.log" 2>&1 ||
            die "the limit does not compile: $(head -n 1 "$work/javac.log")"
    fi
}

# wanted_contestants LIST: checks the names and sets the array wanted
wanted_contestants() {
    local name
    IFS=, read -r -a wanted <<<"$1"
    for name in "${wanted[@]}"; do
        case $name in
            headroom | expert-max | expert | geopandas | postgis) ;;
            headroom-[1-9] | headroom-[1-9][0-9] | limit-[1-9] | limit-[1-9][0-9]) ;;
            *) wrong "there is no contestant \"$name\"" ;;
        esac
    done
}

is_headroom() {
    [ "${1%%-*}" = headroom ]
}

script_of() { # script_of NAME: the peer's Python script
    case $1 in
        expert-max) echo "$peers/peers/python/expertmax_peer.py" ;;
        *) echo "$peers/peers/python/$1_peer.py" ;;
    esac
}

modules_of() { # modules_of NAME: what the peer imports
    case $1 in
        expert-max) echo "numpy, scipy, shapely, tifffile, pyogrio" ;;
        expert) echo "numpy, scipy, shapely, tifffile, pyogrio, pyarrow" ;;
        geopandas) echo "numpy, pandas, geopandas, tifffile, pyproj" ;;
    esac
}

limit_heap_gb() { # 2 GB hold 5 million sites
    echo $((sites > 5000000 ? (sites + 2499999) / 2500000 : 2))
}

# needed_mb NAME: about what it takes at its peak; measured at 1 and 10 million sites
needed_mb() {
    case $1 in
        limit-*) echo $(($(limit_heap_gb) * 1024 + 200)) ;;
        expert-max) echo $((200 + sites * 9 / 10000)) ;;
        expert) echo $((200 + sites * 11 / 10000)) ;;
        geopandas) echo $((300 + sites * 13 / 10000)) ;;
        *) echo 0 ;;
    esac
}

# why_not NAME: what keeps the contestant from taking part; nothing when it can
why_not() {
    local free problem
    if is_headroom "$1"; then
        return
    fi
    if [ -z "$peers" ]; then
        echo "the folder of the peers is missing (--peers)"
        return
    fi
    case $1 in
        limit-*) [ -d "$work/limit" ] || echo "$peers/java-limit/Proto.java is missing" ;;
        postgis)
            if [ ! -x "$peers/peers/postgis/run.sh" ]; then
                echo "$peers/peers/postgis/run.sh is missing"
            elif ! command -v shp2pgsql >/dev/null || ! command -v pgsql2shp >/dev/null; then
                echo "shp2pgsql and pgsql2shp are missing (Debian package postgis)"
            fi
            ;;
        *)
            if [ ! -f "$(script_of "$1")" ]; then
                echo "$(script_of "$1") is missing"
            elif [ -z "$venv" ]; then
                echo "no Python environment (--venv)"
            elif [ ! -x "$venv/bin/python" ]; then
                echo "$venv is no Python environment; $peers/setup-peers.sh makes one"
            elif ! problem=$("$venv/bin/python" -c "import $(modules_of "$1")" 2>&1); then
                echo "$venv: $(tail -n 1 <<<"$problem")"
            fi
            ;;
    esac
    free=$(memory_mb MemAvailable)
    if [ "$(needed_mb "$1")" -gt "$free" ]; then
        echo "needs about $(needed_mb "$1") MB, and $free MB are free"
    fi
}

# Sets sites to those of data, and contestants to those wanted that can take part.
choose_contestants() {
    local name reason
    sites=$(sites_of "$data")
    contestants=()
    for name in "${wanted[@]}"; do
        reason=$(why_not "$name" | head -n 1)
        if [ -n "$reason" ]; then
            leave_out "$name" "$reason${growth:+ ($sites sites)}"
        else
            contestants+=("$name")
        fi
    done
    [ ${#contestants[@]} -gt 0 ] || die "nobody is left to take part"
}

# Takes a contestant that failed out of the rounds that follow.
drop_contestant() {
    local name kept=()
    for name in "${contestants[@]}"; do
        [ "$name" = "$1" ] || kept+=("$name")
    done
    contestants=("${kept[@]}")
}

takes_part() {
    [[ " ${contestants[*]} " = *" $1 "* ]]
}

# start_line NAME OUT: sets the array line to the command that ranks data into OUT
start_line() {
    case $1 in
        headroom*)
            line=(env HEADROOM_DATA="$data" HEADROOM_OPTS="$headroom_opts" "$root/headroom" rank
                --project "$here/rank-n/headroom.yaml" --out "$2")
            if [ "$1" != headroom ]; then
                line+=(--threads "${1#headroom-}")
            fi
            ;;
        limit-*)
            line=("$JAVA_HOME/bin/java" -Xms2g "-Xmx$(limit_heap_gb)g" -XX:+UseParallelGC -cp "$work/limit"
                Proto "$data" "$2" "${1#limit-}")
            ;;
        postgis) line=("$peers/peers/postgis/run.sh" "$data" "$2") ;;
        # Environments that set these for one machine slow numpy down on another.
        *) line=(env -u OPENBLAS_CORETYPE -u OPENBLAS_L2_SIZE "$venv/bin/python" "$(script_of "$1")" "$data" "$2") ;;
    esac
}

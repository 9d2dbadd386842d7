# Sourced by start.sh: what the figures depend on besides the program. Nothing here names the machine.
# shellcheck shell=bash
# shellcheck disable=SC2154 # start.sh sets root

cpu_model() {
    awk -F': *' '/^model name|^Model name/ {print $2; found = 1; exit} END {if (!found) print "unknown"}' /proc/cpuinfo
}

cores() {
    getconf _NPROCESSORS_ONLN
}

memory_mb() { # memory_mb FIELD: a field of /proc/meminfo
    awk -v field="$1:" '$1 == field {printf "%d\n", $2 / 1024}' /proc/meminfo
}

jdk() {
    "$JAVA_HOME/bin/java" -version 2>&1 | awk '/Runtime Environment/ {print; exit}'
}

commit() {
    local id
    if ! id=$(git -C "$root" rev-parse --short=12 HEAD 2>/dev/null); then
        echo unknown
    elif [ -n "$(git -C "$root" status --porcelain 2>/dev/null)" ]; then
        echo "$id-dirty"
    else
        echo "$id"
    fi
}

# sites_of DATA: the number of sites, from the manifest that the workload's maker writes
sites_of() {
    local sites
    [ -f "$1/MANIFEST.json" ] || die "$1 has no MANIFEST.json, so it is no workload; README.md says how to make one"
    sites=$(awk -F'[:,]' '/"sites"/ {gsub(/[^0-9]/, "", $2); print $2; exit}' "$1/MANIFEST.json")
    [ -n "$sites" ] || die "$1/MANIFEST.json does not give the number of sites"
    echo "$sites"
}

manifest_date() {
    date -u -r "$1/MANIFEST.json" +%Y-%m-%d
}

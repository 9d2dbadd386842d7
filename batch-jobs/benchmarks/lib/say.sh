# Sourced by start.sh: how the scripts speak.
# shellcheck shell=bash

say() {
    echo "benchmark: $*" >&2
}

die() {
    say "$*"
    exit 1
}

wrong() {
    say "$*; see ${0##*/} --help"
    exit 2
}

# folder PATH: the folder's absolute path
folder() {
    [ -d "$1" ] || wrong "there is no folder $1"
    (cd "$1" && pwd)
}

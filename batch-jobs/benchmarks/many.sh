#!/usr/bin/env bash
# Ranks more sites than a shapefile holds, in a heap of 1 GB: many.sh DATA DIR MILLIONS [VENV]
# DATA is the reference workload of any size, whose other layers are used; DIR is an empty or new folder for sites and runs, some 460 bytes a site; VENV
# has NumPy. Prints the seconds of each step, of the whole, and the largest memory. JAVA_HOME decides the JDK; HEADROOM_OPTS has the heap, 1 GB without it.
set -euo pipefail
export LC_ALL=C

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=lib/start.sh
. "$here/lib/start.sh"
[ $# -ge 3 ] && [ $# -le 4 ] || {
    echo "usage: many.sh DATA DIR MILLIONS [VENV]" >&2
    exit 2
}
data=$(folder "$1")
mkdir -p "$2"
dir=$(folder "$2")
millions=$3
python=python3
if [ $# -eq 4 ]; then python=$4/bin/python; fi
# A shapefile has at most 2 GiB.
most=50

say "$millions million sites in $dir"
mkdir -p "$dir/data" "$dir/project"
for file in "$data"/*; do
    case ${file##*/} in
        sites.* | MANIFEST.json) ;;
        *) cp "$file" "$dir/data/" ;;
    esac
done
cp -r "$here/rank-n/." "$dir/project/"
rm "$dir/project/layers/sites.layer.yaml"
candidates=
part=0
for ((done = 0; done < millions; done += most)); do
    part=$((part + 1))
    count=$((millions - done < most ? millions - done : most))
    sed "s/^layer: sites/layer: sites-$part/; s/file: sites.shp/file: sites-$part.shp/" "$here/rank-n/layers/sites.layer.yaml" \
        >"$dir/project/layers/sites-$part.layer.yaml"
    candidates="$candidates  - {layer: sites-$part, origin: GREENFIELD}\n"
    [ -f "$dir/data/sites-$part.dbf" ] || "$python" "$here/lib/stream_sites.py" "$dir/data/sites-$part" $((done * 1000000 + 1)) $((count * 1000000))
done
sed -i "s/^  - {layer: sites, origin: GREENFIELD}\$/${candidates%\\n}/" "$dir/project/headroom.yaml"

say "ranking"
HEADROOM_DATA=$dir/data HEADROOM_OPTS=${HEADROOM_OPTS:--Xmx1g} /usr/bin/time -o "$dir/time" -f "%e %U %S %M" \
    "$root/headroom" rank --force --project "$dir/project/headroom.yaml" --out "$dir/runs" --metrics "$dir/metrics" >"$dir/said" ||
    die "the run failed"
sed -n 's/^headroom_step_seconds{.*step="\([a-z]*\)"} /\1 /p' "$dir/metrics"
awk -v n="$millions" '{printf "whole %s s, CPU %.0f s, %.2f us a site, %.0f MB\n", $1, $2 + $3, $1 / n, $4 / 1000}' "$dir/time"
printf 'machine   %s, %s cores\nJDK       %s\nHeadroom  commit %s\n' "$(cpu_model)" "$(cores)" "$(jdk)" "$(commit)"

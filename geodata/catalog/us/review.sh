#!/usr/bin/env bash
# Ranks the United States and writes REVIEW.md: the first 30, the last 10 and ten named places, with what known-wrong.md says.
# review.sh [EVALUATION DATE]
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
headroom=$here/../../../headroom
runs=$(mktemp -d)
trap 'rm -rf "$runs"' EXIT

"$headroom" rank --project "$here/headroom.yaml" --out "$runs" --date "${1:-2026-11-30}" --top 0
# Loudoun, Maricopa (Phoenix), Ellis, Grant (Quincy), Crook (Prineville), Pottawattamie (Council Bluffs), Franklin (Columbus), Fulton
# (Atlanta), Santa Clara
"$headroom" runs review --out "$runs" --to "$here/REVIEW.md" --remarks "$here/known-wrong.md" \
    --site 51107 04013 48139 53025 41013 19155 39049 13121 06085

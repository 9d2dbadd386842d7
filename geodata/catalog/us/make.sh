#!/usr/bin/env bash
# Makes the data pack in data/ from the raw public files: make.sh [FOLDER OF RAW FILES]. JAVA_HOME decides the JDK.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../.." && pwd)
raw=${1:-${HEADROOM_DATA:-$root/../shared/data}}
if [ ! -f "$raw/MANIFEST.csv" ]; then
    echo "make.sh: there are no raw files in $raw; give their folder, or set HEADROOM_DATA." >&2
    exit 3
fi
# shellcheck source-path=SCRIPTDIR source=../../../.mvn/find-jdk.sh
. "$root/.mvn/find-jdk.sh"
find_jdk || exit 3

(cd "$root" && ./mvnw -B -ntp -q process-classes -pl geodata/pack -am \
    -Dspotless.check.skip=true -Denforcer.skip=true -Dcyclonedx.skip=true)

exec "$JAVA_HOME/bin/java" -cp "$root/geodata/pack/target/classes:$(cat "$root/geodata/pack/target/class-path.txt")" \
    org.headroom.pack.MakePack "$raw" "$here/data"

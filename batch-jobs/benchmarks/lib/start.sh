# Sourced first, by each script of this folder that runs Headroom; they set here. Finds the checkout and the JDK.
# shellcheck shell=bash
# shellcheck disable=SC2154

root=$(cd "$here/../.." && pwd)
# shellcheck source-path=SCRIPTDIR source=say.sh
. "$here/lib/say.sh"
# shellcheck source-path=SCRIPTDIR source=machine.sh
. "$here/lib/machine.sh"
# shellcheck source-path=SCRIPTDIR source=../../../.mvn/find-jdk.sh
. "$root/.mvn/find-jdk.sh"
find_jdk || exit 3

#!/usr/bin/env bash
# Builds and runs the benchmarks of kernels: jmh.sh [PATTERN] [JMH options]. The pattern is a regular expression over
# class and method names, such as Nearest; without it all run. "jmh.sh -h" lists the options. JAVA_HOME decides the JDK.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
# shellcheck source-path=SCRIPTDIR source=../../.mvn/find-jdk.sh
. "$root/.mvn/find-jdk.sh"
find_jdk || exit 3

(cd "$root" && ./mvnw -B -ntp -q process-test-classes -pl batch-jobs/benchmarks -am \
    -Dspotless.check.skip=true -Denforcer.skip=true -Dcyclonedx.skip=true)

# The policy of the workload is found from here.
cd "$here"
exec "$JAVA_HOME/bin/java" -cp "target/test-classes:$(cat target/class-path.txt)" org.openjdk.jmh.Main "$@"

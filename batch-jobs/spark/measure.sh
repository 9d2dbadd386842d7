#!/usr/bin/env bash
# Ranks the reference workload on a standalone cluster of this machine, with one worker of one core and then with two, and prints how long each step
# took. usage: measure.sh DATA [ROUNDS]; DATA is made by make_workload.py, as batch-jobs/benchmarks/README.md says. Each worker is held to a
# processor of its own where taskset is installed: a JVM has threads beside those that Spark counts. SPARK_ONLY=1 leaves out the run without Spark.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd -P)
data=$(cd "${1:?usage: measure.sh DATA [ROUNDS]}" && pwd -P)
rounds=${2:-1}
home=$(cd "$here/../.." && pwd -P)
jar=$(echo "$here"/target/dist/lib/headroom-spark-*.jar)
. "$home/.mvn/find-jdk.sh"
find_jdk
java=$JAVA_HOME/bin/java
work=$(mktemp -d)
started=()
trap 'for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done; wait; rm -rf "$work"' EXIT

export SPARK_HOME=$work/home SPARK_SCALA_VERSION=2.13 SPARK_LOCAL_IP=127.0.0.1 HEADROOM_DATA=$data
mkdir -p "$SPARK_HOME/jars"
port=$((20000 + RANDOM % 20000))
"$java" -Xmx256m -cp "$jar" org.apache.spark.deploy.master.Master --host 127.0.0.1 --port $port --webui-port 0 >"$work/master.log" 2>&1 &
started+=($!)

worker() { # worker N: on processor N
    local pin=()
    if command -v taskset >/dev/null; then pin=(taskset -c "$1"); fi
    "${pin[@]}" "$java" -Xmx256m -cp "$jar" org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --cores 1 --memory 2500m \
        --work-dir "$work/worker-$1" --webui-port 0 "spark://127.0.0.1:$port" >"$work/worker-$1.log" 2>&1 &
    started+=($!)
}

rank() { # rank NAME: prints the seconds of each step, and the digest of the manifest
    rm -rf "$work/runs"
    echo "== $1; load $(cut -d ' ' -f 1-3 /proc/loadavg)"
    HEADROOM_OPTS="-Dspark.driver.host=127.0.0.1 -Dspark.driver.bindAddress=127.0.0.1 -Dspark.executor.memory=2g ${HEADROOM_OPTS:-}" \
        "$here/headroom-spark" rank --force --project "$home/batch-jobs/benchmarks/rank-n/headroom.yaml" --out "$work/runs" \
        --metrics "$work/metrics" "${@:2}" >/dev/null
    sed -n 's/^headroom_step_seconds{.*step="\([a-z]*\)"} /  \1 /p' "$work/metrics"
    cat "$work/runs/latest/manifest.sha256"
}

for ((round = 0; round < rounds; round++)); do
    if [ -z "${SPARK_ONLY:-}" ]; then rank "this process, two threads" --threads 2; fi
done
worker 1
sleep 10
for ((round = 0; round < rounds; round++)); do
    rank "one worker" --engine "spark://127.0.0.1:$port"
done
worker 0
sleep 10
for ((round = 0; round < rounds; round++)); do
    rank "two workers" --engine "spark://127.0.0.1:$port"
done

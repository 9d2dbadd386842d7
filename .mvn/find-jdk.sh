# Sourced by mvnw and headroom. find_jdk sets and exports JAVA_HOME to a JDK 17 or newer, or says in one sentence what is missing.

jdk_feature_version() {
    # "1.8.0_402" -> 1 (too old anyway), "17.0.15" -> 17, "25-ea" -> 25
    "$1/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.specification\.version = \([0-9]*\).*/\1/p'
}

find_jdk() {
    if [ -n "${JAVA_HOME:-}" ]; then
        if [ ! -x "$JAVA_HOME/bin/javac" ] || [ ! -x "$JAVA_HOME/bin/java" ]; then
            echo "headroom: JAVA_HOME is $JAVA_HOME, where there is no JDK (no bin/javac); point it at a JDK 17 or newer, or unset it." >&2
            return 3
        fi
    else
        javac=$(command -v javac || true)
        if [ -z "$javac" ]; then
            echo "headroom: no JDK found (JAVA_HOME is not set and there is no javac on the PATH); install a JDK 17 or newer." >&2
            return 3
        fi
        # macOS has a stub in /usr/bin; java itself knows its home.
        JAVA_HOME=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')
    fi
    feature=$(jdk_feature_version "$JAVA_HOME")
    if [ "${feature:-0}" -lt 17 ]; then
        echo "headroom: the JDK at $JAVA_HOME is version ${feature:-unknown}; Headroom needs 17 or newer. Set JAVA_HOME to a newer one." >&2
        return 3
    fi
    export JAVA_HOME
}

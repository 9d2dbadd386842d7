# Sourced by mvnw and headroom. find_jdk sets and exports JAVA_HOME to a JDK 17 or newer and sets feature to its number, or says in
# one sentence what is missing.

jdk_feature_version() {
    # "1.8.0_402" -> 1 (too old anyway), "17.0.15" -> 17, "25-ea" -> 25. The file spares starting a JVM.
    jdk_version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null || true)
    if [ -z "$jdk_version" ]; then
        jdk_version=$("$1/bin/java" -XshowSettings:properties -version 2>&1 |
            sed -n 's/^ *java\.specification\.version = \([0-9]*\).*/\1/p')
    fi
    echo "${jdk_version:-0}"
}

# Without JAVA_HOME: the JDK on the PATH when it is new enough, else the newest in the usual places.
find_jdk_home() {
    jdk_javac=$(command -v javac || true)
    while [ -h "$jdk_javac" ]; do
        jdk_link=$(readlink "$jdk_javac")
        case $jdk_link in
            /*) jdk_javac=$jdk_link ;;
            *) jdk_javac=$(dirname "$jdk_javac")/$jdk_link ;;
        esac
    done
    jdk_best=
    jdk_best_version=0
    if [ -n "$jdk_javac" ]; then
        jdk_best=$(CDPATH= cd -- "$(dirname "$jdk_javac")/.." && pwd -P)
        if [ ! -f "$jdk_best/release" ]; then
            # macOS has a stub in /usr/bin; java itself knows its home.
            jdk_best=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')
        fi
        jdk_best_version=$(jdk_feature_version "$jdk_best")
    fi
    if [ "$jdk_best_version" -lt 17 ]; then
        for jdk in /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-}"/.sdkman/candidates/java/* \
            "${HOME:-}"/.jdks/*; do
            if [ -x "$jdk/bin/javac" ]; then
                jdk_found_version=$(jdk_feature_version "$jdk")
                if [ "$jdk_found_version" -gt "$jdk_best_version" ]; then
                    jdk_best=$jdk
                    jdk_best_version=$jdk_found_version
                fi
            fi
        done
    fi
    echo "$jdk_best"
}

find_jdk() {
    if [ -n "${JAVA_HOME:-}" ]; then
        if [ ! -x "$JAVA_HOME/bin/javac" ] || [ ! -x "$JAVA_HOME/bin/java" ]; then
            echo "headroom: JAVA_HOME is $JAVA_HOME, where there is no JDK (no bin/javac); point it at a JDK 17 or newer, or unset it." >&2
            return 3
        fi
    else
        JAVA_HOME=$(find_jdk_home)
        if [ -z "$JAVA_HOME" ]; then
            echo "headroom: no JDK found (JAVA_HOME is not set and there is no javac on the PATH); install a JDK 17 or newer." >&2
            return 3
        fi
    fi
    feature=$(jdk_feature_version "$JAVA_HOME")
    if [ "$feature" -lt 17 ]; then
        case $feature in
            0) feature="of unknown version" ;;
            1) feature="version 8 or older" ;;
            *) feature="version $feature" ;;
        esac
        echo "headroom: the JDK at $JAVA_HOME is ${feature}; Headroom needs 17 or newer. Set JAVA_HOME to a newer one." >&2
        return 3
    fi
    export JAVA_HOME
}

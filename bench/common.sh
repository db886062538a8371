# For the scripts called "run": sourced, with "here" set to the script's folder. Builds what is missing and says with what to measure.
bench=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
root=$(dirname "$bench")
report=$root/docs/benchmarks.md

# The options of bin/switchboard, and its settings of malloc, so that all servers have the same.
eval "$(grep '^export MALLOC_' "$root/switchboard")"
flags=$(sed -n 's/^\(java_options\|trim_option\)="\(.*\)"$/\2/p' "$root/switchboard" | paste -s -d ' ')

fail() {
  printf '%s\n' "$1" >&2
  exit 1
}

# build MODULE... - modules of this folder; their parents are read, nothing is installed.
build() {
  mvn -B -q -f "$bench/pom.xml" -pl "$(IFS=, && printf '%s' "$*")" clean package -DskipTests
}

# The distribution to measure: BENCH_HUB, or the checkout's own, built where it is missing.
hub() {
  hub=${BENCH_HUB:-$root/distribution/assembly/target/hub}
  if [ ! -f "$hub/lib/launcher.jar" ]; then
    mvn -B -q -f "$root/pom.xml" -pl distribution/assembly -am package -DskipTests
  fi
}

# java_home HOME - the Java to measure with.
java_of() {
  java=${1:+$1/bin/}java
  command -v "$java" >/dev/null || fail "There is no Java at $java."
  version=$("$java" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/Java \1/p' | head -n 1)
}

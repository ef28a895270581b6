# Sourced by porchlight and porchlight-bench, which set home: builds a distribution when it is missing or older than its
# sources, and runs it.
# shellcheck shell=bash disable=SC2154
# shellcheck source=bin/jdk.sh
. "$home/bin/jdk.sh"

# The choices that PORCHLIGHT_JAVA_OPTS replaces; an AOT cache is good only for the JVM options it was made with.
# What a request allocates is dead when it is answered: a small young generation stays in the processor's cache.
java_opts=${PORCHLIGHT_JAVA_OPTS--Xmx768m -Xmn48m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders}

# Whether the distribution was never built, or a source changed since.
is_stale() {
  [[ -e $dist/built ]] || return 0
  [[ -n $(find "$home"/pom.xml "$home"/*/pom.xml "$home"/*/src/main -newer "$dist/built" -print -quit) ]]
}

build() {
  local module=$1 log=$home/$1/target/build.log
  type -P mvn >/dev/null || fail \
    'Porchlight is not built yet, and building it needs Maven.' 'On Debian or Ubuntu: apt-get install maven'
  [[ -x $jdk/bin/javac ]] || fail "Building Porchlight needs a JDK; $jdk can only run Java (it has no javac)."
  if [[ -e $dist/built ]]; then
    echo 'Building Porchlight (its sources changed)…' >&2
  else
    echo 'Building Porchlight (first run, about a minute)…' >&2
  fi
  rm -rf "$dist"
  mkdir -p "$dist"
  touch "$dist/started"
  JAVA_HOME=$jdk mvn -B -q -f "$home/pom.xml" -Dmaven.test.skip=true -pl "$module" -am package >"$log" 2>&1 </dev/null || {
    cat "$log" >&2
    fail "Building Porchlight failed; the lines above are in $log too."
  }
  "$home/bin/make-aot" "$dist" "$jdk" "$java_opts" >"$home/$module/target/aot.log" 2>&1 </dev/null || true
  mv "$dist/started" "$dist/built"
}

# One build at a time; whoever waited finds it done.
build_once() {
  mkdir -p "$home/$1/target"
  exec 9>"$home/$1/target/build.lock"
  if type -P flock >/dev/null; then flock 9; fi
  if is_stale; then build "$1"; fi
  exec 9>&-
}

# launch MODULE NAME ARGS…: runs MODULE/target/NAME/NAME.jar.
launch() {
  local module=$1 name=$2
  shift 2
  dist=$home/$module/target/$name
  need_jdk
  if is_stale; then
    if [[ -e $dist/built ]] && ! type -P mvn >/dev/null; then
      echo 'The sources are newer than what was built from them, and there is no Maven to build again.' >&2
    else
      build_once "$module"
    fi
  fi
  # shellcheck source=bin/jvm-flags.sh
  . "$home/bin/jvm-flags.sh"
  # Pages are made in a second or two: the second compiler would take longer than it saves.
  if [[ ${1-} == reference ]]; then jvm_flags+=(-XX:TieredStopAtLevel=1); fi
  # java_opts holds several words.
  # shellcheck disable=SC2086
  exec "$jdk/bin/java" $java_opts "${jvm_flags[@]}" -XX:AOTCache="$dist/$name.aot" \
    -Dporchlight.command="$0" -jar "$dist/$name.jar" "$@"
}

# Sourced by the scripts: finds a JDK.
# shellcheck shell=bash

# Says what is wrong on standard error and ends the script.
fail() {
  printf '%s\n' "$@" >&2
  exit 1
}

# Whether the folder is a Java 25 or newer; reads its release file, which is quicker than starting it.
is_java_25() {
  local line version=
  [[ -n $1 && -x $1/bin/java && -r $1/release ]] || return 1
  while IFS= read -r line; do
    case $line in JAVA_VERSION=*) version=${line#*=} && version=${version//\"/} && break ;; esac
  done <"$1/release"
  version=${version%%[!0-9]*}
  ((${version:-0} >= 25))
}

# Sets jdk to the folder of a Java 25 or newer; leaves it empty when there is none.
find_jdk() {
  local java candidate
  jdk=
  if is_java_25 "${JAVA_HOME:-}"; then jdk=$JAVA_HOME && return; fi
  if java=$(type -P java); then
    java=$(readlink -f "$java")
    if is_java_25 "${java%/bin/java}"; then jdk=${java%/bin/java} && return; fi
  fi
  for candidate in /usr/lib/jvm/*; do
    if is_java_25 "$candidate"; then jdk=$candidate && return; fi
  done
}

# The same, and ends the script when there is none.
need_jdk() {
  find_jdk
  [[ -n $jdk ]] || fail \
    'Porchlight needs Java 25 or newer, and found none in JAVA_HOME, PATH or /usr/lib/jvm.' \
    'On Debian or Ubuntu: apt-get install openjdk-25-jdk-headless' \
    '(or temurin-25-jdk, where the packages of Eclipse Adoptium are set up). Then run this again.'
}

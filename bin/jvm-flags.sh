# Sourced: sets jvm_flags, what every start of the distribution in dist passes to Java.
# shellcheck shell=bash

# RocksDB and Netty reach native code and memory outside the heap, and find their libraries unpacked. An AOT cache
# that is missing or does not fit is passed over in silence; other warnings of the JVM go to standard error, since
# standard output belongs to the command.
# shellcheck disable=SC2034,SC2154
jvm_flags=(
  --enable-native-access=ALL-UNNAMED
  --sun-misc-unsafe-memory-access=allow
  -XX:+ExitOnOutOfMemoryError
  -XX:-UsePerfData
  -Xlog:disable
  "-Xlog:all=warning,aot*=off,cds*=off:stderr"
  "-Djava.library.path=$dist/native"
)

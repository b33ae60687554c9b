# shellcheck shell=bash
# Fuzzing: arbitrary policies and drafts, which fuzz/ makes from the cases of the tests, for as long as you like.

FUZZ_TARGETS=(check policy)
CARGO_FUZZ_VERSION=0.13.2
CARGO_FUZZ=${XDG_CACHE_HOME:-$HOME/.cache}/countersign/cargo-fuzz-$CARGO_FUZZ_VERSION

do_fuzz() {
  local target seconds=${1:-600}
  [[ $seconds =~ ^[1-9][0-9]*$ ]] || fail "'$seconds' is not a number of seconds, such as 600."
  setup_rust
  setup_fuzz
  step "Compiling the fuzz targets" cargo_fuzz build
  for target in "${FUZZ_TARGETS[@]}"; do
    step "Trying $target for $seconds seconds" try_target "$target" "$seconds"
    say "    $(sed --quiet 's/^stat::number_of_executed_units: */inputs tried: /p' "$OUTPUT")"
  done
}

setup_fuzz() {
  setup_cpp
  [[ -x $CARGO_FUZZ/bin/cargo-fuzz ]] ||
    step "Installing cargo-fuzz $CARGO_FUZZ_VERSION (a minute, once)" \
      cargo install --quiet --locked --root "$CARGO_FUZZ" --version "$CARGO_FUZZ_VERSION" cargo-fuzz
}

# The sanitizers look for faults that only unsafe code can have, and need a nightly compiler.
cargo_fuzz() {
  PATH=$CARGO_FUZZ/bin:$PATH cargo fuzz "$1" --sanitizer none --target-dir target/fuzz "${@:2}"
}

# Its finds are printed as JSON, to be kept in tests/regressions/. The corpus is kept, so the next run carries on.
try_target() {
  local corpus=target/fuzz/corpus/$1 found=target/fuzz/found
  mkdir -p "$corpus" "$found"
  # The content of the first input does not matter, but libFuzzer makes longer inputs if it starts from a long one.
  [[ -n $(ls -A "$corpus") ]] || head --bytes 1000 /dev/urandom >"$corpus/first"
  cargo_fuzz run "$1" "$corpus" -- -max_total_time="$2" -max_len=4096 -len_control=0 -timeout=10 \
    -verbosity=0 -print_final_stats=1 -artifact_prefix="$found/$1-"
}

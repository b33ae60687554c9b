# shellcheck shell=bash
# Every check and test. A failure does not stop the others: the end says how many failed, and which.

PASSED=0
FAILED=0
WRONG=()
QUICK_TESTS=(cases catalogue cli conventions fixes sign_offs)

do_test() {
  case ${1:-} in
    '') test_everything ;;
    --quick) test_quickly ;;
    *) fail "'test' takes --quick or nothing, not '$1'." ;;
  esac
  report
}

test_everything() {
  do_build
  setup_browsers chromium firefox
  setup_checkers

  check "Rust is formatted (cargo fmt)" formatted
  check "Everything else is formatted (npx prettier --write .)" prettier --check --log-level warn .
  check "Shell scripts are sound (shellcheck)" shellcheck --external-sources build.sh .ci/run
  check "Clippy finds nothing" cargo clippy --quiet "${LOCKED[@]}" --all-targets -- --deny warnings
  check "Clippy finds nothing in the fuzz targets" clippy_fuzz
  check "The documentation has no broken links" document
  check "Firefox accepts the extension (web-ext lint)" web-ext lint --source-dir dist/firefox --boring

  suite "Tests in Rust" count_cargo cargo test "${LOCKED[@]}" --no-fail-fast
  suite "The WebAssembly boundary, in Node" count_node node --test --test-reporter=tap tests/wasm/
  suite "Chromium and Firefox, with the real editors" count_node browser_tests
  say "• WebAssembly was compiled with the $(wasm_toolchain) toolchain."
}

# As many tests as are worth having in a minute: only the tests are built, and no browser is started. Types are checked
# against the pkg/ of the last build. Property tests try fewer inputs.
test_quickly() {
  setup_rust
  setup_node
  setup_checkers
  check "Rust is formatted (cargo fmt)" formatted
  check "Everything else is formatted (npx prettier --write .)" prettier --check --log-level warn .
  check "Clippy finds nothing in the crate" cargo clippy --quiet "${LOCKED[@]}" --lib --bins -- --deny warnings
  [[ ! -d pkg ]] || check "Types are right (tsc)" check_types
  export PROPTEST_CASES=32
  suite "Tests in Rust, without the oracles" count_cargo \
    cargo test "${LOCKED[@]}" --no-fail-fast --lib --bins "${QUICK_TESTS[@]/#/--test=}"
}

formatted() {
  cargo fmt --check
  cargo fmt --check --manifest-path fuzz/Cargo.toml
}

clippy_fuzz() {
  cargo clippy --quiet "${LOCKED[@]}" --manifest-path fuzz/Cargo.toml --target-dir target/fuzz -- --deny warnings
}

document() { RUSTDOCFLAGS="--deny warnings" cargo doc --quiet "${LOCKED[@]}" --no-deps; }

browser_tests() {
  rm -f target/browser-tests/*.test.mjs
  node tests/browser/build.mjs
  node --test --test-reporter=tap --test-concurrency=1 target/browser-tests/*.test.mjs
}

# check WORDS COMMAND…: counts as one test.
check() {
  attempt "$@"
  count "$1" $((STATUS == 0)) $((STATUS != 0))
}

# suite WORDS COUNTER COMMAND…: the counter reads from the runner's output how many tests passed and how many failed.
suite() {
  local words=$1 counter=$2 passed failed
  shift 2
  attempt "$words" "$@"
  read -r passed failed < <("$counter" "$OUTPUT")
  # A runner that stopped without reporting a failure, or that found no tests, has failed.
  if ((failed == 0 && (STATUS != 0 || passed == 0))); then failed=1; fi
  say "    $passed passed, $failed failed"
  count "$words" "$passed" "$failed"
}

count() {
  PASSED=$((PASSED + $2))
  FAILED=$((FAILED + $3))
  (($3 == 0)) || WRONG+=("$1")
}

# test result: ok. 12 passed; 0 failed; …
count_cargo() {
  awk '/^test result:/ { passed += $4; failed += $6 } END { print passed + 0, failed + 0 }' "$1"
}

# # pass 12
count_node() {
  awk '/^# pass / { passed += $3 } /^# (fail|cancelled) / { failed += $3 } END { print passed + 0, failed + 0 }' "$1"
}

report() {
  say
  ((FAILED == 0)) || printf 'Failed: %s\n' "${WRONG[@]}"
  say "$PASSED passed, $FAILED failed"
  ((FAILED == 0))
}

#!/usr/bin/env bash
# The one entry point to everything this repository makes. `./build.sh` with no arguments explains how to use it.
#
#   setup ─▶ engine (scripts/engine.sh) ─▶ policy ─▶ extension ─▶ demo, test, bench, fuzz, package
#
# Every step says in one line what it does and puts the details in target/log/, to show them if it fails.

# The functions named do_… are called by names that are put together at run time.
# shellcheck disable=SC2317
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# shellcheck source=scripts/steps.sh
source scripts/steps.sh
# shellcheck source=scripts/setup.sh
source scripts/setup.sh
# shellcheck source=scripts/engine.sh
source scripts/engine.sh
# shellcheck source=scripts/fuzz.sh
source scripts/fuzz.sh
# shellcheck source=scripts/test.sh
source scripts/test.sh

do_help() {
  cat <<'EOF'
Countersign. Usage: ./build.sh COMMAND

  setup     Install what is missing: npm packages, the WebAssembly toolchain, browsers.
  build     Make the command line (target/cli/countersign) and the extension (dist/chrome, dist/firefox).
  demo      Build, then show the main job in Chromium: check, fix, sign off, post.
            --headed leaves the browser open for you to try.
  test      Build, then run every check and test there is.
            --quick builds nothing and leaves out the browsers: for while you work.
  bench     Build, then measure the engine in all its places beside its peers, and print one table (some minutes).
            --quick measures less, to see where things stand.
  fuzz      Try arbitrary policies and drafts: ten minutes for each target, or as many seconds as you say.
  package   Build, then zip the extension for each browser into target/package/.

Each command does those it depends on first, and is quick when nothing has changed.
EOF
}

do_setup() {
  setup_build
  setup_browsers chromium firefox
  say "Everything needed is installed."
}

do_build() {
  setup_build
  # These do not depend on each other, and the last part of each uses only one core.
  start "Compiling the engine and the interface to WebAssembly ($(wasm_toolchain) toolchain)" compile_modules
  start "Compiling the command line" compile_command_line
  start "Compiling scripts/bindgen, which writes the JavaScript around it" compile_bindgen
  await_all
  bind_if_changed engine
  bind_if_changed interface
  step "Packing the example policy" target/cli/countersign pack policies/example -o target/policy.json
  step "Checking types" check_types
  step "Bundling the extension into dist/" node extension/esbuild.mjs
  check_budgets
}

compile_command_line() { cargo build --quiet --profile cli "${LOCKED[@]}"; }

check_types() {
  tsc --project tsconfig.json
  tsc --project tests/tsconfig.json
}

# The size limits are there to catch a sudden increase. What a person notices has its own budgets in `./build.sh bench`.
check_budgets() {
  check_size "The engine" dist/chrome/engine_bg.wasm 2400000 950000
  check_size "The interface" dist/chrome/interface_bg.wasm 300000 120000
  check_size "The content script" dist/chrome/content.js 100000
}

do_demo() {
  do_build
  setup_browsers chromium
  step "Bundling the demo and its pages" node tests/browser/build.mjs
  node target/browser-tests/demo.mjs "$@"
}

do_bench() {
  do_build
  setup_browsers chromium
  setup_peers
  step "Compiling the engine once more, to measure checks as values" compile_module values
  bind_if_changed values
  step "Bundling the pages to type in" node tests/browser/build.mjs
  step "Compiling the native benchmark" cargo bench --quiet "${LOCKED[@]}" --bench native --no-run
  node benches/bench.mjs "$@"
}

do_package() {
  do_build
  step "Zipping dist/chrome and dist/firefox into target/package/" node scripts/package.mjs
}

main() {
  local command=${1:-help}
  case $command in
    setup | build | demo | test | bench | fuzz | package) "do_$command" "${@:2}" ;;
    help | -h | --help) do_help ;;
    *)
      do_help >&2
      fail "There is no command '$command'."
      ;;
  esac
}

# On one line, so that bash reads no more of this file, which may have been edited meanwhile.
main "$@"; exit

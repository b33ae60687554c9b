# shellcheck shell=bash
# What must be on the machine. Each function is silent and quick if the thing is already there, installs it if possible,
# and otherwise says exactly what a person has to install.

DEBIAN_WASM=(rustc-web cargo-web rust-web-src rust-web-llvm lld-22)

setup_build() {
  setup_rust
  setup_node
  setup_wasm_target
}

setup_rust() {
  have cargo || fail "Install Rust from https://rustup.rs, then run this again."
}

setup_node() {
  have npm || fail "Install Node.js 20 or newer with npm from https://nodejs.org, then run this again."
  node -e 'process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)' ||
    fail "Node.js $(node --version) is too old: install version 20 or newer from https://nodejs.org."
  node scripts/installed.mjs || step "Installing npm packages" npm ci
}

# The peers that the benchmark compares with take up a hundred megabytes, which nothing else needs.
setup_peers() {
  node scripts/installed.mjs benches/peers || step "Installing the peers to measure against" npm ci --prefix benches/peers
}

# Prints which toolchain compiles to WebAssembly: the usual one, Debian's, or nothing if neither is there.
# COUNTERSIGN_WASM=Debian chooses the fallback where both are there, to test it.
wasm_toolchain() {
  if [[ ${COUNTERSIGN_WASM:-usual} == usual && -d $(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown ]]; then
    echo usual
  elif has_packages "${DEBIAN_WASM[@]}"; then
    echo Debian
  fi
}

# rustup provides the standard library ready made. Where it cannot be downloaded, Debian has the compiler it builds its
# browsers with, which comes with the source of the library.
setup_wasm_target() {
  [[ -z $(wasm_toolchain) ]] || return 0
  if [[ ${COUNTERSIGN_WASM:-usual} == usual ]] && have rustup; then
    attempt "Adding rustup's WebAssembly target" timeout 60 rustup target add wasm32-unknown-unknown
    ((STATUS != 0)) || return 0
    say "• rustup could not fetch it: trying Debian's compiler instead"
  fi
  install_packages "a Rust toolchain for WebAssembly" "rustup target add wasm32-unknown-unknown" \
    "${DEBIAN_WASM[@]}"
}

# setup_browsers chromium|firefox…: real browsers, for the demo and the tests. COUNTERSIGN_CHROMIUM and
# COUNTERSIGN_FIREFOX can name programs other than the usual ones.
setup_browsers() {
  local browser
  for browser in "$@"; do
    case $browser in
      chromium)
        [[ -n ${COUNTERSIGN_CHROMIUM:-} ]] || have chromium || have chromium-browser || have google-chrome ||
          install_packages "Chromium" "get Chromium or Chrome, so that chromium or google-chrome starts it" chromium
        ;;
      firefox)
        [[ -n ${COUNTERSIGN_FIREFOX:-} ]] || have firefox-esr || have firefox ||
          install_packages "Firefox" "get Firefox, so that firefox starts it" firefox-esr
        ;;
    esac
  done
}

# Tools that check the sources without running them.
setup_checkers() {
  have shellcheck || install_packages "ShellCheck" "get it from https://www.shellcheck.net" shellcheck
  setup_cpp
  cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1 ||
    step "Adding rustfmt and Clippy to Rust" rustup component add rustfmt clippy
}

# The fuzzer is written in C++.
setup_cpp() {
  have c++ || install_packages "A C++ compiler" "get one, so that c++ starts it" g++
}

has_packages() {
  have dpkg-query || return
  local states
  states=$(dpkg-query --show --showformat='${db:Status-Status}\n' "$@" 2>/dev/null) || return
  [[ $(sort --unique <<<"$states") == installed ]]
}

# install_packages NAME OTHERWISE PACKAGE…: installs Debian packages if we may; if not, says what to do.
install_packages() {
  local name=$1 otherwise=$2
  shift 2
  if ! have apt-get; then
    fail "$name is missing. Please $otherwise, then run this again."
  elif ((EUID != 0)); then
    fail "$name is missing. Please run 'sudo apt-get install $*', or $otherwise, then run this again."
  fi
  step "Installing Debian's packages for $name" apt_install "$@"
}

apt_install() {
  apt-get update --quiet
  DEBIAN_FRONTEND=noninteractive apt-get install --quiet --yes --no-install-recommends "$@"
}

# shellcheck shell=bash
# Our WebAssembly: cargo compiles, wasm-bindgen writes the JavaScript and TypeScript around it, wasm-opt makes it small.
#
# The one crate becomes two modules: the engine, which the background loads once, and the interface, which every panel
# loads. src/wasm/mod.rs says what is in which.

WASM_TARGET=target/wasm
BINDGEN=target/bindgen-tool

# Sixteen bytes at a time: supported since Chromium 91 and Firefox 89, and a long draft takes a seventh less time.
SIMD="-Ctarget-feature=+simd128"

compile_modules() {
  compile_module engine
  compile_module interface
}

# compile_module NAME: compiles a module into target/wasm/NAME.wasm, which keeps its date if its content is unchanged.
# One after the other, because they share what they depend on.
compile_module() {
  local name=$1 compiled=$WASM_TARGET/wasm32-unknown-unknown/release/countersign.wasm made=$WASM_TARGET/$1.wasm
  local build=(rustc --quiet "${LOCKED[@]}" --lib --crate-type cdylib --features "$name-module"
    --release --target wasm32-unknown-unknown)
  export CARGO_TARGET_DIR=$WASM_TARGET RUSTFLAGS=$SIMD
  if [[ $(wasm_toolchain) == usual ]]; then
    cargo "${build[@]}"
  else
    # Debian's compiler has no ready-made standard library for this target, so cargo builds one, which is unstable.
    RUSTC_BOOTSTRAP=1 RUSTC=/usr/bin/rustc /usr/bin/cargo "${build[@]}" -Zbuild-std=std,panic_abort
  fi
  cmp --silent "$compiled" "$made" || cp "$compiled" "$made"
}

compile_bindgen() {
  cargo build --quiet --locked --release --manifest-path scripts/bindgen/Cargo.toml --target-dir "$BINDGEN"
}

bind_if_changed() {
  outdated "pkg/$1_bg.wasm" "$WASM_TARGET/$1.wasm" scripts/engine.sh scripts/bindgen || return 0
  step "Binding and optimising the $1 into pkg/" bind_module "$1"
}

bind_module() {
  local name=$1 bound=target/bindgen
  "$BINDGEN/release/bindgen" "$WASM_TARGET/$name.wasm" "$bound"
  mkdir -p pkg
  cp "$bound/$name.js" "$bound/$name"*.d.ts pkg/
  wasm-opt -O1 --strip-debug --strip-producers --strip-target-features \
    "$bound/${name}_bg.wasm" -o "pkg/${name}_bg.wasm"
}

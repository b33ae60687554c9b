# shellcheck shell=bash
# The engine as WebAssembly: cargo compiles, wasm-bindgen writes the JavaScript and TypeScript around it,
# wasm-opt makes it small.

WASM_TARGET=target/wasm
COMPILED_WASM=$WASM_TARGET/wasm32-unknown-unknown/release/countersign.wasm

# Debian's compiler has no ready-made standard library for this target: cargo builds it, about a minute, once.
# A target folder of its own keeps the two compilers from undoing each other's work.
compile_wasm() {
  local build=(build --quiet "${LOCKED[@]}" --lib --release --target wasm32-unknown-unknown)
  export CARGO_TARGET_DIR=$WASM_TARGET
  if [[ $(wasm_toolchain) == usual ]]; then
    cargo "${build[@]}"
  else
    RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 /usr/bin/cargo "${build[@]}" -Zbuild-std=std,panic_abort
  fi
}

bind_wasm() {
  local bound=target/bindgen
  "$WASM_BINDGEN/bin/wasm-bindgen" --target web --out-dir "$bound" "$COMPILED_WASM"
  mkdir -p pkg
  cp "$bound"/*.js "$bound"/*.d.ts pkg/
  wasm-opt -O3 --strip-debug --strip-producers --strip-target-features \
    "$bound/countersign_bg.wasm" -o pkg/countersign_bg.wasm
}

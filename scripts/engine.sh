# shellcheck shell=bash
# The engine as WebAssembly: cargo compiles, wasm-bindgen writes the JavaScript and TypeScript around it,
# wasm-opt makes it small.

WASM_TARGET=target/wasm
COMPILED_WASM=$WASM_TARGET/wasm32-unknown-unknown/release/countersign.wasm

# What the WebAssembly does not need: where a panic was, and how types look when printed for developers. Together
# with a standard library built for size (Debian's way) that is a tenth of it. The flags are unstable, which
# RUSTC_BOOTSTRAP allows; they change no behaviour.
SMALL="-Zlocation-detail=none -Zfmt-debug=none"

# How large a function may be that is put into those that call it. The compiler's own 225 makes the engine 46 KB larger
# under gzip and no faster; with 10 it takes a fifth longer to check a draft.
INLINE="-Cllvm-args=--inline-threshold=25"

# Debian's compiler has no ready-made standard library for this target: cargo builds it, about a minute, once.
# A target folder of its own keeps the two compilers from undoing each other's work.
compile_wasm() {
  local build=(rustc --quiet "${LOCKED[@]}" --lib --crate-type cdylib --release --target wasm32-unknown-unknown)
  export CARGO_TARGET_DIR=$WASM_TARGET RUSTC_BOOTSTRAP=1 RUSTFLAGS=$SMALL
  if [[ $(wasm_toolchain) == usual ]]; then
    cargo "${build[@]}" -- "$INLINE"
  else
    RUSTC=/usr/bin/rustc /usr/bin/cargo "${build[@]}" -Zbuild-std=std,panic_abort \
      -Zbuild-std-features=optimize_for_size,compiler-builtins-mem -- "$INLINE"
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

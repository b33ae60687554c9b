# shellcheck shell=bash
# Our WebAssembly: cargo compiles, wasm-bindgen writes the JavaScript and TypeScript around it, wasm-opt makes it small.
#
# The one crate becomes two modules: the engine, which the background loads once, and the interface, which every panel
# loads. What is in which, src/wasm/mod.rs says.

WASM_TARGET=target/wasm

# What the WebAssembly does not need: where a panic was, and how types look when printed for developers. Together
# with a standard library built for size (Debian's way) that is a tenth of it. The flags are unstable, which
# RUSTC_BOOTSTRAP allows; they change no behaviour.
SMALL="-Zlocation-detail=none -Zfmt-debug=none"

# Sixteen bytes at a time: Chromium since 91 and Firefox since 89 can, and a long draft takes a seventh less.
SIMD="-Ctarget-feature=+simd128"

# How large a function may be that is put into those that call it. The compiler's own 225 makes the engine 46 KB larger
# under gzip and no faster; with 10 it takes a fifth longer to check a draft.
INLINE="-Cllvm-args=--inline-threshold=25"

# Each module has a profile, and by that a folder, of its own: so cargo can make both at once, and knows when neither
# has changed.
compile_wasm() {
  compile_module interface interface &
  compile_module engine release "$INLINE"
  wait $!
}

# compile_module NAME PROFILE FLAG…: compiles a module into target/wasm/NAME.wasm, which stays as old as what is in it.
#
# Debian's compiler has no ready-made standard library for this target: cargo builds it, about a minute, once.
# A target folder of its own keeps the two compilers from undoing each other's work.
compile_module() {
  local name=$1 profile=$2
  local compiled=$WASM_TARGET/wasm32-unknown-unknown/$profile/countersign.wasm made=$WASM_TARGET/$name.wasm
  local build=(rustc --quiet "${LOCKED[@]}" --lib --crate-type cdylib --features "$name-module"
    --profile "$profile" --target wasm32-unknown-unknown)
  export CARGO_TARGET_DIR=$WASM_TARGET RUSTC_BOOTSTRAP=1 RUSTFLAGS="$SMALL $SIMD"
  if [[ $(wasm_toolchain) == usual ]]; then
    cargo "${build[@]}" -- "${@:3}"
  else
    RUSTC=/usr/bin/rustc /usr/bin/cargo "${build[@]}" -Zbuild-std=std,panic_abort \
      -Zbuild-std-features=optimize_for_size,compiler-builtins-mem -- "${@:3}"
  fi
  cmp --silent "$compiled" "$made" || cp "$compiled" "$made"
}

bind_if_changed() {
  outdated "pkg/$1_bg.wasm" "$WASM_TARGET/$1.wasm" scripts/engine.sh || return 0
  step "Binding and optimising the $1 into pkg/" bind_module "$1"
}

bind_module() {
  local name=$1 bound=target/bindgen
  # After a trap the engine begins anew (extension/trap.ts).
  "$WASM_BINDGEN/bin/wasm-bindgen" --target web --experimental-reset-state-function --out-dir "$bound" \
    --out-name "$name" "$WASM_TARGET/$name.wasm"
  mkdir -p pkg
  cp "$bound/$name.js" "$bound/$name"*.d.ts pkg/
  wasm-opt -O3 --strip-debug --strip-producers --strip-target-features \
    "$bound/${name}_bg.wasm" -o "pkg/${name}_bg.wasm"
}

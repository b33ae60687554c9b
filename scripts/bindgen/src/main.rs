//! `bindgen MODULE.wasm FOLDER`: writes `MODULE.js`, its types and `MODULE_bg.wasm` into a folder.

use anyhow::{Context, Result};
use std::env;
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<()> {
    let mut arguments = env::args_os().skip(1);
    let module = arguments.next().context("Name the module to bind.")?;
    let folder = arguments.next().context("Name the folder to write to.")?;
    let mut bindgen = Bindgen::new();
    // As the command line tool `wasm-bindgen --target web` does. After a trap the engine begins again with new memory
    // (extension/trap.ts).
    bindgen.input_path(module).web(true)?.typescript(true).omit_default_module_path(false);
    bindgen.reset_state_function(true).generate(folder)
}

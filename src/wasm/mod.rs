//! The border to the browser: the only module that uses `wasm_bindgen`, `web_sys`, `js_sys` or `gloo`.
//!
//! The code here becomes two WebAssembly modules, because the panel is loaded once for each composer and need not load
//! the engine every time.

mod convert;
#[cfg(feature = "interface-module")]
mod draw;
#[cfg(feature = "engine-module")]
pub mod exports;
#[cfg(feature = "interface-module")]
pub mod options;
#[cfg(feature = "interface-module")]
pub mod panel;
#[cfg(feature = "interface-module")]
pub mod panel_state;
#[cfg(feature = "interface-module")]
mod words;

use wasm_bindgen::prelude::*;

/// Sends panics to the console. The lints rule them out, but dependencies may still have them.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

//! The border to the browser: the only place that names `wasm_bindgen`, `web_sys`, `js_sys` or `gloo`.
//!
//! What is here becomes two modules of WebAssembly, because the panel is loaded once for each composer and need not
//! bring the engine along each time.

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

/// Sends panics, which the lints rule out but dependencies may still have, to the console.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

//! The border to the browser: the only place that names `wasm_bindgen`, `web_sys`, `js_sys` or `gloo`.

mod convert;
mod draw;
pub mod exports;
pub mod options;
pub mod panel;
pub mod view;
mod words;

//! The border to the browser: the only place that names wasm_bindgen, web_sys, js_sys or gloo.

pub mod exports;
pub mod view;

//! Draws a page from a description of it, changing only what has changed.
//!
//! Each time something happens, a screen describes the whole page as [`Element`]s; [`Canvas`] compares that with what
//! is there. An element that stays keeps its node, and with it the focus, the caret and whatever was typed into it.
//! Everything is made of elements, attributes and text nodes: nothing is ever parsed as HTML.

mod canvas;
mod element;
mod patch;

pub(crate) use canvas::Canvas;
pub(crate) use element::{Element, el};

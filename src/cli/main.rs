//! (first stone)
fn main() {}

//! (first stone)

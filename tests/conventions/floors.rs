//! The order of the modules: each imports only from those before it, as `src/lib.rs` lists them.

use crate::repository::{File, files, none, read};
use std::collections::BTreeMap;
use syn::visit::{self, Visit};
use syn::{Item, UseTree};

/// The modules in order, and the module of each item that `lib.rs` exports at the root of the crate.
struct Floors {
    order: Vec<String>,
    offered: BTreeMap<String, String>,
}

impl Floors {
    fn of(lib: &str) -> Self {
        let (mut order, mut offered) = (Vec::new(), BTreeMap::new());
        for item in syn::parse_file(lib).expect("lib.rs is Rust").items {
            match item {
                Item::Mod(module) => order.push(module.ident.to_string()),
                Item::Use(item) => {
                    for path in paths_of(&item.tree) {
                        let (first, last) = (path.first().cloned(), path.last().cloned());
                        offered.insert(last.unwrap_or_default(), first.unwrap_or_default());
                    }
                }
                _ => {}
            }
        }
        Self { order, offered }
    }

    /// The position of a module. An item exported at the root has the position of its module.
    fn level(&self, name: &str) -> Option<usize> {
        let module = self.offered.get(name).map_or(name, String::as_str);
        self.order.iter().position(|known| known == module)
    }

    /// The imports of a file from later modules, each as a sentence.
    fn pointing_up(&self, file: &File) -> Vec<String> {
        let own = file.path.trim_start_matches("src/").trim_end_matches(".rs");
        let folders: Vec<&str> = own.split('/').filter(|part| *part != "mod").collect();
        let Some(level) = folders.first().and_then(|module| self.level(module)) else { return Vec::new() };
        let mut imports = Imports { depth: folders.len(), found: Vec::new() };
        imports.visit_file(&syn::parse_file(&file.text).expect("the sources are Rust"));
        let up = |name: &String| self.level(name).is_some_and(|other| other > level);
        let mut up: Vec<String> = imports.found.into_iter().filter(up).collect();
        up.dedup();
        let sentence =
            |name: String| format!("{}: {} imports {name}, which stands after it", file.path, folders[0]);
        up.into_iter().map(sentence).collect()
    }
}

/// Collects what a file names from the root of the crate. Tests may use anything.
struct Imports {
    /// How many `super`s lead from the file to the root.
    depth: usize,
    found: Vec<String>,
}

impl Imports {
    fn add(&mut self, path: &[String]) {
        let ups = path.iter().take_while(|part| *part == "super").count();
        let rest = match path.first().map(String::as_str) {
            Some("crate") => path.get(1),
            Some("super") if ups >= self.depth => path.get(ups),
            _ => None,
        };
        self.found.extend(rest.cloned());
    }
}

impl<'ast> Visit<'ast> for Imports {
    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        let is_test = |attribute: &syn::Attribute| {
            attribute.path().is_ident("cfg")
                && attribute.parse_args::<syn::Ident>().is_ok_and(|name| name == "test")
        };
        if !module.attrs.iter().any(is_test) {
            self.depth += 1;
            visit::visit_item_mod(self, module);
            self.depth -= 1;
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        for path in paths_of(&item.tree) {
            self.add(&path);
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let parts: Vec<String> = path.segments.iter().map(|part| part.ident.to_string()).collect();
        self.add(&parts);
        visit::visit_path(self, path);
    }
}

/// Every path of a `use`, in full.
fn paths_of(tree: &UseTree) -> Vec<Vec<String>> {
    let under = |name: String, tree: &UseTree| {
        let all = paths_of(tree).into_iter();
        all.map(|path| [vec![name.clone()], path].concat()).collect()
    };
    match tree {
        UseTree::Path(path) => under(path.ident.to_string(), &path.tree),
        UseTree::Name(name) => vec![vec![name.ident.to_string()]],
        UseTree::Rename(rename) => vec![vec![rename.ident.to_string()]],
        UseTree::Glob(_) => vec![vec![]],
        UseTree::Group(group) => group.items.iter().flat_map(paths_of).collect(),
    }
}

#[test]
fn no_import_points_up() {
    let floors = Floors::of(&read("src/lib.rs"));
    none(
        files("src", ".rs").iter().flat_map(|file| floors.pointing_up(file)),
        "A module imports only from those that stand before it in src/lib.rs. Move what both need further down:",
    );
}

#[test]
fn an_import_that_points_up_is_named() {
    let floors = Floors::of("mod text; mod rules; mod engine; pub use engine::Engine;");
    let up =
        |path: &str, text: &str| floors.pointing_up(&File { path: path.to_owned(), text: text.to_owned() });
    let rules = ["src/rules/term.rs: rules imports engine, which stands after it"];
    let root = ["src/rules/term.rs: rules imports Engine, which stands after it"];
    assert_eq!(up("src/rules/term.rs", "use crate::{text::dates, engine::findings};"), rules);
    assert_eq!(up("src/rules/term.rs", "use super::super::engine;"), rules);
    assert_eq!(up("src/rules/term.rs", "fn new() -> crate::Engine { todo!() }"), root);
    assert_eq!(
        up("src/rules/mod.rs", "use super::engine;"),
        ["src/rules/mod.rs: rules imports engine, which stands after it"]
    );
    assert!(
        up("src/rules/term.rs", "use super::engine; use crate::text; mod a { use super::super::x; }")
            .is_empty()
    );
    assert!(up("src/rules/term.rs", "#[cfg(test)] mod tests { use crate::Engine; }").is_empty());
}

#[test]
fn the_order_stands_in_the_architecture() {
    let page = read("ARCHITECTURE.md");
    let (_, floors) = page.split_once("## Floors").expect("ARCHITECTURE.md has a part called Floors");
    let mut rest = floors;
    for module in Floors::of(&read("src/lib.rs")).order {
        let named = rest.split_once(&format!("`{module}`"));
        rest = named.unwrap_or_else(|| panic!("Name `{module}` under Floors, in the order of src/lib.rs.")).1;
    }
}

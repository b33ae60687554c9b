// Writes the character tables for counting and linking on X, from npm `twitter-text` 3.1.0 and the `twemoji-parser` it
// uses. Run it from the root of the repository when either is updated:
//
//     node tests/oracle/tables.mjs
//
// The tables are computed by testing each published pattern against every character, so they include what JavaScript's
// case folding adds.

import { createRequire } from "node:module";
import { writeFileSync } from "node:fs";

const require = createRequire(import.meta.url);
const FROM = "npm twitter-text 3.1.0, Copyright 2018 Twitter, Inc., Apache License 2.0";
const FROM_EMOJI = "npm twemoji-parser 11.0.2, Copyright Twitter Inc., MIT License";

const pattern = (name) => {
  const module = require(`twitter-text/dist/regexp/${name}`);
  return (module.default ?? module).source;
};

/** The ranges of characters that a pattern matches. */
function ranges(source, flags) {
  const regex = new RegExp(`^(?:${source})$`, flags);
  const found = [];
  for (let code = 0; code <= 0x10ffff; code += 1) {
    if ((code >= 0xd800 && code <= 0xdfff) || !regex.test(String.fromCodePoint(code))) continue;
    const last = found.at(-1);
    if (last?.[1] === code - 1) last[1] = code;
    else found.push([code, code]);
  }
  return found;
}

/** A number in Rust's format: 0x1_f600. */
const hex = (code) => `0x${code.toString(16).replace(/(?<=.)(?=(?:.{4})+$)/g, "_")}`;

function table(name, doc, type, pairs) {
  const lines = [];
  let line = "   ";
  for (const pair of pairs) {
    const item = ` (${pair.map((part) => (typeof part === "number" ? hex(part) : part)).join(", ")}),`;
    if (line.length + item.length > 110) {
      lines.push(line);
      line = "   ";
    }
    line += item;
  }
  return `/// ${doc}\n#[rustfmt::skip]\npub(super) static ${name}: &[${type}] = &[\n${[...lines, line].join("\n")}\n];\n`;
}

const bmp = (pairs) => pairs.filter(([start]) => start <= 0xffff);
const astral = (pairs) => pairs.filter(([start]) => start > 0xffff);

function classes() {
  const alpha = ranges(pattern("hashtagAlpha"), "i");
  const numeric = ranges(`(?!${pattern("hashtagAlpha")})${pattern("hashtagAlphaNumeric")}`, "i");
  const latin = pattern("latinAccentChars");
  return [
    `//! Character classes of X's text rules. Written by \`tests/oracle/tables.mjs\` from ${FROM}.\n`,
    table("LETTERS", "Letters and marks of a hashtag, up to U+FFFF.", "(u16, u16)", bmp(alpha)),
    table("ASTRAL_LETTERS", "Letters and marks of a hashtag, above U+FFFF.", "(u32, u32)", astral(alpha)),
    table("NUMERALS", "What a hashtag may have besides letters, up to U+FFFF.", "(u16, u16)", bmp(numeric)),
    table(
      "ASTRAL_NUMERALS",
      "What a hashtag may have besides letters, above U+FFFF.",
      "(u32, u32)",
      astral(numeric),
    ),
    table(
      "LATIN",
      "Accented Latin letters, as a case-sensitive class.",
      "(u16, u16)",
      ranges(`[${latin}]`, ""),
    ),
    table(
      "LATIN_FOLDED",
      "Accented Latin letters, as a case-insensitive class.",
      "(u16, u16)",
      ranges(`[${latin}]`, "i"),
    ),
    table(
      "CYRILLIC_FOLDED",
      "Cyrillic letters, as a case-insensitive class.",
      "(u16, u16)",
      ranges(`[${pattern("cyrillicLettersAndMarks")}]`, "i"),
    ),
  ].join("\n");
}

function topLevelDomains() {
  const list = (name) =>
    pattern(name)
      .replace(/^\(\?:\(\?:/, "")
      .replace(/\)\(\?=.*$/, "")
      .split("|");
  const all = [...list("validGTLD"), ...list("validCCTLD")];
  const ascii = all.filter((domain) => /^[a-z]+$/.test(domain)).sort();
  const rest = all.filter((domain) => !/^[a-z]+$/.test(domain));
  return { ascii, rest };
}

/** The changes to the root zone since then, from npm `tlds` 1.261.0 (MIT License), which Bluesky uses. */
function changes(ascii) {
  const current = require("tlds").filter((domain) => /^[a-z]+$/.test(domain));
  const [before, now] = [new Set(ascii), new Set(current)];
  return {
    gone: ascii.filter((domain) => !now.has(domain)),
    added: current.filter((domain) => !before.has(domain)).sort(),
  };
}

/** Splits at each `|` outside groups and classes. */
function alternatives(source) {
  const parts = [""];
  let depth = 0;
  for (const [token] of source.matchAll(/\\u[0-9a-f]{4}|\\.|./gsu)) {
    if ("([".includes(token)) depth += 1;
    if (")]".includes(token)) depth -= 1;
    if (token === "|" && depth === 0) parts.push("");
    else parts[parts.length - 1] += token;
  }
  return parts;
}

/** Every string of a pattern made of characters and classes only. */
function strings(source) {
  let found = [""];
  for (const [token] of source.matchAll(/\[[^\]]*\]|\\u[0-9a-f]{4}/g)) {
    const units = token.startsWith("[")
      ? Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)).filter((unit) =>
          new RegExp(token).test(unit),
        )
      : [String.fromCharCode(Number.parseInt(token.slice(2), 16))];
    found = found.flatMap((start) => units.map((unit) => start + unit));
  }
  return found;
}

const group = (source) => /^\(\?:(.*)\)$/s.exec(source)[1];
const escape = (text) => [...text].map((c) => `\\u{${c.codePointAt(0).toString(16)}}`).join("");

function emoji() {
  const [profession, sport, gendered, joined, , marked, plain, modified, single] = alternatives(
    require("twemoji-parser/dist/lib/regex").default.source,
  );
  const bodies = {
    SPORT: group(alternatives(sport.replace(/\(\(.*$/s, ""))[0]),
    GENDERED: /^\(\?:(.*?)\)\(\?:\\ud83c/s.exec(gendered)[1],
    MARKED: group(marked.replace(/\\ufe0f\)$/, ")").replace(/^\(\?:\[/, "(?:[")),
    TEXT: group(plain.replace(/\(\?:\\ufe0f\|\(\?!\\ufe0e\)\)$/, "")),
  };
  const [withText, always] = alternatives(
    group(modified.replace(/\(\?:\\ud83c\[\\udffb-\\udfff\]\)\?$/, "")),
  );
  bodies.MODIFIED_TEXT = group(withText.replace(/\(\?:\\ufe0f\|\(\?!\\ufe0e\)\)$/, ""));
  bodies.MODIFIED = group(always);
  const singles = alternatives(group(single)).filter(
    (body) => !/^\\ud83c(?:\\udff4\\udb40|\\udd..\\ud83c)/.test(body),
  );
  bodies.SINGLE = singles.filter((body) => !/^\\ud83c\\udd.{2}\\ud83c/.test(body)).join("|");
  const flags = new Map();
  let bit = 1;
  const names = [];
  for (const [name, body] of Object.entries(bodies)) {
    names.push([name, bit]);
    for (const [start, end] of ranges(body, "")) {
      for (let code = start; code <= end; code += 1) flags.set(code, (flags.get(code) ?? 0) | bit);
    }
    bit *= 2;
  }
  const classed = [];
  for (const code of [...flags.keys()].sort((a, b) => a - b)) {
    const last = classed.at(-1);
    if (last?.[1] === code - 1 && last[2] === flags.get(code)) last[1] = code;
    else classed.push([code, code, flags.get(code)]);
  }
  const pairs = alternatives(group(single))
    .filter((body) => /^\\ud83c\\udd.{2}\\ud83c/.test(body))
    .flatMap(strings);
  const regional = Array.from({ length: 26 }, () => 0);
  for (const pair of pairs) {
    const [first, second] = [...pair].map((c) => c.codePointAt(0) - 0x1f1e6);
    regional[first] |= 1 << second;
  }
  const sequences = alternatives(group(joined)).flatMap(strings);
  const jobs = alternatives(group(/\\u200d(\(\?:.*\))$/s.exec(profession)[1])).flatMap(strings);
  const docs = {
    SPORT: "Takes a gender sign behind a skin tone or a presentation selector.",
    GENDERED: "Takes a gender sign, behind a skin tone or not.",
    MARKED: "An emoji only with a presentation selector behind it.",
    TEXT: "An emoji unless a text selector follows.",
    MODIFIED_TEXT: "Takes a skin tone, and is an emoji unless a text selector follows.",
    MODIFIED: "Takes a skin tone.",
    SINGLE: "An emoji by itself.",
  };
  const list = (items) => items.map((item) => `    "${escape(item)}",\n`).join("");
  return [
    `//! The emoji that X knows. Written by \`tests/oracle/tables.mjs\` from ${FROM_EMOJI}.\n`,
    ...names.map(([name, value]) => `/// ${docs[name]}\npub(super) const ${name}: u8 = ${value};`),
    "",
    table(
      "CLASSES",
      "Characters that begin an emoji, and the classes they are of.",
      "(u32, u32, u8)",
      classed.map(([start, end, value]) => [start, end, `${value}`]),
    ),
    `/// For each regional indicator, as bits, those that make a flag when they follow it.\n#[rustfmt::skip]\npub(super) static FLAGS: [u32; 26] = [\n${regional.map((row) => `    ${hex(row >>> 0)},\n`).join("")}];\n`,
    `/// What may follow a man or a woman and a joiner.\npub(super) static JOBS: &[&str] = &[\n${list(jobs)}];\n`,
    `/// Joined sequences, in the order in which they are tried.\npub(super) static SEQUENCES: &[&str] = &[\n${list(sequences)}];\n`,
  ].join("\n");
}

const punctuation = [
  "//! Unicode's punctuation (general category P). Written by `tests/oracle/tables.mjs`.\n",
  table("PUNCTUATION", "Sorted ranges.", "(u32, u32)", ranges("\\p{P}", "u")),
].join("\n");

const { ascii, rest } = topLevelDomains();
const { gone, added } = changes(ascii);
writeFileSync("src/text/entities/x/tables.rs", classes());
writeFileSync("src/text/entities/punctuation.rs", punctuation);
for (const [name, list] of Object.entries({ ascii, other: rest, gone, added })) {
  writeFileSync(`src/text/entities/tld/${name}.txt`, list.join("\n"));
}
writeFileSync("src/text/length/emoji/tables.rs", emoji());

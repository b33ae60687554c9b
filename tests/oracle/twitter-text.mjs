// Answers for X: reads one JSON string per line, and writes what twitter-text 3.1.0 says about each,
// `{"length", "entities": [[kind, start, end], …], "mastodon"}`, in UTF-16 code units.

import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const require = createRequire(import.meta.url);
const twitter = require("twitter-text");
const part = (name) => {
  const module = require(`twitter-text/dist/regexp/${name}`);
  return (module.default ?? module).source;
};

const kind = (entity) =>
  entity.url !== undefined
    ? "url"
    : entity.hashtag !== undefined
      ? "hashtag"
      : entity.screenName !== undefined
        ? "mention"
        : "cashtag";

// Mastodon's composer combines twitter-text's parts so that a link must have a protocol.
const link = new RegExp(
  `(${part("validUrlPrecedingChars")})(https?:\\/\\/(?:${part("validDomain")})(?::${part("validPortNumber")})?` +
    `(?:\\/${part("validUrlPath")}*)?(?:\\?${part("validUrlQueryChars")}*${part("validUrlQueryEndingChars")})?)`,
  "gi",
);
const remote = /(^|[^/\w])@(([a-z0-9_]+)@[a-z0-9.-]+[a-z0-9]+)/gi;
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const mastodon = (text) =>
  [...graphemes.segment(text.replace(link, `$1${"x".repeat(23)}`).replace(remote, "$1@$3"))].length;

function answer(text) {
  return {
    length: twitter.parseTweet(text).weightedLength,
    entities: twitter.extractEntitiesWithIndices(text).map((entity) => [kind(entity), ...entity.indices]),
    mastodon: mastodon(text),
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(answer(JSON.parse(line)))}\n`);
}

// Answers for Bluesky: reads one JSON string per line, and writes what Bluesky's own code (npm `@atproto/api` 0.19.19)
// says about each, `{"length", "bytes", "entities": [[kind, start, end], …], "open"}`, in bytes of UTF-8.
//
// Addresses are parsed by the standard's own implementation (npm `whatwg-url`): Node's host tables are years older than
// those of browsers, and differ between versions of Node. A result is `open` if implementations differ on the text:
// characters that Unicode has only just added, or not added yet; `^`, which the standard has only recently started to
// encode; and labels that decode to one beginning with `xn--`, which it has only recently started to refuse.

import { createInterface } from "node:readline";
import { RichText } from "@atproto/api";
import { URL } from "whatwg-url";

const kinds = { "app.bsky.richtext.facet#link": "url", "app.bsky.richtext.facet#mention": "mention" };

function kind(facet, words) {
  return kinds[facet.features[0].$type] ?? (words.startsWith("$") ? "cashtag" : "hashtag");
}

// How the app shortens a link before it counts: host and path, cut to 13 characters if longer than 15.
function short(link) {
  let url;
  try {
    url = new URL(link);
  } catch {
    return link;
  }
  if (!/^https?:$/.test(url.protocol)) return link;
  const path = (url.pathname === "/" ? "" : url.pathname) + url.search + url.hash;
  return url.host + (path.length > 15 ? `${path.slice(0, 13)}...` : path);
}

function answer(text) {
  const rich = new RichText({ text });
  rich.detectFacetsWithoutResolution();
  const facets = rich.facets ?? [];
  const bytes = Buffer.from(text);
  const words = ({ index }) => bytes.subarray(index.byteStart, index.byteEnd).toString();
  const links = facets.filter((facet) => kind(facet, "") === "url");
  const parts = [];
  let done = 0;
  for (const link of links) {
    parts.push(bytes.subarray(done, link.index.byteStart), Buffer.from(short(words(link))));
    done = link.index.byteEnd;
  }
  const shown = new RichText({ text: Buffer.concat([...parts, bytes.subarray(done)]).toString() });
  return {
    length: shown.graphemeLength,
    bytes: shown.length,
    open: /\^|xn--xn--|\p{Cn}/iu.test(text),
    entities: facets.map((facet) => [kind(facet, words(facet)), facet.index.byteStart, facet.index.byteEnd]),
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(answer(JSON.parse(line)))}\n`);
}

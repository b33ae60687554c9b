import { randomBytes, randomUUID } from "node:crypto";

/** The pages of the bench, by the host they are served under. */
export const PAGES: Readonly<Record<string, string>> = {
  "x.com": "x",
  "bsky.app": "bluesky",
  "mastodon.social": "mastodon",
};

/**
 * A host that Countersign does not support. It serves any of the pages (`/x/…`, `/bluesky/…`), so that a test
 * can compare an editor's DOM with the same editor left alone.
 */
export const UNTOUCHED_HOST = "untouched.example";

export interface Shell {
  /** Identifies this load of the page; posts carry it. */
  id: string;
  headers: Record<string, string>;
  html: string;
}

/** The HTML of a page, with a security policy at least as strict as the real sites have. */
export function shell(page: string, url: URL): Shell {
  const id = randomUUID();
  const nonce = randomBytes(16).toString("base64");
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": contentSecurityPolicy(nonce),
  };
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="bench-page" content="${id}">
<title>${TITLES[page] ?? page}</title>
<link rel="stylesheet" href="/assets/${page}.css">
${page === "mastodon" ? initialState(url) : ""}
</head>
<body>
<div id="react-root"></div>
<script nonce="${nonce}" src="/assets/${page}.js"></script>
</body>
</html>`;
  return { id, headers, html };
}

const TITLES: Readonly<Record<string, string>> = {
  x: "Home / X",
  bluesky: "Bluesky",
  mastodon: "Mastodon",
};

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join("; ");
}

/** What a Mastodon server tells its own front end about the account and the instance. */
function initialState(url: URL): string {
  const me = "109302436954721982";
  const username = url.searchParams.get("as") ?? "DfExample";
  const state = {
    meta: { me, domain: "mastodon.social", locale: "en", title: "Mastodon" },
    accounts: { [me]: { id: me, username, acct: username, display_name: "Department for Example" } },
    compose: { me, default_privacy: "public" },
    max_characters: Number(url.searchParams.get("max") ?? 500),
  };
  // `<` is escaped, so that no value can end the element.
  const json = JSON.stringify(state).replaceAll("<", "\\u003c");
  return `<script id="initial-state" type="application/json">${json}</script>`;
}

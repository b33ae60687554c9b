/**
 * The sites. A site is data and a few tiny functions: which elements are its editors and post buttons, and what the
 * page says about the post apart from its text. How text gets into and out of an editor is in `editors/`.
 *
 * To add a site: a file here and a line in `SITES`, a file and a line in `src/sites/`, and a page in
 * `tests/browser/pages`.
 */
import { bluesky } from "./bluesky.ts";
import { mastodon } from "./mastodon.ts";
import type { Site } from "./site.ts";
import { x } from "./x.ts";

export const SITES: readonly Site[] = [bluesky, mastodon, x];

export function siteOf(host: string): Site | undefined {
  return SITES.find((site) => site.hosts.includes(host));
}

/** The element with an editor, its button and its attachments: the site's own, or the nearest that has both. */
export function scopeOf(site: Site, part: Element): Element {
  const own = part.closest(site.scope);
  if (own) return own;
  const other = part.closest(site.submit) ? site.editor : site.submit;
  let scope = part;
  while (scope.parentElement && !scope.querySelector(other)) scope = scope.parentElement;
  return scope;
}

/** The editors whose text a button posts: all the parts of a thread. */
export function editorsOf(site: Site, part: Element): HTMLElement[] {
  return [...scopeOf(site, part).querySelectorAll<HTMLElement>(site.editor)];
}

/** The button that posts the text of this editor, wherever the site has moved it to. */
export function buttonOf(site: Site, editor: Element): HTMLElement | undefined {
  return scopeOf(site, editor).querySelector<HTMLElement>(site.submit) ?? undefined;
}

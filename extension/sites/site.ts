/** What a site is, and what several sites share. */
import type { Media, Surface } from "../../pkg/engine.js";

export interface Site {
  /** Its id in the engine. */
  readonly id: string;
  /** Its name, for people to read. */
  readonly name: string;
  /** The hosts it is on; the build writes these into the manifest. */
  readonly hosts: readonly string[];
  /** Whether one of its editors can only be written to from the page's own world: see `content/page_world.ts`. */
  readonly pageWorld?: true;
  /** Selects the elements in which a post is written. */
  readonly editor: string;
  /** Selects the buttons that post. */
  readonly submit: string;
  /** Selects the element that holds an editor, its button and its attachments, if the site has one. */
  readonly scope: string;
  /** Whether this key press, in an editor, posts. */
  shortcut(event: KeyboardEvent): boolean;
  /** The acting account, without the `@`. */
  handle(): string | undefined;
  /** What kind of post this composer makes. */
  surface(scope: Element): Surface;
  /** What is attached. */
  media(scope: Element): Media[];
  /** The limit, where it differs from the site's usual one. */
  limit?(): number | undefined;
}

/** Stands for alternative text that the page says is there but does not show. */
export const UNSEEN = "…";

/** Ctrl+Enter or Cmd+Enter, as on most sites. */
export function modEnter(event: KeyboardEvent): boolean {
  return event.key === "Enter" && (event.ctrlKey || event.metaKey);
}

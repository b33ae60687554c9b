/**
 * What every page of the bench has in addition to its composer: it posts to its own server, shows what was posted, and
 * tells the tests what its editor and its own event handlers have seen.
 */

export type PostedBy = "click" | "shortcut" | "submit";

/** A time at which the page's own code began to post. */
export interface Attempt {
  text: string;
  by: PostedBy;
  trusted: boolean;
}

export interface Bench {
  /** Identifies this load of the page. */
  page: string;
  /** The draft in the editor's own model, which is what the site would post. */
  text: () => string;
  /** Where the caret is in the editor's own model, counted from the start of the draft. */
  caret: () => number;
  /** Ends a step of the editor's history, as half a second without typing does. */
  pause: () => void;
  /** Each time the page's own code began to post. */
  attempts: Attempt[];
  /** The events on the post button, and submits, that reached the page's own first listeners. */
  seen: { type: string; trusted: boolean }[];
  /** Whether the site refuses posts, as when it is overloaded; the draft then stays. */
  refuses: boolean;
}

declare global {
  interface Window {
    bench: Bench;
  }
}

const BUTTON_EVENTS = ["pointerdown", "mousedown", "pointerup", "mouseup", "click"];

/** A parameter of the address, such as the acting account. */
export function parameter(name: string): string | null {
  return new URLSearchParams(location.search).get(name);
}

/** The acting account's handle. */
export function handle(fallback: string): string {
  return parameter("as") ?? fallback;
}

/** Lets the tests see the editor, and adds listeners before any other code of the page can. */
export function startBench(editor: Pick<Bench, "text" | "caret" | "pause">, postButton: string): void {
  const page = document.querySelector<HTMLMetaElement>("meta[name=bench-page]")?.content ?? "";
  window.bench = { page, ...editor, attempts: [], seen: [], refuses: false };
  const note = (event: Event) => window.bench.seen.push({ type: event.type, trusted: event.isTrusted });
  for (const type of BUTTON_EVENTS) {
    const onButton = (event: Event) => {
      if (event.target instanceof Element && event.target.closest(postButton)) note(event);
    };
    window.addEventListener(type, onButton, { capture: true });
  }
  window.addEventListener("submit", note, { capture: true });
}

/** Sends the post as the site would, and says whether the site took it. */
export async function send(text: string, by: PostedBy, event: Event): Promise<boolean> {
  const attempt: Attempt = { text, by, trusted: event.isTrusted };
  window.bench.attempts.push(attempt);
  const body = { ...attempt, page: window.bench.page, inReplyTo: parameter("in_reply_to") };
  const address = window.bench.refuses ? "/api/overloaded" : "/api/posts";
  const response = await fetch(address, { method: "POST", body: JSON.stringify(body) });
  return response.ok;
}

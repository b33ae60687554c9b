/** Mastodon, on its best-known servers. Its editor is a textarea in a form, controlled by React. */
import type { Media } from "../../pkg/engine.js";
import { modEnter, type Site, UNSEEN } from "./site.ts";

const SUGGESTIONS =
  ".autosuggest-textarea__suggestions--visible, .emoji-picker-dropdown__menu .autosuggest-textarea__suggestions";

export const mastodon: Site = {
  id: "mastodon",
  name: "Mastodon",
  hosts: [
    "mastodon.social",
    "mastodon.online",
    "mastodon.world",
    "mastodon.scot",
    "mastodon.ie",
    "mastodonapp.uk",
    "mas.to",
    "mstdn.social",
    "fosstodon.org",
    "hachyderm.io",
    "infosec.exchange",
    "techhub.social",
    "social.network.europa.eu",
    "social.bund.de",
    "social.overheid.nl",
    "toot.wales",
  ],
  editor: ".compose-form textarea",
  submit: '.compose-form button[type="submit"]',
  scope: "form.compose-form",
  // While suggestions are open, Enter picks a name, whatever other keys are held down.
  shortcut: (event) => modEnter(event) && !document.querySelector(SUGGESTIONS)?.checkVisibility(),
  handle() {
    const state = initialState();
    const account = state?.accounts?.[state.meta?.me ?? ""]?.acct;
    return (
      account ??
      document.querySelector(".navigation-bar .display-name__account")?.textContent?.replace(/^@/, "")
    );
  },
  surface(scope) {
    if (scope.querySelector(".reply-indicator")) return "reply";
    return scope.querySelector(".status__quote, .quote-indicator") ? "quote" : "post";
  },
  media(scope) {
    return [...scope.querySelectorAll(".compose-form__upload")].map(upload);
  },
  limit() {
    return initialState()?.max_characters;
  },
};

/** The few fields that we read of the data a server gives its own front end. */
interface InitialState {
  meta?: { me?: string };
  accounts?: Record<string, { acct?: string } | undefined>;
  max_characters?: number;
}

let parsed: { source: string; state: InitialState | undefined } | undefined;

/** The initial state embedded in the page, parsed once because it can be large. */
function initialState(): InitialState | undefined {
  const source = document.querySelector("script#initial-state")?.textContent ?? "";
  if (parsed?.source !== source) parsed = { source, state: parse(source) };
  return parsed.state;
}

function parse(source: string): InitialState | undefined {
  try {
    return JSON.parse(source) as InitialState;
  } catch {
    return undefined;
  }
}

/** The badge on an attachment warns when the description is missing; the description itself is not in the form. */
function upload(element: Element): Media {
  const missing = element.querySelector(".compose-form__upload__warning .active");
  return missing ? { kind: "image" } : { kind: "image", alt: UNSEEN };
}

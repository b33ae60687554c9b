/** X. Its editor is Draft.js; everything that matters has a `data-testid`. */
import type { Media } from "../../pkg/engine.js";
import { modEnter, type Site } from "./site.ts";

const QUOTED =
  '[data-testid="attachments"] [data-testid="User-Name"], [role="link"] [data-testid="User-Name"]';
/** The post being replied to, above the composer on a post's own page and in the dialog opened by Reply. */
const REPLIED_TO = 'article[data-testid="tweet"]';

export const x: Site = {
  id: "x",
  name: "X",
  hosts: ["x.com", "twitter.com"],
  pageWorld: true,
  editor: '[data-testid^="tweetTextarea_"][contenteditable="true"], [data-testid^="tweetTextarea"] textarea',
  submit: '[data-testid="tweetButton"], [data-testid="tweetButtonInline"]',
  scope: '[role="dialog"]',
  shortcut: modEnter,
  handle() {
    const profile = document.querySelector('a[data-testid="AppTabBar_Profile_Link"]')?.getAttribute("href");
    return profile?.split("/")[1] || switcherHandle();
  },
  surface(scope) {
    const dialog = scope.matches('[role="dialog"]');
    if (new URLSearchParams(location.search).has("in_reply_to")) return "reply";
    if (!dialog && /^\/[^/]+\/status\/\d+/.test(location.pathname)) return "reply";
    if (dialog && scope.querySelector(REPLIED_TO)) return "reply";
    return scope.querySelector(QUOTED) ? "quote" : "post";
  },
  media(scope) {
    const groups = scope.querySelectorAll('[data-testid="attachments"] [role="group"]');
    return [...groups].map(attachment);
  },
};

function switcherHandle(): string | undefined {
  const avatar = '[data-testid="SideNav_AccountSwitcher_Button"] [data-testid^="UserAvatar-Container-"]';
  return document
    .querySelector<HTMLElement>(avatar)
    ?.dataset["testid"]?.slice("UserAvatar-Container-".length);
}

/** X does not show the description; an image without one has a link beside it to add one. */
function attachment(group: Element): Media {
  if (group.querySelector("video")) return { kind: "video" };
  const described = !group.querySelector('[data-testid="altTextWrapper"][aria-label="Add description"]');
  const alt = group.querySelector("img")?.alt ?? "";
  return described && alt !== "" ? { kind: "image", alt } : { kind: "image" };
}

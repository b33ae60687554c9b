/** Bluesky. Its editor is TipTap on ProseMirror, always in a dialog; React Native's test ids are in `data-testid`. */
import type { Media } from "../../pkg/engine.js";
import { modEnter, type Site, UNSEEN } from "./site.ts";

const AVATAR = '[data-testid="userAvatarImage"], [data-testid="userAvatarFallback"]';
const POST_LINK = 'a[href^="/profile/"][href*="/post/"]';

export const bluesky: Site = {
  id: "bluesky",
  name: "Bluesky",
  hosts: ["bsky.app"],
  editor: '.ProseMirror[contenteditable="true"]',
  submit: '[data-testid="composerPublishBtn"]',
  scope: '[role="dialog"], [data-testid="composePostView"]',
  shortcut: modEnter,
  handle() {
    const links = document.querySelectorAll(
      'nav a[href^="/profile/"], [role="navigation"] a[href^="/profile/"]',
    );
    // Only the link to the account itself ends with the handle; links to its lists and feeds continue after it.
    const own = [...links].map((link) => /^\/profile\/([^/?#]+)$/.exec(link.getAttribute("href") ?? ""));
    return own.find((match) => match !== null)?.[1];
  },
  surface(scope) {
    const editor = scope.querySelector(bluesky.editor);
    const isAbove = (element: Element) =>
      editor !== null && (editor.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
    // The poster's own avatar comes first; a second one above the editor belongs to the post being replied to.
    if ([...scope.querySelectorAll(AVATAR)].filter(isAbove).length > 1) return "reply";
    return [...scope.querySelectorAll(POST_LINK)].some((link) => !isAbove(link)) ? "quote" : "post";
  },
  media(scope) {
    const photos = scope.querySelectorAll('[data-testid="selectedPhotosView"] [data-testid="altTextButton"]');
    const videos = scope.querySelectorAll("video");
    return [...[...photos].map(photo), ...[...videos].map((): Media => ({ kind: "video" }))];
  },
};

/** A tick on the button shows that there is alternative text; the page does not show the text itself. */
function photo(button: Element): Media {
  return button.querySelector('[data-icon="check"]') ? { kind: "image", alt: UNSEEN } : { kind: "image" };
}

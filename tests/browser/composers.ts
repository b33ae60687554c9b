/** The composers of the bench: what a test needs to know of each site's page, and nothing about Countersign. */
export interface ComposerKind {
  name: string;
  url: string;
  /** The element that receives keystrokes. */
  editor: string;
  postButton: string;
  /** Whether the composer is a form, which posts when it is submitted. */
  isForm: boolean;
  /** Whether marks are drawn with the CSS Custom Highlight API, which does not work inside a textarea. */
  isRichText: boolean;
  /** The acting account's handle, as the page shows it. */
  handle: string;
  siteName: string;
}

const x = {
  editor: '[data-testid="tweetTextarea_0"]',
  postButton: '[data-testid="tweetButton"], [data-testid="tweetButtonInline"]',
  isForm: false,
  isRichText: true,
  handle: "DfExample",
  siteName: "X",
};

const mastodon = {
  editor: ".compose-form textarea",
  postButton: '.compose-form__submit button[type="submit"]',
  isForm: true,
  isRichText: false,
  handle: "DfExample",
  siteName: "Mastodon",
};

export const X_HOME: ComposerKind = { ...x, name: "X (Draft.js)", url: "https://x.com/home" };

export const X_REPLY: ComposerKind = {
  ...x,
  name: "reply on X (Draft.js)",
  url: "https://x.com/compose/post?in_reply_to=1893",
};

export const BLUESKY: ComposerKind = {
  name: "Bluesky (TipTap)",
  url: "https://bsky.app/intent/compose",
  editor: ".ProseMirror",
  postButton: '[data-testid="composerPublishBtn"]',
  isForm: false,
  isRichText: true,
  handle: "dfexample.bsky.social",
  siteName: "Bluesky",
};

export const MASTODON: ComposerKind = {
  ...mastodon,
  name: "Mastodon (React textarea)",
  url: "https://mastodon.social/home",
};

export const MASTODON_REPLY: ComposerKind = {
  ...mastodon,
  name: "reply on Mastodon (React textarea)",
  url: "https://mastodon.social/home?in_reply_to=1893",
};

export const PLAIN: ComposerKind = {
  ...mastodon,
  name: "Mastodon's form (plain textarea)",
  url: "https://mastodon.social/home?editor=plain",
};

/** One composer for each site. */
export const SITES: readonly ComposerKind[] = [X_HOME, BLUESKY, MASTODON];

/** One composer for each editor, for tests that write into it. */
export const COMPOSERS: readonly ComposerKind[] = [...SITES, PLAIN];

/** Reply composers, which the example policy signs differently. */
export const REPLIES: readonly ComposerKind[] = [X_REPLY, MASTODON_REPLY];

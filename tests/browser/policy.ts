/**
 * What the tests know of the example policy, which is packed into the extension: one draft for each way in which
 * a rule can hold a post. The policy itself is in policies/example.
 */

/** What a corporate account signs with, whatever the site. */
export const SIGN_OFF = "— DfE press office";

/** The draft as it is to be posted. */
export function signed(draft: string): string {
  return `${draft}\n\n${SIGN_OFF}`;
}

/** Breaks no rule. */
export const CLEAN = "The reading room opens at 9am on Monday: https://example.gov.uk/rooms";

/** Warns; one click mends it. */
export const FIXABLE = {
  draft: "We utilise both rooms: https://example.gov.uk/rooms",
  words: "utilise",
  fix: "Change to “use”",
  fixed: "We use both rooms: https://example.gov.uk/rooms",
};

/** Holds until a reason is given. */
export const NEEDS_REASON = {
  draft: "Write to kim.li@example.org for a place: https://example.gov.uk/rooms",
  words: "kim.li@example.org",
};

/** Holds, and nothing but another text helps. */
export const FINAL = {
  draft: "Your number QQ 12 34 56 C is ready: https://example.gov.uk/rooms",
  words: "QQ 12 34 56 C",
};

/** Asks a question; only one of the answers lets the post go. */
export const ASKS = {
  draft: "We announce longer hours: https://example.gov.uk/rooms",
  words: "announce",
  releases: "Yes",
  holds: "No",
};

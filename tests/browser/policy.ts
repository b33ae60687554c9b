/**
 * What the tests know about the example policy, which is packed into the extension: one draft for each way in which
 * a rule can hold a post. The policy itself is in policies/example.
 */

/** The sign-off on the department's own posts. */
export const SIGN_OFF = "— Department for Example";

/** The draft as it should be posted. */
export function signed(draft: string): string {
  return `${draft}\n\n${SIGN_OFF}`;
}

/** A reply as it should be posted by somebody with these initials. */
export function initialled(draft: string, initials: string): string {
  return `${draft} ^${initials}`;
}

/** Breaks no rule. */
export const CLEAN = "The reading room opens at 9am on Monday.";

/** Warns; one click fixes it. */
export const FIXABLE = {
  draft: "You can utilise both rooms.",
  words: "utilise",
  fix: "Change to “use”",
  fixed: "You can use both rooms.",
};

/** Holds until a reason is given. */
export const NEEDS_REASON = {
  draft: "Write to kim.li@example.org for a place.",
  words: "kim.li@example.org",
};

/** Holds until the text is changed. */
export const FINAL = {
  draft: "Your number AB 12 34 56 C is ready.",
  words: "AB 12 34 56 C",
};

/** Asks a question; only some of the answers let the post go. */
export const ASKS = {
  draft: "We will announce longer hours.",
  words: "We will announce",
  releases: "Yes, it is public",
  holds: "Not yet",
};

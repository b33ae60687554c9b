/** The policy and the poster's profile, as stored in this browser. */
import { POLICY_KEY, PROFILE_KEY } from "../protocol.ts";

/**
 * The stored policy; if there is none yet, the packaged one is stored first.
 *
 * Doing this here, and not only in `onInstalled`, also covers a check that arrives before that event has been handled.
 */
export async function storedPolicy(): Promise<string | undefined> {
  const stored = (await chrome.storage.local.get(POLICY_KEY))[POLICY_KEY];
  if (typeof stored === "string") return stored;
  const packaged = await packagedPolicy();
  if (packaged !== undefined) await storePolicy(packaged);
  return packaged;
}

export async function storePolicy(policy: string): Promise<void> {
  await chrome.storage.local.set({ [POLICY_KEY]: policy });
}

/** The policy packaged with the extension, if there is one. */
async function packagedPolicy(): Promise<string | undefined> {
  try {
    const response = await fetch(chrome.runtime.getURL("policy.json"));
    return response.ok ? await response.text() : undefined;
  } catch {
    // Chromium and Firefox both reject a fetch for a file that is not in the package.
    return undefined;
  }
}

/** Who is posting, as stored by the options page of this version or another. Rust reads it. */
export async function storedProfile(): Promise<unknown> {
  return (await chrome.storage.local.get(PROFILE_KEY))[PROFILE_KEY];
}

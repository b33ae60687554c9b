/** The language of the extension's own pages, and the words in that language. */

/** The key in `storage.local`: its value is a language, or absent to follow the browser's. */
export const LANGUAGE_KEY = "language";

export type Language = "en" | "cy";

export function isLanguage(value: unknown): value is Language {
  return value === "en" || value === "cy";
}

/** The language chosen on the options page, if there is one. */
export async function chosenLanguage(): Promise<Language | undefined> {
  const chosen: unknown = (await chrome.storage.local.get(LANGUAGE_KEY))[LANGUAGE_KEY];
  return isLanguage(chosen) ? chosen : undefined;
}

export function browserLanguage(): Language {
  return navigator.language.startsWith("cy") ? "cy" : "en";
}

/** The text of the file with all messages in a language. The file is part of the extension. */
export async function wordsIn(language: Language): Promise<string> {
  const file = await fetch(chrome.runtime.getURL(`_locales/${language}/messages.json`));
  return file.text();
}

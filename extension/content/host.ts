/**
 * Our elements on the page: each is attached to the document element and has a closed shadow root, which the page can
 * neither read nor style.
 */

/** Marks our hosts, so that a newer content script can find those of the script it replaces. */
const MARK = "data-countersign";

export interface Host {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
}

export function createHost(rules: Record<string, string>): Host {
  const element = document.createElement("div");
  element.setAttribute(MARK, "");
  setStyle(element, { all: "initial", ...rules });
  return { element, root: element.attachShadow({ mode: "closed" }) };
}

/**
 * After an update, Firefox puts a new content script into open pages; the old one's leftovers would still say
 * "Checked".
 */
export function removeLeftovers(): void {
  for (const element of document.querySelectorAll(`[${MARK}]`)) element.remove();
}

/**
 * Sets styles one by one, since a page's Content Security Policy may forbid `style` attributes and elements, and sets
 * them as important, so that none of the page's styles overrides them.
 */
export function setStyle(element: HTMLElement, rules: Record<string, string>): void {
  for (const [name, value] of Object.entries(rules)) element.style.setProperty(name, value, "important");
}

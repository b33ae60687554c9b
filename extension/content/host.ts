/**
 * Our elements on the page: each hangs on the document's own element, with a closed shadow root that the page can neither
 * read nor style.
 */

/** Marks our hosts, so that a newer content script finds those of the one it replaces. */
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

/** Firefox puts a new content script into open pages after an update; what the old one left would go on saying "Checked". */
export function removeLeftovers(): void {
  for (const element of document.querySelectorAll(`[${MARK}]`)) element.remove();
}

/**
 * Sets styles one by one, since a page's Content Security Policy may forbid `style` attributes and elements, and as
 * important, so that no style of the page's wins over them.
 */
export function setStyle(element: HTMLElement, rules: Record<string, string>): void {
  for (const [name, value] of Object.entries(rules)) element.style.setProperty(name, value, "important");
}

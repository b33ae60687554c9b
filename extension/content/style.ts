/**
 * Sets styles one by one, since a page's Content Security Policy may forbid `style` attributes and elements, and as
 * important, so that no style of the page's wins over them.
 */
export function setStyle(element: HTMLElement, rules: Record<string, string>): void {
  for (const [name, value] of Object.entries(rules)) element.style.setProperty(name, value, "important");
}

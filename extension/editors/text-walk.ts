/**
 * Reads the text of an editor and remembers where each part of it is in the DOM, in one walk. `innerText` counts blank
 * lines differently from every editor's own model, and offsets found in a second walk would drift from it.
 */

/** A stretch of text and the node that holds it: a text node, a line break, or the element of an empty line. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly node: Node;
}

/** What a walk needs to know about an editor. */
export interface Lines {
  /** Selects the elements that are one line each; an element that contains other such elements does not count. */
  readonly line: string;
  /** Selects elements that are in the DOM but not part of the text. */
  readonly ignored: string;
}

export interface Walk {
  readonly text: string;
  /** The DOM range of a stretch of the text. */
  range(start: number, end: number): Range;
}

export function walk(root: HTMLElement, lines: Lines): Walk {
  const pieces: Piece[] = [];
  let text = "";
  const add = (node: Node, part: string) => {
    pieces.push({ start: text.length, end: text.length + part.length, node });
    text += part;
  };
  const found = [...root.querySelectorAll(lines.line)].filter(
    (element) => !element.querySelector(lines.line),
  );
  for (const [index, line] of found.entries()) {
    if (index > 0) text += "\n";
    const before = pieces.length;
    for (const { node, part } of parts(line, lines.ignored)) add(node, part);
    if (pieces.length === before) add(emptyPlace(line), "");
  }
  return { text, range: (start, end) => rangeOf(root, pieces, start, end) };
}

function* parts(line: Element, ignored: string): Generator<{ node: Node; part: string }> {
  for (const node of line.childNodes) {
    if (node instanceof Text) yield { node, part: node.data };
    else if (!(node instanceof Element) || node.matches(ignored) || isForeign(node)) continue;
    else if (node instanceof HTMLBRElement) yield { node, part: "\n" };
    else yield* parts(node, ignored);
  }
}

/** Other extensions put their own elements into editors; the names have a hyphen, as custom elements must. */
function isForeign(element: Element): boolean {
  return element.localName.includes("-");
}

/** Where the caret of an empty line goes: beside the line break that keeps the line open, if there is one. */
function emptyPlace(line: Element): Element {
  return line.querySelector("br")?.parentElement ?? line;
}

function rangeOf(root: HTMLElement, pieces: readonly Piece[], start: number, end: number): Range {
  const range = document.createRange();
  range.selectNodeContents(root);
  // Two text nodes meet at one offset: a range begins in the later and ends in the earlier; a caret stays in the
  // earlier.
  const first = start === end ? pieces.find(touches(start)) : pieces.findLast(touches(start));
  const last = pieces.find(touches(end));
  if (first) range.setStart(...place(first, start));
  if (last) range.setEnd(...place(last, end));
  return range;
}

function touches(offset: number): (piece: Piece) => boolean {
  return (piece) => piece.start <= offset && offset <= piece.end;
}

function place({ node, start, end }: Piece, offset: number): [Node, number] {
  const inside = Math.max(0, Math.min(offset, end) - start);
  if (node instanceof Text) return [node, inside];
  if (!(node instanceof HTMLBRElement) || !node.parentNode) return [node, 0];
  return [node.parentNode, [...node.parentNode.childNodes].indexOf(node) + inside];
}

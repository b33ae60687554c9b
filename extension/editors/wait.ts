/** Waiting for a browser or an editor that works in its own time. Every wait ends. */

/** How long an editor gets to apply a change. */
const PATIENCE_MS = 1000;

/** Resolves when every task already queued has run. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/** Resolves with whether the condition has come true; it is tested again whenever the DOM below `root` changes. */
export function becomes(root: Node, condition: () => boolean, patience = PATIENCE_MS): Promise<boolean> {
  if (condition()) return Promise.resolve(true);
  return new Promise((resolve) => {
    const finish = (answer: boolean) => {
      observer.disconnect();
      clearTimeout(timer);
      resolve(answer);
    };
    const observer = new MutationObserver(() => condition() && finish(true));
    const timer = setTimeout(() => finish(condition()), patience);
    observer.observe(root, { attributes: true, characterData: true, childList: true, subtree: true });
  });
}

/** Changes the document's selection, and resolves once the page has been told, or at once if nothing changes. */
export async function select(range: Range): Promise<void> {
  const selection = document.getSelection();
  if (!selection || isSelected(selection, range)) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, PATIENCE_MS);
    const changed = () => {
      clearTimeout(timer);
      resolve();
    };
    document.addEventListener("selectionchange", changed, { once: true });
    selection.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  });
  // The page's own listeners for the same event may render afterwards.
  await nextTask();
}

function isSelected(selection: Selection, range: Range): boolean {
  if (selection.rangeCount === 0) return false;
  const now = selection.getRangeAt(0);
  return (
    now.startContainer === range.startContainer &&
    now.startOffset === range.startOffset &&
    now.endContainer === range.endContainer &&
    now.endOffset === range.endOffset
  );
}

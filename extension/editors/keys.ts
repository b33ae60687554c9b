/** The undo keys, pressed by us: editors with a history of their own listen for them, not for the browser's command. */
export function pressUndo(root: HTMLElement): void {
  const isMac = navigator.platform.startsWith("Mac");
  const press = { key: "z", code: "KeyZ", keyCode: 90, which: 90, ctrlKey: !isMac, metaKey: isMac };
  root.dispatchEvent(
    new KeyboardEvent("keydown", { ...press, bubbles: true, cancelable: true, composed: true }),
  );
}

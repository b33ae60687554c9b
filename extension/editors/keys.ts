/** The undo keys, pressed by us: editors with their own history listen for these, not for the browser's command. */

const IS_MAC = navigator.platform.startsWith("Mac");
const MODIFIERS = { ctrlKey: !IS_MAC, metaKey: IS_MAC };

export function pressUndo(root: HTMLElement): void {
  press(root, { key: "z", code: "KeyZ", keyCode: 90, which: 90, ...MODIFIERS });
}

export function pressRedo(root: HTMLElement): void {
  if (IS_MAC) press(root, { key: "Z", code: "KeyZ", keyCode: 90, which: 90, shiftKey: true, ...MODIFIERS });
  else press(root, { key: "y", code: "KeyY", keyCode: 89, which: 89, ...MODIFIERS });
}

function press(root: HTMLElement, key: KeyboardEventInit): void {
  root.dispatchEvent(
    new KeyboardEvent("keydown", { ...key, bubbles: true, cancelable: true, composed: true }),
  );
}

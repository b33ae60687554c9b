/** Prints what the demo saw, step by step. */
export class Transcript {
  #step = 0;

  /** One plain line. */
  say(line: string): void {
    process.stdout.write(`\n${line}\n`);
  }

  /** A step that happened, with what was seen. */
  step(what: string, ...seen: string[]): void {
    this.#step += 1;
    process.stdout.write(`\n${this.#step}. ${what}\n`);
    for (const line of seen.flatMap((text) => text.split("\n"))) {
      if (line.trim() !== "") process.stdout.write(`   | ${line.trim()}\n`);
    }
  }

  /** The step that did not happen. */
  failed(error: unknown): void {
    const said = error instanceof Error ? error.message : String(error);
    process.stderr.write(`\nStep ${this.#step + 1} was not seen to happen.\n${said}\n`);
  }
}

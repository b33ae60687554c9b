import { readFileSync } from "node:fs";
import { inRepository } from "./repository.ts";

type Messages = Record<string, { message: string } | undefined>;

const messages = JSON.parse(
  readFileSync(inRepository("extension/_locales/en/messages.json"), "utf8"),
) as Messages;

/** The English text of one of the extension's messages. */
export function say(name: string): string {
  const { message } = messages[name] ?? {};
  if (message === undefined) throw new Error(`extension/_locales/en/messages.json has no ${name}.`);
  return message;
}

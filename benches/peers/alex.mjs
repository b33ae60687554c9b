// Insensitive wording: retext-equality and profanities, in Markdown.
import { text as check } from "alex";

export const build = () => (text) => check(text).messages;

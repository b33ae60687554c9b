// Weak style in English: passive voice, weasel words, wordiness.
import check from "write-good";

export const build = () => (text) => check(text);

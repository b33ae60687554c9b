// Insensitive wording, in the sentences that retext parses.
import retextEnglish from "retext-english";
import retextEquality from "retext-equality";
import retextStringify from "retext-stringify";
import { unified } from "unified";

export function build() {
  const processor = unified().use(retextEnglish).use(retextEquality).use(retextStringify).freeze();
  return (text) => processor.processSync(text).messages;
}

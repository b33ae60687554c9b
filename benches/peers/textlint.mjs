// Names of products and technical terms, using the dictionary that comes with the rule.
import { TextlintKernel } from "@textlint/kernel";
import plugin from "@textlint/textlint-plugin-text";
import rule from "textlint-rule-terminology";

export function build() {
  const kernel = new TextlintKernel();
  const options = {
    ext: ".txt",
    plugins: [{ pluginId: "text", plugin: plugin.default ?? plugin }],
    rules: [{ ruleId: "terminology", rule: rule.default ?? rule, options: {} }],
  };
  return async (text) => (await kernel.lintText(text, options)).messages;
}

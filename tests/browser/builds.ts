/** Variants of the packaged extension, built from it. */
import { appendFile, cp, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { packaged } from "./drivers/bench.ts";
import type { BrowserName } from "./drivers/launch.ts";
import { inRepository } from "./drivers/repository.ts";

/** As if the installation had been interrupted: the engine's file is incomplete. */
export function withBrokenEngine(name: BrowserName): Promise<string> {
  return withBroken("engine", name);
}

/** The same for the module that draws the panel. */
export function withBrokenInterface(name: BrowserName): Promise<string> {
  return withBroken("interface", name);
}

async function withBroken(module: "engine" | "interface", name: BrowserName): Promise<string> {
  const folder = await copy(name, `broken-${module}`);
  await truncate(`${folder}/${module}_bg.wasm`, 1000);
  return folder;
}

/** A draft with this word makes the engine trap. */
export const TRAP = "xyzzytrap";

/**
 * With an engine that can trap, which ours should never do: it is made to read outside its memory. After that, all its
 * memory is rubbish, as it may be after a trap.
 */
export async function withTrap(name: BrowserName): Promise<string> {
  const folder = await copy(name, "trap");
  await appendFile(
    `${folder}/background.js`,
    `{
      const { check } = Checker.prototype;
      Checker.prototype.check = function (request) {
        if (!request.includes("${TRAP}")) return check.call(this, request);
        this.__wbg_ptr = 0xfffffff0;
        try {
          return check.call(this, request);
        } finally {
          new Uint8Array(wasm.memory.buffer).fill(0xaa);
        }
      };
    }`,
  );
  return folder;
}

/** As if nobody had given it a policy yet. */
export async function withoutPolicy(name: BrowserName): Promise<string> {
  const folder = await copy(name, "no-policy");
  await rm(`${folder}/policy.json`);
  return folder;
}

/** A colleague who can approve posts, and one of their codes; the policy has its digest. */
export const APPROVER = {
  id: "duty-editor",
  code: "K7QM-93XD-TV4H",
  digest: "63f41d6437dc73820dfa641c4e9f1b09b45c9bc0d87dbe2763712e6ed5e1a673",
};

/** With a policy that needs a second person wherever the shipped policy asks only for a reason. */
export async function withSecondPerson(name: BrowserName): Promise<string> {
  const folder = await copy(name, "second-person");
  const policy = JSON.parse(await readFile(`${folder}/policy.json`, "utf8")) as {
    rules: { override?: string }[];
    approvers?: { id: string; codes: string[] }[];
  };
  for (const rule of policy.rules) if (rule.override === "reason") rule.override = "second-person";
  policy.approvers = [{ id: APPROVER.id, codes: [APPROVER.digest] }];
  await writeFile(`${folder}/policy.json`, JSON.stringify(policy));
  return folder;
}

async function copy(name: BrowserName, build: string): Promise<string> {
  const folder = inRepository(`target/browser-tests/builds/${name}-${build}`);
  await rm(folder, { recursive: true, force: true });
  await cp(packaged(name), folder, { recursive: true });
  return folder;
}

/** Builds of the extension that are broken on purpose, made from the packaged one. */
import { cp, rm, truncate } from "node:fs/promises";
import { packaged } from "./drivers/bench.ts";
import type { BrowserName } from "./drivers/launch.ts";
import { inRepository } from "./drivers/repository.ts";

/** As if the installation had been cut short: the engine's file is there, but not whole. */
export async function withBrokenEngine(name: BrowserName): Promise<string> {
  const folder = await copy(name, "broken-engine");
  await truncate(`${folder}/countersign_bg.wasm`, 1000);
  return folder;
}

/** As if nobody had given it a policy yet. */
export async function withoutPolicy(name: BrowserName): Promise<string> {
  const folder = await copy(name, "no-policy");
  await rm(`${folder}/policy.json`);
  return folder;
}

async function copy(name: BrowserName, fault: string): Promise<string> {
  const folder = inRepository(`target/browser-tests/faults/${name}-${fault}`);
  await rm(folder, { recursive: true, force: true });
  await cp(packaged(name), folder, { recursive: true });
  return folder;
}

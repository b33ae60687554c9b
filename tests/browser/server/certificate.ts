import { generate } from "selfsigned";

/** A private key and a certificate for it, both PEM. */
export interface Certificate {
  key: string;
  cert: string;
}

/**
 * Makes a self-signed certificate for the given hosts. It lasts as long as the test run: nothing is
 * written to disk, and the browsers accept it for that run only.
 */
export async function makeCertificate(hosts: readonly string[]): Promise<Certificate> {
  const subject = [{ name: "commonName", value: "Countersign browser tests" }];
  const altNames = hosts.map((value) => ({ type: 2 as const, value }));
  const pems = await generate(subject, {
    keySize: 2048,
    extensions: [{ name: "subjectAltName", altNames }],
  });
  return { key: pems.private, cert: pems.cert };
}

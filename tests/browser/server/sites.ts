import { once } from "node:events";
import { readFile } from "node:fs/promises";
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { join } from "node:path";
import type { Duplex } from "node:stream";
import tls from "node:tls";
import { type Certificate, makeCertificate } from "./certificate.ts";
import { PAGES, shell, UNTOUCHED_HOST } from "./shell.ts";

/** A post as the site received it. */
export interface ReceivedPost {
  /** The load of the page that sent it. */
  page: string;
  text: string;
  /** The gesture that the page's own code saw as posting. */
  by: "click" | "shortcut" | "submit";
  /** Whether the event that the page saw came from the browser, not from a script. */
  trusted: boolean;
  /** The post being replied to. */
  inReplyTo: string | null;
}

/**
 * The sites, under their real names, without a network: an HTTP proxy that answers `CONNECT x.com:443` itself, with
 * TLS and its own certificate. Any other host gets 502, so no test can reach the internet.
 */
export class Sites {
  readonly #proxy: http.Server;
  readonly #origin: http.Server;
  readonly #sockets = new Set<Duplex>();
  readonly #posts: ReceivedPost[] = [];
  readonly #assets: string;

  private constructor(assets: string, certificate: Certificate) {
    this.#assets = assets;
    this.#origin = http.createServer((request, response) => void this.#serve(request, response));
    this.#proxy = http.createServer((_, response) => void response.writeHead(502).end());
    this.#proxy.on("connect", (request, socket) => this.#connect(request, socket, certificate));
    this.#proxy.on("connection", (socket: Socket) => this.#keep(socket));
  }

  /** Starts the sites; `assets` is the folder with the bundled pages. */
  static async start(assets: string): Promise<Sites> {
    const sites = new Sites(assets, await makeCertificate([...Object.keys(PAGES), UNTOUCHED_HOST]));
    sites.#proxy.listen(0, "127.0.0.1");
    await once(sites.#proxy, "listening");
    return sites;
  }

  /** The port of the proxy, on 127.0.0.1. */
  get port(): number {
    return (this.#proxy.address() as AddressInfo).port;
  }

  /** What has been received so far from one load of a page. */
  posts(page: string): ReceivedPost[] {
    return this.#posts.filter((post) => post.page === page);
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#proxy.close();
    await once(this.#proxy, "close");
  }

  #keep(socket: Duplex): void {
    this.#sockets.add(socket);
    socket.once("close", () => this.#sockets.delete(socket));
    // A closing browser resets its connections, which is not a failure of the sites.
    socket.on("error", () => socket.destroy());
  }

  #connect(request: IncomingMessage, socket: Duplex, { key, cert }: Certificate): void {
    const host = (request.url ?? "").replace(/:443$/, "");
    if (!(host in PAGES) && host !== UNTOUCHED_HOST) {
      socket.end("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
      return;
    }
    socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
    const secure = new tls.TLSSocket(socket as Socket, { isServer: true, key, cert });
    this.#keep(secure);
    this.#origin.emit("connection", secure);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", `https://${request.headers.host ?? "x.com"}`);
    if (request.method === "POST" && url.pathname === "/api/posts") return this.#receive(request, response);
    if (request.method === "POST" && url.pathname === "/api/overloaded")
      return void response.writeHead(503).end();
    if (request.method !== "GET") return void response.writeHead(405).end();
    if (url.pathname.startsWith("/assets/")) return this.#asset(url.pathname, response);
    const page = PAGES[url.hostname] ?? url.pathname.split("/")[1] ?? "";
    if (!Object.values(PAGES).includes(page)) return void response.writeHead(404).end();
    const { headers, html } = shell(page, url);
    response.writeHead(200, headers).end(html);
  }

  async #asset(path: string, response: ServerResponse): Promise<void> {
    const [, name, extension] = /^\/assets\/([a-z]+)\.(js|css)$/.exec(path) ?? [];
    if (!name || !extension) return void response.writeHead(404).end();
    const type = extension === "js" ? "text/javascript" : "text/css";
    const body = await readFile(join(this.#assets, `${name}.${extension}`));
    response.writeHead(200, { "content-type": `${type}; charset=utf-8` }).end(body);
  }

  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    this.#posts.push(JSON.parse(body) as ReceivedPost);
    response.writeHead(201, { "content-type": "application/json" }).end("{}");
  }
}

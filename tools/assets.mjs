// Bundle the browser's part: static/js/site.js, static/css/site.css, the same of the public portal, and every page's own
// script go to static/built/.
// `node tools/assets.mjs` once, with `--watch` on every change. What pages share becomes a chunk of its own.
// The service worker is one file, and beside it stands what it must keep for a time without a network: field/shell.json.

import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import * as esbuild from "esbuild";

const PAGES = "static/js/pages";
const OUT = "static/built";
// The pages that open without a network, and what else stands on them.
const FIELD = ["site.js", "site.css", "pages/incidents/new.js", "pages/patrol/note.js", "pages/patrol/courtyard.js",
  "pages/patrol/outbox.js"];
const BESIDE = ["leaflet/leaflet.js", "leaflet/leaflet.css", "img/icons.svg", "img/mark.svg"];

const pages = readdirSync(PAGES, { recursive: true })
  .filter((name) => name.endsWith(".js"))
  .map((name) => ({ in: `${PAGES}/${name}`, out: `pages/${name.slice(0, -".js".length)}` }));

const common = {
  outdir: OUT,
  bundle: true,
  // Phones since the end of 2020: newer syntax, nested CSS too, is written out for them.
  target: ["chrome87", "firefox88", "safari15"],
  minify: true,
  logLevel: "info",
};

const site = {
  ...common,
  entryPoints: [
    ...["site", "portal"].flatMap((name) => [`static/js/${name}.js`, `static/css/${name}.css`].map((file) => ({ in: file, out: name }))),
    ...pages,
  ],
  splitting: true,
  format: "esm",
  chunkNames: "chunks/[name]-[hash]",
  // Pictures stay where they are: static/built/ is as deep as static/css/.
  external: ["*.svg", "*.png", "*.woff2"],
  metafile: true,
  plugins: [{ name: "shell", setup: (build) => build.onEnd(({ metafile }) => metafile && writeShell(metafile.outputs)) }],
};

const worker = { ...common, entryPoints: [{ in: "static/js/field/worker.js", out: "field/worker" }], format: "iife" };

/** {version, named: asked for by their name, hashed: chunks that those import}. The version changes with any byte. */
function writeShell(outputs) {
  const named = FIELD.map((name) => `${OUT}/${name}`);
  const wanted = new Set(named);
  for (const name of wanted) {
    for (const { path, kind } of outputs[name].imports) if (kind !== "url-token") wanted.add(path);
  }
  const hash = createHash("sha256");
  for (const name of [...wanted, "static/img/icons.svg", "static/img/mark.svg"]) hash.update(readFileSync(name));
  const below = (name) => name.slice("static/".length);
  const shell = {
    version: hash.digest("hex").slice(0, 12),
    named: [...named.map(below), ...BESIDE],
    hashed: [...wanted].filter((name) => !named.includes(name)).map(below),
  };
  mkdirSync(`${OUT}/field`, { recursive: true });
  writeFileSync(`${OUT}/field/shell.json`, JSON.stringify(shell));
}

rmSync(OUT, { recursive: true, force: true });
if (process.argv.includes("--watch")) {
  await Promise.all([site, worker].map(async (options) => (await esbuild.context(options)).watch()));
} else {
  // esbuild has said what is wrong; its stack trace adds nothing.
  await Promise.all([site, worker].map((options) => esbuild.build(options))).catch(() => process.exit(1));
}

// Bundle the browser's part: static/js/site.js, static/css/site.css and every page's own script go to static/built/.
// `node tools/assets.mjs` once, with `--watch` on every change. What pages share becomes a chunk of its own.

import { readdirSync, rmSync } from "node:fs";
import * as esbuild from "esbuild";

const PAGES = "static/js/pages";

const pages = readdirSync(PAGES, { recursive: true })
  .filter((name) => name.endsWith(".js"))
  .map((name) => ({ in: `${PAGES}/${name}`, out: `pages/${name.slice(0, -".js".length)}` }));

const options = {
  entryPoints: [{ in: "static/js/site.js", out: "site" }, { in: "static/css/site.css", out: "site" }, ...pages],
  outdir: "static/built",
  bundle: true,
  splitting: true,
  format: "esm",
  // Phones since the end of 2020: newer syntax, nested CSS too, is written out for them.
  target: ["chrome87", "firefox88", "safari15"],
  chunkNames: "chunks/[name]-[hash]",
  minify: true,
  // Pictures stay where they are: static/built/ is as deep as static/css/.
  external: ["*.svg", "*.png", "*.woff2"],
  logLevel: "info",
};

rmSync(options.outdir, { recursive: true, force: true });
if (process.argv.includes("--watch")) {
  await (await esbuild.context(options)).watch();
} else {
  // esbuild has said what is wrong; its stack trace adds nothing.
  await esbuild.build(options).catch(() => process.exit(1));
}

/*
 * Makes code smaller without changing what it does: reads {script, style} as JSON, writes the same. Names of
 * variables become short, names of properties stay; rules of style stay one by one, in their order.
 */

import { readFileSync } from "node:fs";
import CleanCSS from "clean-css";
import { minify } from "terser";

const SCRIPT = { ecma: 2022, compress: { passes: 3 }, mangle: true };
const STYLE = { level: { 1: { optimizeBackground: false, optimizeOutline: false, selectorsSortingMethod: "none" } } };

const { script, style } = JSON.parse(readFileSync(0, "utf8"));
const { code } = await minify(script, SCRIPT);
const { styles, errors, warnings } = new CleanCSS(STYLE).minify(style);
if (errors.length || warnings.length) throw new Error([...errors, ...warnings].join("\n"));
process.stdout.write(JSON.stringify({ script: code, style: styles }));

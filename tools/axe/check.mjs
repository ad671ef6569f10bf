// Opens each HTML file in Chromium and lets axe-core look for what WCAG 2.2 AA forbids: check.mjs FILE…
// Light and dark, wide and narrow. Prints each violation; ends with 1 if there is any.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const views = [['light', 1000], ['dark', 1000], ['light', 320]];

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
let violations = 0;
for (const file of process.argv.slice(2)) {
  for (const [colorScheme, width] of views) {
    // The page's own policy forbids all scripts: axe is the one that is let in.
    const page = await browser.newPage({ bypassCSP: true, colorScheme, viewport: { width, height: 900 } });
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(resolve(file)).href);
    if (asked.length !== 1) console.log(`${file}: asks for ${asked.slice(1)}`);
    violations += asked.length - 1;
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (sideways > 1) { // one is a rounded pixel
      console.log(`${file}: ${width} wide: the page scrolls sideways by ${sideways}`);
      violations += 1;
    }
    await page.evaluate(axe);
    const result = await page.evaluate((values) => globalThis.axe.run({ runOnly: { type: 'tag', values } }), tags);
    for (const found of result.violations) {
      violations += 1;
      console.log(`${file}: ${colorScheme} ${width}: ${found.id}: ${found.help}`);
      for (const node of found.nodes.slice(0, 3)) console.log(`    ${node.html.slice(0, 200)}\n    ${node.failureSummary}`);
    }
    await page.close();
  }
}
await browser.close();
console.log(`${process.argv.length - 2} files, ${violations} violations`);
process.exit(violations > 0 ? 1 : 0);

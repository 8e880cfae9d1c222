// What every page must satisfy: axe-core finds nothing, nothing overflows at 360 px, also with the text spacing that
// people may choose (WCAG 1.4.12) and every table of a chart open; the title says where one is.
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from './server.mjs';

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = {
  light: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // The page is the same but for its colours.
  dark: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
};
export const out = path.join(root, 'target/browser');
const shots = path.join(out, 'shots');
await mkdir(shots, { recursive: true });

const titles = new Map();
const darkSeen = new Set();
export const gathered = [];
const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 740 };

async function findings(page, scheme) {
  // The policy forbids script elements; the debugging protocol may still speak.
  await page.evaluate(source);
  const { violations } = await page.evaluate((rules) => globalThis.axe.run(document, { runOnly: rules, resultTypes: ['violations'] }), RULES[scheme]);
  return violations.map((v) => `${v.id} (${v.help}): ${v.nodes.map((n) => `${n.target} ${n.failureSummary ?? ''}`).join(' | ')}`);
}

async function overflow(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return null;
    const wide = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > width + 1 && !e.closest('.scroll, .chart details') && e.checkVisibility());
    return wide.slice(0, 5).map((e) => `${e.tagName}.${e.className?.baseVal ?? e.className} ${Math.round(e.getBoundingClientRect().right)}`).join(', ');
  });
}

// As somebody's own style sheet would: the page's policy lets no style element in.
async function spaced(page) {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* {line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important} p {margin-bottom: 2em !important}');
    document.adoptedStyleSheets = [sheet];
    globalThis.opened = [...document.querySelectorAll('.chart details:not([open])')];
    for (const one of globalThis.opened) one.open = true;
  });
  const over = await overflow(page);
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
    for (const one of globalThis.opened) one.open = false;
  });
  return over;
}

async function title(page) {
  const text = await page.title();
  const place = new URL(page.url()).pathname.replace(/[A-Za-z0-9_-]{22,}/g, '…');
  const language = await page.getAttribute('html', 'lang');
  if (text.replace(/·.*$/, '').trim() === '') return `empty title at ${place}`;
  const key = `${language} ${text}`;
  const before = titles.get(key);
  // A form that comes back with its faults is the same page.
  if (before && !place.startsWith(before) && !before.startsWith(place)) return `the title “${text}” is that of ${before} and of ${place}`;
  titles.set(key, place);
  return null;
}

// Looks at the page as it is: wide and narrow, light; and dark when it is a main one.
export async function look(page, name, { dark = true } = {}) {
  const language = await page.getAttribute('html', 'lang');
  const before = page.viewportSize();
  const faults = [];
  const wrongTitle = await title(page);
  if (wrongTitle) faults.push(wrongTitle);
  for (const scheme of dark ? ['light', 'dark'] : ['light']) {
    await page.emulateMedia({ colorScheme: scheme });
    for (const [width, size] of [['wide', WIDE], ['phone', PHONE]]) {
      await page.setViewportSize(size);
      // Colours are the same in every language: a dark page is examined once.
      const examined = scheme === 'dark' && (width === 'phone' || darkSeen.has(name));
      if (!examined) faults.push(...(await findings(page, scheme)).map((f) => `${scheme} ${width}: ${f}`));
      if (width === 'phone') {
        const over = await overflow(page);
        if (over) faults.push(`wider than 360 px: ${over}`);
        const wide = scheme === 'light' && await spaced(page);
        if (wide) faults.push(`wider than 360 px with wide text spacing: ${wide}`);
      }
      if (!process.env.BAROMETER_NO_SHOTS) {
        await page.screenshot({ path: path.join(shots, `${name}-${language}-${scheme}-${size.width}.png`), fullPage: true });
      }
    }
  }
  if (dark) darkSeen.add(name);
  await page.emulateMedia({ colorScheme: 'light' });
  if (before) await page.setViewportSize(before);
  if (!faults.length) return;
  const told = `${name} (${page.url()}):\n  ${faults.join('\n  ')}`;
  // While mending pages it helps to hear of all of them at once.
  if (!process.env.BAROMETER_GATHER) throw new Error(told);
  gathered.push(told);
  console.log(`NOT GOOD ${told}`);
}

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

const voids = new Set(['meta', 'link', 'input', 'rect', 'path', 'circle', 'use']);

/** Tags that are not closed, or closed where nothing is open. */
export function looseTags(document: string): readonly string[] {
  const open: string[] = [];
  const loose: string[] = [];
  for (const [, closing, name = ''] of document.matchAll(/<(\/?)([a-z][a-z\d]*)(?:\s(?:[^<>"]|"[^"]*")*)?>/g)) {
    if (closing === '/') {
      if (open.at(-1) === name) open.pop();
      else loose.push(name);
    } else if (!voids.has(name)) open.push(name);
  }
  return [...loose, ...open];
}

export interface Opened {
  readonly page: Page;
  /** What the console said, and what was asked for beside the file itself. */
  readonly noise: readonly string[];
}

/** Opens a page of its own, and listens to what it should not do. */
export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const page = await (await browser.newContext(options)).newPage();
  const noise: string[] = [];
  page.on('console', (message) => noise.push(message.text()));
  page.on('pageerror', (error) => noise.push(error.message));
  page.on('dialog', (dialog) => {
    noise.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url() !== address && !request.url().startsWith('data:')) noise.push(request.url());
  });
  await page.goto(address);
  return { page, noise };
}

/** Whether nothing stands out of the window on its right, and how wide that is. */
export const isWithin = '[document.documentElement.scrollWidth <= innerWidth, innerWidth]';

/**
 * Texts whose contrast with what lies behind them is below 4.5, the least that WCAG 2.2 AA asks for. Those of a drawing
 * have to be in the window.
 */
export const faintTexts = `(() => {
  const parse = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const channel = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const isDrawn = (element) => element instanceof SVGElement && element.ownerSVGElement !== null;
  const behind = (element) => {
    const { left, top, height } = element.getBoundingClientRect();
    const shapes = document.elementsFromPoint(left + 2, top + height / 2).filter((one) => isDrawn(one) && one.tagName === 'rect');
    return shapes.length > 0 ? parse(getComputedStyle(shapes[0]).fill) : ground(element.closest('div, section'));
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const [r, g, b, alpha = 1] = parse(getComputedStyle(at).backgroundColor);
      if (alpha > 0) return [r, g, b];
    }
    return [255, 255, 255];
  };
  return [...document.querySelectorAll('body *')]
    .filter((element) => element.tagName !== 'title' && element.checkVisibility() && [...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
    .flatMap((element) => {
      const style = getComputedStyle(element);
      const [ink, paper] = isDrawn(element) ? [style.fill, behind(element)] : [style.color, ground(element)];
      const [one, other] = [light(parse(ink)), light(paper)];
      const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
      return contrast < 4.5 ? [element.getAttribute('class') + ' ' + element.textContent.slice(0, 40) + ' ' + contrast] : [];
    });
})()`;

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import type { ReportedFinding, Result } from '../../src/model/result';
import { reports } from '../../src/reports';
import { printable } from '../../src/reports/printable';
import { testInBrowser } from '../support/browser';
import { demarcIn, folderWith } from '../support/command-line';
import { faintTexts, isWithin, openPage } from '../support/page';
import { hostileRun, largeRun } from '../support/report-page';

const root = join(__dirname, '../..');
const inspected = ['fixtures/sources/leaky', 'fixtures/plans/update.json'];
const told = (format: string): string => demarcIn(root, ['check', '--date', '2026-11-26', '--format', format, ...inspected]).out; // prettier-ignore
const result = JSON.parse(told('json')) as Result;
const findings = result.inputs.flatMap((input) => input.findings);
const listed = [...findings, ...result.inputs.flatMap(({ fixed }) => fixed)];
const total = listed.length;

const hostile = hostileRun();
const large = largeRun(400, 5000);
const folder = folderWith({
  'report.html': told('html'),
  'hostile.html': reports.html()(hostile.result, hostile.options),
  'large.html': reports.html()(large.result, large.options),
});
const address = (name: string): string => pathToFileURL(join(folder, name)).href;

const items = '.finding:visible';
const shownCount = (page: Page): Promise<number> => page.locator(items).count();
const ofBucket = findings.filter(({ resource }) => resource.address === 'aws_s3_bucket.reports').length;

/** How many findings have these properties. */
const countOf = (wanted: Partial<ReportedFinding>, among: readonly ReportedFinding[] = listed): number =>
  among.filter((finding) =>
    (Object.keys(wanted) as (keyof ReportedFinding)[]).every((key) => finding[key] === wanted[key]),
  ).length;

const hostileNames = hostile.result.inputs
  .flatMap((input) => input.findings.map(({ resource }) => printable(resource.constructPath ?? resource.address)))
  .sort();

describe('the report in a browser', () => {
  testInBrowser({
    'filters by severity, area, change and text, and shows everything again': async (browser) => {
      const { page, noise } = await openPage(browser, address('report.html'));
      expect(await shownCount(page)).toBe(total);
      await page.selectOption('[name=severity]', 'critical');
      expect(await shownCount(page)).toBe(countOf({ severity: 'critical' }));
      await page.selectOption('[name=area]', 'identity-access');
      expect(await shownCount(page)).toBe(countOf({ severity: 'critical', area: 'identity-access' }));
      await page.click('#filters button');
      for (const change of ['introduced', 'worsened', 'existing'] as const) {
        const count = countOf({ change }, findings);
        if (count === 0) continue;
        await page.selectOption('[name=change]', change);
        expect(await shownCount(page)).toBe(count);
      }
      await page.selectOption('[name=change]', 'fixed');
      expect(await shownCount(page)).toBe(total - findings.length);
      await page.click('#filters button');
      await page.fill('[name=text]', 'REPORTS acl-not-public');
      expect(await shownCount(page)).toBe(1);
      expect(await page.locator('#count').innerText()).toBe(`1 of ${String(total)} findings`);
      await page.fill('[name=text]', 'zebra crossing');
      expect(await page.locator('#nothing').isVisible()).toBe(true);
      await page.click('#filters button');
      expect(await shownCount(page)).toBe(total);
      expect(noise).toEqual([]);
    },
    'shows what a number of the summary counts': async (browser) => {
      const { page, noise } = await openPage(browser, address('report.html'));
      for (const link of await page.locator('a[data-filter]').all()) {
        const count = Number(/^\d+/.exec((await link.innerText()).trim())?.[0]);
        await link.focus();
        await page.keyboard.press('Enter');
        expect(await shownCount(page)).toBe(count);
      }
      expect(noise).toEqual([]);
    },
    'a box of the map shows its findings alone, by pointer and by key': async (browser) => {
      const { page, noise } = await openPage(browser, address('report.html'), { reducedMotion: 'reduce' });
      const box = page.getByRole('link', { name: /^aws_s3_bucket\.reports \(aws_s3_bucket\): \d+ blocking/ });
      await box.click();
      expect(await shownCount(page)).toBe(ofBucket);
      expect(await box.getAttribute('aria-current')).toBe('true');
      expect(await page.locator('#chosen').innerText()).toContain('aws_s3_bucket.reports');
      expect(await page.evaluate('document.activeElement.id')).toBe('findings');
      expect(await page.locator('.map.wide .node.dim').count()).toBeGreaterThan(0);
      await page.keyboard.press('Escape');
      expect(await shownCount(page)).toBe(total);
      await box.focus();
      await page.keyboard.press('Enter');
      expect(await shownCount(page)).toBe(ofBucket);
      await page.click('#chosen button');
      expect(await shownCount(page)).toBe(total);
      expect(noise).toEqual([]);
    },
    'a finding shows its resource on the map, with what it is linked to': async (browser) => {
      const { page, noise } = await openPage(browser, address('report.html'), { reducedMotion: 'reduce' });
      await page.locator('.finding .where a', { hasText: 'aws_s3_bucket.reports' }).first().click();
      expect(await shownCount(page)).toBe(ofBucket);
      const chosen = page.locator('.map.wide .node.chosen');
      expect(await chosen.getAttribute('aria-label')).toMatch(/^aws_s3_bucket\.reports /);
      expect(await page.evaluate("document.activeElement.classList.contains('chosen')")).toBe(true);
      expect((await chosen.boundingBox())?.y).toBeGreaterThan(0);
      expect(await page.locator('.map.wide .links path.near').count()).toBeGreaterThan(0);
      expect(noise).toEqual([]);
    },
    'filters dim what has none of the findings on the map': async (browser) => {
      const { page } = await openPage(browser, address('report.html'));
      await page.fill('[name=text]', 'acl-not-public');
      const lit = page.locator('.map.wide a.node[data-resource]:not(.dim)');
      expect(await lit.count()).toBe(1);
      expect(await lit.getAttribute('aria-label')).toMatch(/^aws_s3_bucket\.reports /);
    },
    'is text, whatever names hold': async (browser) => {
      const { page, noise } = await openPage(browser, address('hostile.html'));
      const shown = await page.locator('.finding:not([data-change=fixed]) .where > a bdi').allTextContents();
      expect(shown.sort()).toEqual(hostileNames);
      expect(await page.locator('.about code bdi').first().textContent()).toBe('<b>plan</b>.json');
      const code = await page.locator('.code .text').first().textContent();
      expect(code).toBe('</code></pre><script>alert(6)</script> password = ****');
      expect(await page.locator('script').count()).toBe(1);
      expect(await page.locator('img, iframe, object, embed').count()).toBe(0);
      for (const node of await page.locator('.map.wide a.node').all()) await node.hover();
      await page.locator('.map.wide a.node').first().click();
      await page.selectOption('[name=place]', { index: 1 });
      expect(noise).toEqual([]);
    },
    'fits a phone': async (browser) => {
      for (const name of ['report.html', 'hostile.html']) {
        const { page, noise } = await openPage(browser, address(name), {
          viewport: { width: 390, height: 844 },
          isMobile: true,
          hasTouch: true,
        });
        expect(await page.evaluate(isWithin)).toEqual([true, 390]);
        await page.setViewportSize({ width: 320, height: 640 });
        expect(await page.evaluate(isWithin)).toEqual([true, 320]);
        expect(await page.locator('.map:visible').count()).toBe(1);
        await page.locator('.map.narrow a.node').first().tap();
        expect(await page.locator('#chosen').isVisible()).toBe(true);
        expect(noise).toEqual([]);
      }
    },
    'goes on paper without its filters, in light colours, the map in pieces': async (browser) => {
      const { page } = await openPage(browser, address('report.html'), { colorScheme: 'dark' });
      expect(await page.locator('.map.paper:visible').count()).toBe(0);
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      expect(await page.locator('#filters').isVisible()).toBe(false);
      expect(await page.evaluate('getComputedStyle(document.body).color')).toBe('rgb(27, 33, 40)');
      expect(await page.locator('.map:visible').count()).toBe(await page.locator('.map.paper').count());
      expect(await page.locator('.map.paper').count()).toBeGreaterThan(1);
      const drawn = async (map: string): Promise<number> => page.locator(`${map} .node`).count();
      expect(await drawn('.map.paper')).toBe(await drawn('.map.wide'));
      expect(await page.evaluate("getComputedStyle(document.querySelector('.finding')).breakInside")).toBe('avoid');
    },
    'shows everything without its script, and leads from the map to the findings': async (browser) => {
      const { page } = await openPage(browser, address('report.html'), { javaScriptEnabled: false });
      expect(await shownCount(page)).toBe(total);
      expect(await page.locator('#filters').isVisible()).toBe(false);
      await page.locator('.finding .where a', { hasText: 'aws_s3_bucket.reports' }).first().click();
      expect(page.url()).toMatch(/#resource-\d+$/);
    },
    'can be read in light and in dark': async (browser) => {
      for (const name of ['report.html', 'hostile.html'])
        for (const colorScheme of ['light', 'dark'] as const) {
          const { page } = await openPage(browser, address(name), { colorScheme, viewport: { width: 1280, height: 4000 } }); // prettier-ignore
          expect(await page.evaluate(faintTexts)).toEqual([]);
        }
    },
    'nothing of the map is told by colour alone, and everything has a name': async (browser) => {
      const { page } = await openPage(browser, address('report.html'));
      const boxes = await page.locator('.map.wide .node').all();
      for (const box of boxes) {
        expect((await box.getAttribute('aria-label')) ?? '').not.toBe('');
        const state = ((await box.getAttribute('class')) ?? '').split(' ').at(2) ?? '';
        expect(await box.locator('use').getAttribute('href')).toBe(`#sign-${state}`);
      }
      expect(boxes.length).toBeGreaterThan(5);
      const nameless =
        "[...document.querySelectorAll('a:not([aria-label]), button')].filter((one) => !one.textContent.trim())";
      expect(await page.evaluate(`${nameless}.length`)).toBe(0);
    },
    'stays quick where it is large': async (browser) => {
      const { page, noise } = await openPage(browser, address('large.html'));
      expect(await shownCount(page)).toBe(2000);
      await page.fill('[name=text]', 'v0010');
      expect(await shownCount(page)).toBe(10);
      await page.click('#filters button');
      await page.locator('.map.wide a.node.more').first().click();
      expect(await shownCount(page)).toBeLessThan(2000);
      expect(await page.locator('[name=place]').inputValue()).not.toBe('');
      expect(noise).toEqual([]);
    },
  });
});

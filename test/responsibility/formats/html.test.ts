import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { page as write } from '../../../src/responsibility/formats/html/page';
import { demarcIn, folderWith } from '../../support/command-line';
import { testInBrowser } from '../../support/browser';
import { faintTexts, isWithin, looseTags, openPage } from '../../support/page';
import { hostileNames, people, systemMatrix } from '../../support/matrix';

const matrix = systemMatrix();
const html = write(matrix);
const withoutCode = html.replace(/<(style|script)>.*?<\/\1>/gs, '<$1></$1>');

describe('the text of the page', () => {
  test('is well-formed', () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(looseTags(withoutCode)).toEqual([]);
    expect(withoutCode.match(/<(?![!/a-z])/g)).toBeNull();
  });

  test('names are text, whatever they hold', () => {
    const named = new Set(Array.from(withoutCode.matchAll(/<([a-z][a-z\d]*)/g), ([, name = '']) => name));
    expect([...named].filter((name) => ['img', 'i', 'iframe', 'object', 'embed', 'form'].includes(name))).toEqual([
      'form',
    ]);
    expect(withoutCode.match(/<script>/g)).toHaveLength(1);
    expect(withoutCode).not.toMatch(/<[^>"]*\son\w+=/);
    expect(withoutCode).toContain('&quot;&gt;&lt;img src=x onerror=alert(1)&gt;');
    expect(withoutCode.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
  });

  test('loads nothing from anywhere', () => {
    expect(html).toContain('default-src &#39;none&#39;; style-src &#39;sha256-');
    expect(withoutCode).not.toMatch(/\s(src|srcset|data|action|style)="/);
    const targets = Array.from(withoutCode.matchAll(/\shref="([^"]*)"/g), ([, target]) => target);
    expect(new Set(targets)).toEqual(
      new Set([
        'data:,',
        '#matrix',
        'tel:+41445550100',
        'mailto:privacy@example.com',
        'https://runbooks.example.com/?a=1&amp;b=%222%22',
      ]),
    );
    expect(/<style>.*<\/style>/s.exec(html)?.[0]).not.toMatch(/url\(|@import|https?:/);
    expect(/<script>.*<\/script>/s.exec(html)?.[0]).not.toMatch(/https?:|fetch|innerHTML|eval/);
  });

  test('says whose each line is, how it stands, who is called, and what is late', () => {
    expect(withoutCode.match(/<tr role="row" data-party=/g)).toHaveLength(matrix.rows.length);
    expect(withoutCode).toContain('<b class="late">Overdue</b> since <time datetime="2026-06-30">');
    expect(withoutCode).toContain(
      'counts until <time datetime="2025-03-31">2025-03-31</time> <b class="late">Expired</b>',
    );
    expect(withoutCode).toContain('Nobody’s side is claimed of <code><bdi>AWS::Nobody::Knows</bdi></code>.');
  });

  test('is the same for the same matrix', () => {
    expect(write(systemMatrix())).toBe(html);
  });

  test('says what is missing where nobody is named', () => {
    const bare = write(systemMatrix({}));
    expect(bare).toContain('No role is on record: nobody knows whom to call.');
    expect(bare).toContain('Nobody is named yet.');
  });

  test('of nothing is a page', () => {
    const { accountability } = systemMatrix({});
    const empty = write({ ...matrix, accountability, rows: [] });
    expect(looseTags(empty.replace(/<(style|script)>.*?<\/\1>/gs, ''))).toEqual([]);
    expect(empty).not.toContain('NaN');
  });

  test('comes from the command line', () => {
    const folder = folderWith({ 'template.yaml': 'Resources: { Jobs: { Type: "AWS::SQS::Queue" } }' });
    expect(demarcIn(folder, ['matrix', '--format', 'html', 'template.yaml']).out).toContain(
      '<bdi>AWS::SQS::Queue</bdi>',
    );
  });
});

const folder = folderWith({ 'matrix.html': html });
const address = pathToFileURL(join(folder, 'matrix.html')).href;

const lines = '#matrix tr[data-party]:visible';
const ofProvider = matrix.rows.filter(({ party }) => party === 'provider').length;
const ofOwner = matrix.rows.filter(({ owner }) => owner === '<img src=x>').length;
describe('the page in a browser', () => {
  testInBrowser({
    'filters by party, owner and text, and shows everything again': async (browser) => {
      const { page, noise } = await openPage(browser, address);
      expect(await page.locator(lines).count()).toBe(matrix.rows.length);
      await page.selectOption('[name=party]', 'provider');
      expect(await page.locator(lines).count()).toBe(ofProvider);
      await page.selectOption('[name=party]', '');
      await page.selectOption('[name=owner]', { label: '<img src=x>' });
      expect(await page.locator(lines).count()).toBe(ofOwner);
      await page.click('#filters button');
      await page.fill('[name=text]', 'ec2::volume ONERROR storage-encrypted');
      expect(await page.locator(lines).count()).toBe(1);
      expect(await page.locator('#count').innerText()).toBe(`1 of ${String(matrix.rows.length)} lines`);
      await page.keyboard.press('Enter');
      await page.fill('[name=text]', 'no such thing');
      expect(await page.locator('#nothing').isVisible()).toBe(true);
      await page.click('#filters button');
      expect(await page.locator(lines).count()).toBe(matrix.rows.length);
      expect(noise).toEqual([]);
    },
    'shows what a number of the summary counts': async (browser) => {
      const { page, noise } = await openPage(browser, address);
      for (const link of await page.locator('a[data-filter]').all()) {
        const count = Number(/^\d+/.exec((await link.innerText()).trim())?.[0]);
        await link.focus();
        await page.keyboard.press('Enter');
        expect(await page.locator(lines).count()).toBe(count);
      }
      expect(noise).toEqual([]);
    },
    'keeps the header in sight': async (browser) => {
      const { page } = await openPage(browser, address, { viewport: { width: 1280, height: 600 } });
      await page.locator(lines).nth(60).scrollIntoViewIfNeeded();
      expect((await page.locator('#matrix thead').first().locator('th').first().boundingBox())?.y).toBe(0);
    },
    'fits a phone': async (browser) => {
      const { page, noise } = await openPage(browser, address, {
        viewport: { width: 390, height: 844 },
        isMobile: true,
        hasTouch: true,
      });
      expect(await page.evaluate(isWithin)).toEqual([true, 390]);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await page.evaluate(isWithin)).toEqual([true, 320]);
      expect((await page.locator(lines).first().boundingBox())?.width).toBeGreaterThan(280);
      expect(noise).toEqual([]);
    },
    'goes on paper without its filters, in light colours': async (browser) => {
      const { page } = await openPage(browser, address, { colorScheme: 'dark' });
      expect(await page.locator('#filters').isVisible()).toBe(true);
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      expect(await page.locator('#filters').isVisible()).toBe(false);
      expect(await page.evaluate('getComputedStyle(document.body).color')).toBe('rgb(27, 33, 40)');
      expect(await page.evaluate("getComputedStyle(document.querySelector('thead')).display")).toBe(
        'table-header-group',
      );
      expect(await page.evaluate("getComputedStyle(document.querySelector('tr[data-party]')).breakInside")).toBe(
        'avoid',
      );
    },
    'shows everything without its script': async (browser) => {
      const { page } = await openPage(browser, address, { javaScriptEnabled: false });
      expect(await page.locator(lines).count()).toBe(matrix.rows.length);
      expect(await page.locator('#filters').isVisible()).toBe(false);
    },
    'can be read in light and in dark': async (browser) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        const { page } = await openPage(browser, address, { colorScheme });
        expect(await page.evaluate(faintTexts)).toEqual([]);
      }
    },
    'holds names as they are': async (browser) => {
      const { page, noise } = await openPage(browser, address);
      const shown = await page.locator('bdi.name').allInnerTexts();
      for (const name of hostileNames.slice(0, 8)) expect(shown).toContain(name);
      expect(Object.keys(people.incident ?? {})).toContain(await page.locator('.people bdi').first().innerText());
      expect(noise).toEqual([]);
    },
  });
});

// The site as a reader meets it: built from samples/ by the program itself, opened in Debian's Chromium.
//
//   MACHTIN=build/release/machtin node tests/browser/site_test.mjs [SAMPLES] [SCREENSHOTS]
//
// Needs no network. Screenshots go to tests/browser/screenshots/, which git ignores.

import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

import {chromium} from 'playwright-core';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const machtin = resolve(process.env.MACHTIN ?? join(root, 'build/release/machtin'));
const samples = resolve(process.argv[2] ?? join(root, 'samples'));
const screenshots = resolve(process.argv[3] ?? join(here, 'screenshots'));
const browserPath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const flags = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];
const desk = {width: 1280, height: 900};
const phone = {width: 390, height: 844};

function build(db) {
  const run = spawnSync(machtin, ['build', samples, '--db', db], {encoding: 'utf8'});
  assert.equal(run.status, 0, `build failed: ${run.stderr}`);
}

// The site's address, once the program tells it on standard output.
function serve(db) {
  const server = spawn(machtin, ['serve', '--db', db, '--listen', '127.0.0.1:0'], {stdio: ['ignore', 'pipe', 'inherit']});
  const address = new Promise((told, failed) => {
    let output = '';
    server.stdout.on('data', (bytes) => {
      output += bytes;
      const found = output.match(/http:\/\/\S+/);
      if (found) told(found[0]);
    });
    server.on('exit', (code) => failed(new Error(`serve ended with ${code}: ${output}`)));
  });
  return {server, address};
}

async function stop(server) {
  if (server.exitCode !== null) return;
  const ended = new Promise((done) => server.on('exit', (code, signal) => done({code, signal})));
  server.kill('SIGTERM');
  const {code} = await ended;
  assert.equal(code, 0, 'SIGTERM ends the server cleanly');
}

async function open(page, address) {
  const answer = await page.goto(address);
  assert.equal(answer.status(), 200, address);
  return answer;
}

async function noSidewaysScrolling(page, what) {
  const [inner, scroll] = await page.evaluate(() => [window.innerWidth, document.documentElement.scrollWidth]);
  assert.ok(scroll <= inner, `${what}: ${scroll} px wide in a window of ${inner}`);
}

const tests = {
  async 'the front page lists stories, newest and most told first'({page, site, shot}) {
    await open(page, site);
    assert.equal(await page.getAttribute('html', 'lang'), 'vi');
    assert.ok((await page.locator('.card h2 a').count()) >= 5);
    await shot('home');
  },

  async 'a story shows its timeline and its sources'({page, site, shot}) {
    await open(page, site);
    // The first story that several papers tell.
    const stories = await page.locator('.card').evaluateAll((cards) => cards.map((card) => ({
      href: card.querySelector('h2 a').href, articles: parseInt(card.querySelector('.meta b').textContent, 10),
    })));
    const told = stories.sort((a, b) => b.articles - a.articles)[0];
    assert.ok(told.articles >= 2, 'some story has several articles');
    await open(page, told.href);
    assert.ok((await page.locator('.timeline .step').count()) >= 1, 'steps');
    assert.ok((await page.locator('.timeline .step time').first().textContent()).match(/\d/), 'dated');
    assert.ok((await page.locator('.timeline .chip').count()) >= 1, 'steps lead to their sources');
    assert.ok((await page.locator('.sources a').count()) >= 2, 'sources');
    await shot('story');
    await page.locator('.timeline .chip').first().click();
    await page.waitForSelector('article.reader h1');
    assert.ok((await page.locator('.m').count()) >= 1, 'facts are marked in the text');
    await shot('article');
  },

  async 'marks are switched off and on without script'({page, site}) {
    await open(page, `${site}search?q=tu+binh&kind=articles`);
    const mark = page.locator('.body').locator('.m-who, .m-where, .m-when, .m-number').first();
    for (const href of await page.locator('.hit h2 a').evaluateAll((links) => links.map((link) => link.href))) {
      await open(page, href);
      if (await mark.count() > 0) break;
    }
    const shadow = () => mark.evaluate((element) => getComputedStyle(element).boxShadow);
    assert.notEqual(await shadow(), 'none');
    const keys = await page.locator('.k-who, .k-where, .k-when, .k-number').all();
    for (const key of keys) await key.click();
    assert.equal(await shadow(), 'none');
    for (const key of keys) await key.click();
    assert.notEqual(await shadow(), 'none');
  },

  async 'a search without diacritics finds what has them'({page, site, shot}) {
    await open(page, site);
    await page.fill('input[type=search]', 'tu binh');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.hit');
    const marked = await page.locator('.hit mark').allTextContents();
    assert.ok(marked.some((text) => text.normalize('NFC').toLowerCase().includes('tù binh')), `marked: ${marked}`);
    await shot('search');
  },

  async 'a storyline is told over its years'({page, site, shot}) {
    await open(page, `${site}storylines`);
    await page.locator('.card h2 a').first().click();
    await page.waitForSelector('.timeline .step');
    assert.ok((await page.locator('.lines li').count()) >= 2, 'stories of the storyline');
    await shot('storyline');
  },

  async 'the language is switched by a link and stays'({page, site, shot}) {
    await open(page, site);
    await page.locator('.langs a[hreflang=en]').click();
    assert.equal(await page.getAttribute('html', 'lang'), 'en');
    await page.locator('.card h2 a').first().click();
    await page.waitForSelector('article.story');
    assert.equal(await page.getAttribute('html', 'lang'), 'en');
    assert.ok((await page.locator('h2').allTextContents()).includes('Timeline'));
    assert.equal((await page.context().cookies()).length, 0);
    await shot('story-english');
  },

  async 'nothing is asked of another host, and nothing is refused'({page, site}) {
    const trouble = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(site)) trouble.push(request.url());
    });
    page.on('console', (message) => trouble.push(message.text()));
    page.on('pageerror', (error) => trouble.push(error.message));
    for (const path of ['', 'storylines', 'about', 'search?q=tu+binh']) await open(page, site + path);
    assert.deepEqual(trouble, []);
  },

  async 'a page that is not there says so'({page, site, shot}) {
    const answer = await page.goto(`${site}story/nowhere`);
    assert.equal(answer.status(), 404);
    assert.ok(await page.locator('.error h1').isVisible());
    await shot('not-found');
  },

  async 'everything fits a phone'({page, site, shot}) {
    await page.setViewportSize(phone);
    await open(page, site);
    await noSidewaysScrolling(page, 'home');
    await shot('phone-home');
    const first = await page.locator('.card h2 a').first().getAttribute('href');
    await open(page, new URL(first, site).href);
    await noSidewaysScrolling(page, 'story');
    await shot('phone-story');
    await page.locator('.sources a').first().click();
    await page.waitForSelector('article.reader');
    await noSidewaysScrolling(page, 'article');
    await shot('phone-article');
    for (const path of ['search?q=tu+binh', 'storylines', 'about', 'timeline?q=tu+binh']) {
      await open(page, site + path);
      await noSidewaysScrolling(page, path);
    }
    await shot('phone-timeline');
  },

  async 'the keyboard reaches the content, and focus shows'({page, site}) {
    await open(page, site);
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    assert.notEqual(outline, 'none');
  },
};

async function runAll(browser, site) {
  const variants = [
    {name: 'light', options: {viewport: desk, locale: 'vi-VN', colorScheme: 'light'}},
    // The whole again with script off: nothing may hang on it. Dark, so that its screenshots differ.
    {name: 'no-script-dark', options: {viewport: desk, locale: 'vi-VN', colorScheme: 'dark', javaScriptEnabled: false}},
  ];
  let failures = 0;
  for (const variant of variants) {
    for (const [name, test] of Object.entries(tests)) {
      const context = await browser.newContext(variant.options);
      const page = await context.newPage();
      page.setDefaultTimeout(10000);
      const shot = (file) => page.screenshot({path: join(screenshots, `${variant.name}-${file}.png`), fullPage: true});
      try {
        await test({page, site, shot});
        console.log(`ok   ${variant.name}: ${name}`);
      } catch (error) {
        ++failures;
        console.log(`FAIL ${variant.name}: ${name}\n     ${error.message}`);
      }
      await context.close();
    }
  }
  return failures;
}

assert.ok(existsSync(machtin), `no program at ${machtin}`);
mkdirSync(screenshots, {recursive: true});
const folder = mkdtempSync(join(tmpdir(), 'machtin-site-'));
const db = join(folder, 'news.db');
let failures = 1;
try {
  build(db);
  const {server, address} = serve(db);
  try {
    const site = await address;
    const browser = await chromium.launch({executablePath: browserPath, args: flags});
    failures = await runAll(browser, site);
    await browser.close();
  } finally {
    await stop(server);
  }
} finally {
  rmSync(folder, {recursive: true, force: true});
}
console.log(failures === 0 ? 'site_test: all passed' : `site_test: ${failures} failed`);
process.exit(failures === 0 ? 0 : 1);

// Debian's Chromium by Playwright, and what every page must keep to.
import {chromium} from 'playwright-core';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

export function launch() {
    return chromium.launch({
        executablePath,
        args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--allow-file-access-from-files=false'],
    });
}

/** Opens a page and writes down whatever it asks for and whatever goes wrong. */
export async function open(browser, url, options = {}, before = null) {
    const context = await browser.newContext({viewport: {width: 1280, height: 1000}, ...options});
    const page = await context.newPage();
    const faults = [];
    page.on('request', (request) => {
        if (!/^(file|blob|data):/.test(request.url())) {
            faults.push(`asks for ${request.url()}`);
        }
    });
    page.on('console', (message) => {
        if (message.type() === 'error' || (message.type() === 'warning' && !/GPU stall|GL Driver/.test(message.text()))) {
            faults.push(`${message.type()}: ${message.text()}`);
        }
    });
    page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
    if (before) {
        await page.addInitScript(before);
    }
    await page.goto(url);
    return {page, faults, close: () => context.close()};
}

/** Waits for the map, by MapLibre or flat. */
export async function mapOf(page, timeout = 30_000) {
    await page.waitForFunction(() => document.documentElement.dataset.map, null, {timeout});
    return page.evaluate(() => document.documentElement.dataset.map);
}

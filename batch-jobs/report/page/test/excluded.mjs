// node test/excluded.mjs PAGE ID...: tries in a browser that the page of a run shows these sites, and no others, as excluded.
import {pathToFileURL} from 'node:url';
import {strict as assert} from 'node:assert';
import {launch, mapOf, open} from './browser.mjs';

const [file, ...ids] = process.argv.slice(2);
const browser = await launch();
try {
    const {page, faults} = await open(browser, pathToFileURL(file).href);
    await mapOf(page);
    const lines = page.locator('.grid tbody tr[data-row]');
    const all = await lines.count();
    assert.ok(all > ids.length, `${all} sites are shown`);
    const shown = [];
    for (let line = 0; line < all; line++) {
        const isOut = (await lines.nth(line).getAttribute('class')) === 'out';
        await lines.nth(line).locator('td.field-site').click();
        const title = await page.locator('.site-panel h3').textContent();
        assert.equal(title.startsWith('Excluded: '), isOut, title);
        if (isOut) {
            shown.push(await page.evaluate(() => decodeURIComponent(location.hash.replace('#site=', ''))));
        }
    }
    assert.deepEqual(shown.sort(), ids.sort());
    assert.deepEqual(faults, []);
    console.log('ok');
} catch (error) {
    console.log(`not ok ${error.message}`);
    process.exitCode = 1;
} finally {
    await browser.close();
}

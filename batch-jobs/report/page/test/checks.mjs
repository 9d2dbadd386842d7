// What holds of every page, made up or real. A check throws what is wrong.
import {strict as assert} from 'node:assert';
import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {mapOf} from './browser.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export async function isAccessible(page) {
    const violations = await page.evaluate(`${axe}; axe.run().then(({violations}) =>
        violations.map(({id, nodes}) => id + ': ' + nodes.slice(0, 3).map(({html, failureSummary}) => html.slice(0, 200) + ' ' + failureSummary).join(' | ')))`);
    assert.deepEqual(violations, []);
}

export async function hasNothingRun(page) {
    assert.equal(await page.evaluate(() => window.hacked), undefined, 'a text of the data ran as script');
}

/** Height of an A4 page within the margins of the print style, pixels of CSS. */
export async function printsOnOnePage(page) {
    const pdf = await page.pdf({preferCSSPageSize: true, printBackground: true});
    assert.equal(pdf.toString('latin1').match(/\/Type\s*\/Page(?![a-z])/g)?.length, 1, 'pages of A4');
}

export async function fitsItsWidth(page) {
    const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(inner <= outer, `the page is ${inner} pixels wide on a screen of ${outer}`);
}

export async function filters(page) {
    const {total, states} = await page.evaluate(() => {
        const {columns} = JSON.parse(document.getElementById('headroom-data').textContent);
        return {total: columns.rows, states: columns.stateTexts.length};
    });
    const count = async () => Number((await page.locator('.count').textContent()).match(/^[\d,]+/)[0].replaceAll(',', ''));
    assert.equal(await count(), total);
    let sum = 0;
    for (let state = 0; state < states; state++) {
        await page.selectOption('[name=state]', String(state));
        sum += await count();
    }
    assert.equal(sum, total, 'sites of all states');
    await page.click('.filter [type=reset]');
    await page.waitForFunction((all) => document.querySelector('.count').textContent.startsWith(all), total.toLocaleString('en'));
}

/** Few lines stand in the page however many rows there are, each says which one it is, and the last is reached. */
export async function showsWhatIsSeen(page) {
    await page.selectOption('[name=gate]', {label: 'unknown'});
    const count = Number((await page.locator('.count').textContent()).match(/^[\d,]+/)[0].replaceAll(',', ''));
    assert.ok(count > 100, `${count} rows`);
    assert.equal(await page.getAttribute('.grid table', 'aria-rowcount'), String(count + 1));
    const places = () =>
        page.locator('.grid tr[data-row]').evaluateAll((lines) => lines.map((line) => Number(line.getAttribute('aria-rowindex'))));
    const isInOrder = (lines) => assert.deepEqual(lines, lines.map((_, i) => lines[0] + i));
    const first = await places();
    assert.equal(first[0], 2);
    isInOrder(first);
    await page.locator('.grid').evaluate((grid) => grid.scrollTo(0, grid.scrollHeight));
    await page.waitForFunction(
        (last) => document.querySelector('.grid tr[data-row]:last-child').getAttribute('aria-rowindex') === last,
        String(count + 1),
    );
    const end = await places();
    isInOrder(end);
    assert.ok(Math.max(first.length, end.length) < 80, `${first.length} and ${end.length} lines`);
    await page.click('.filter [type=reset]');
    await page.waitForFunction(() => document.querySelector('.grid').scrollTop === 0);
    assert.equal((await places())[0], 2);
}

/** The map pales what the filter leaves out, and has it again afterwards. */
export async function mapFollowsFilter(page) {
    const before = await picture(page);
    await page.selectOption('[name=state]', '3');
    await differs(page, before);
    await page.click('.filter [type=reset]');
    await isAgain(page, before);
}

/** A tab that is shown again has its map. */
export async function mapComesBack(page) {
    const before = await picture(page);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    // After half a second without an answer MapLibre takes its worker for dead.
    await page.waitForTimeout(1000);
    await isAgain(page, before);
}

/** After a sleep a graphics card may have forgotten all that it had. */
export async function mapOutlivesItsCard(page) {
    const before = await picture(page);
    await page.evaluate(() => {
        const canvas = document.querySelector('.maplibregl-canvas');
        const card = canvas.getContext('webgl2').getExtension('WEBGL_lose_context');
        canvas.addEventListener('webglcontextlost', () => setTimeout(() => card.restoreContext()), {once: true});
        card.loseContext();
    });
    await page.waitForTimeout(1000);
    await isAgain(page, before);
}

async function picture(page) {
    await page.mouse.move(0, 0);
    return page.locator('.map-frame').screenshot();
}

async function isAgain(page, before) {
    for (let i = 0; i < 50 && !before.equals(await picture(page)); i++) {
        await page.waitForTimeout(200);
    }
    assert.ok(before.equals(await picture(page)), 'the map is not what it was');
}

async function differs(page, before) {
    for (let i = 0; i < 50 && before.equals(await picture(page)); i++) {
        await page.waitForTimeout(200);
    }
    assert.ok(!before.equals(await picture(page)), 'the map is what it was');
}

export async function sorts(page) {
    const head = page.locator('.grid .field-score[aria-sort], .grid th.field-score').first();
    await head.locator('button').click();
    assert.equal(await head.getAttribute('aria-sort'), 'descending');
    const scores = (await page.locator('.grid td.field-score').allTextContents()).map((text) => Number(text));
    assert.ok(scores.length > 5);
    assert.deepEqual(scores, [...scores].sort((a, b) => b - a));
    await page.locator('.grid th.field-rank button').click();
    assert.equal((await page.locator('.grid td.field-rank').first().textContent()).trim(), '1');
}

/** A row is chosen by keys alone, and the map and the address follow. */
export async function goesByKeys(page) {
    await page.locator('.grid tbody tr[data-row] a').first().focus();
    for (let i = 0; i < 40; i++) {
        await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
    const row = await page.evaluate(() => document.querySelector('.grid tr.selected')?.dataset.row);
    assert.equal(row, '40');
    assert.match(await page.locator('.site-panel h3').textContent(), /Rank 41:/);
    assert.match(page.url(), /#site=/);
}

/** The address that is shown leads a second reader to the same site. */
export async function isFoundByItsAddress(page) {
    const title = await page.locator('.site-panel h3').textContent();
    await page.reload();
    await mapOf(page);
    assert.equal(await page.locator('.site-panel h3').textContent(), title);
}

export async function mapLeadsToTable(page) {
    await page.click('.map-buttons button:last-child');
    await page.waitForTimeout(500);
    const place = await page.evaluate(() => {
        const frame = document.querySelector('.map-frame');
        frame.scrollIntoView({block: 'center'});
        const box = frame.getBoundingClientRect();
        return [box.left + box.width * 0.45, box.top + box.height * 0.55];
    });
    let chosen = null;
    // Somewhere near the middle lies a site.
    for (let i = 0; i < 60 && chosen === null; i++) {
        await page.mouse.click(place[0] + (i % 8) * 6, place[1] + Math.floor(i / 8) * 6);
        chosen = await page.evaluate(() => document.querySelector('.grid tr.selected')?.dataset.row ?? null);
    }
    assert.notEqual(chosen, null, 'no site was chosen by a click on the map');
    const isSeen = await page.evaluate((row) => {
        const grid = document.querySelector('.grid').getBoundingClientRect();
        const line = document.querySelector(`.grid tr[data-row="${row}"]`).getBoundingClientRect();
        return line.top >= grid.top && line.bottom <= grid.bottom + 1;
    }, chosen);
    assert.ok(isSeen, 'the table shows the site that was chosen on the map');
}

export async function compares(page) {
    await page.locator('.grid').evaluate((grid) => grid.scrollTo(0, 0));
    await page.waitForTimeout(200);
    const boxes = page.locator('.grid tbody tr[data-row] input');
    for (let i = 0; i < 4; i++) {
        await boxes.nth(i).check();
    }
    assert.equal(await boxes.nth(4).isDisabled(), true, 'a fifth site is refused');
    await page.click('.compare-line .primary');
    assert.equal(await page.locator('dialog thead th').count(), 4);
    await isAccessible(page);
    await page.keyboard.press('Escape');
    await page.click('.compare-line button:last-child');
}

export async function changesTheme(page) {
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const before = await ground();
    await page.locator('#tools button').first().click();
    assert.notEqual(await ground(), before);
    await isAccessible(page);
}

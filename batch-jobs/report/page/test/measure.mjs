// node test/measure.mjs FILE...: how long the page of a run takes, by hand; milliseconds. On a busy machine the time of the processors says more than the clock.
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {launch, mapOf, open} from './browser.mjs';
import {busy, pageThread} from './processors.mjs';

/** What is put into the form, as a reader does: key by key, and one choice. A key of `null` presses the button that shows all. */
const FILTERS = [
    ['text', 'm'],
    ['text', 'i'],
    ['text', 'n'],
    [null, null],
    ['state', 'ArrowDown'],
    [null, null],
    ['leastMw', '1'],
    ['leastMw', '0'],
    ['leastMw', '0'],
    [null, null],
    ['mostMonths', '6'],
    ['mostMonths', '0'],
    [null, null],
    ['kind', 'ArrowDown'],
    [null, null],
];

/** Runs in the page before its own script: writes down when something was painted, when each map was drawn, and how long what was put in took to be painted. */
function watch() {
    const seen = (window.measured = {paints: {}, flat: 0, drawn: 0, inputs: []});
    new PerformanceObserver((list) => {
        for (const {name, startTime} of list.getEntries()) {
            seen.paints[name] = startTime;
        }
    }).observe({type: 'paint', buffered: true});
    new PerformanceObserver((list) => seen.inputs.push(...list.getEntries().map(({name, duration}) => ({name, duration})))).observe({
        type: 'event',
        durationThreshold: 16,
    });
    for (const [kind, names] of [
        [CanvasRenderingContext2D, ['fillRect']],
        [WebGL2RenderingContext, ['drawArrays', 'drawElements', 'drawArraysInstanced']],
    ]) {
        for (const name of names) {
            const draws = kind.prototype[name];
            kind.prototype[name] = function (...given) {
                if (kind === WebGL2RenderingContext) {
                    seen.drawn = performance.now();
                } else if (!seen.flat && this.canvas.className === 'flat') {
                    setTimeout(() => (seen.flat = performance.now()));
                }
                return draws.apply(this, given);
            };
        }
    }
}

/** Puts one thing in; how long until it was painted, until the map was drawn, and what the page's thread worked. */
async function filtered(page, worked, [field, key]) {
    const target = page.locator(field ? `.filter [name=${field}]` : '.filter [type=reset]');
    await target.focus();
    await page.waitForTimeout(500);
    await page.evaluate(() => Object.assign(window.measured, {inputs: [], began: performance.now()}));
    const before = worked();
    await page.keyboard.press(key ?? 'Enter');
    await page.waitForTimeout(1000);
    const {painted, drawn} = await page.evaluate(() => ({
        painted: Math.max(0, ...window.measured.inputs.map(({duration}) => duration)),
        drawn: window.measured.drawn - window.measured.began,
    }));
    const name = field ? `${field} ${key}` : 'show all';
    return `${name}: painted after ${painted < 16 ? 'less than 16' : Math.round(painted)}, map drawn after ${Math.round(drawn)}, page's thread ${Math.round(worked() - before)}`;
}

const browser = await launch();
for (const file of process.argv.slice(2)) {
    const {page, faults, close} = await open(browser, 'about:blank', {}, watch);
    page.setDefaultTimeout(120_000);
    const busyBefore = busy();
    const began = Date.now();
    await page.goto(pathToFileURL(path.resolve(file)).href);
    const kind = await mapOf(page, 120_000);
    const map = Date.now() - began;
    const busyForMap = busy() - busyBefore;
    const {paints, flat} = await page.evaluate(() => window.measured);
    const told = Object.entries(paints).map(([name, time]) => `${name} ${Math.round(time)}`);
    console.log(`${file}\n  ${told.join(', ')}, flat map ${Math.round(flat)}, ${kind} map ${map}; processors ${busyForMap}`);
    const worked = pageThread();
    for (const put of FILTERS) {
        console.log(`  ${await filtered(page, worked, put)}`);
    }
    new Set(faults).forEach((fault) => console.log(`  ${fault}`));
    await close();
}
await browser.close();

// node test/measure.mjs FILE...: how long the page of a run takes, by hand; milliseconds, median of some rounds with the smallest and the largest.
// `painted` counts from the key to the picture, and is 0 below 16. On a busy machine the time of the processors says more than the clock.
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {launch, mapOf, open} from './browser.mjs';
import {busy, pageThread} from './processors.mjs';

const ROUNDS = Number(process.env.ROUNDS ?? 5);

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
    const before = (prototype, name, act) => {
        const draws = prototype[name];
        prototype[name] = function (...given) {
            act(this.canvas);
            return draws.apply(this, given);
        };
    };
    before(CanvasRenderingContext2D.prototype, 'fillRect', ({className}) => {
        if (!seen.flat && className === 'flat') {
            setTimeout(() => (seen.flat = performance.now()));
        }
    });
    for (const name of ['drawArrays', 'drawElements']) {
        before(WebGL2RenderingContext.prototype, name, () => (seen.drawn = performance.now()));
    }
}

/** Puts one thing in. */
async function filtered(page, worked, [field, key]) {
    const target = page.locator(field ? `.filter [name=${field}]` : '.filter [type=reset]');
    await target.focus();
    await page.waitForTimeout(300);
    await page.evaluate(() => Object.assign(window.measured, {inputs: [], began: performance.now()}));
    const before = worked();
    await page.keyboard.press(key ?? 'Enter');
    await page.waitForTimeout(900);
    const {painted, drawn} = await page.evaluate(() => ({
        painted: Math.max(0, ...window.measured.inputs.map(({duration}) => duration)),
        drawn: Math.max(0, window.measured.drawn - window.measured.began),
    }));
    return {painted, 'map drawn': drawn, "page's thread": worked() - before};
}

/** Opens a page and filters it. @returns {Promise<Map<string, Record<string, number>>>} what was measured, by what was done */
async function round(browser, file) {
    const {page, faults, close} = await open(browser, 'about:blank', {}, watch);
    page.setDefaultTimeout(120_000);
    const busyBefore = busy();
    const began = Date.now();
    await page.goto(pathToFileURL(path.resolve(file)).href);
    const kind = await mapOf(page, 120_000);
    const told = new Map();
    told.set('opening', {[`${kind} map`]: Date.now() - began, processors: busy() - busyBefore});
    const {paints, flat} = await page.evaluate(() => window.measured);
    Object.assign(told.get('opening'), {'first painted': paints['first-contentful-paint'], 'first map': flat});
    const worked = pageThread();
    let keys = '';
    for (const [field, key] of FILTERS) {
        keys = field ? keys + key : '';
        const name = field ? `${field} ${keys}` : 'show all';
        told.set(`${told.size}. ${name}`, await filtered(page, worked, [field, key]));
    }
    new Set(faults).forEach((fault) => console.log(`  ${fault}`));
    await close();
    return told;
}

function spread(values) {
    const all = values.map(Math.round).sort((a, b) => a - b);
    return `${all[Math.floor(all.length / 2)]} (${all[0]} to ${all.at(-1)})`;
}

const browser = await launch();
for (const file of process.argv.slice(2)) {
    const rounds = [];
    for (let i = 0; i < ROUNDS; i++) {
        rounds.push(await round(browser, file));
    }
    console.log(file);
    for (const [what, measured] of rounds[0]) {
        const parts = Object.keys(measured).map((name) => `${name} ${spread(rounds.map((told) => told.get(what)[name]))}`);
        console.log(`  ${what}: ${parts.join(', ')}`);
    }
}
await browser.close();

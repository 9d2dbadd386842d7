// node test/measure.mjs FILE...: how long a page takes, by hand. On a busy machine the seconds of the processors say more than the clock.
import {readdirSync, readFileSync} from 'node:fs';
import {pathToFileURL} from 'node:url';
import {launch, mapOf, open} from './browser.mjs';

/** Numbers of all processes that this one started. */
function ours() {
    const parents = new Map();
    for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
        try {
            parents.set(Number(id), Number(statOf(id)[1]));
        } catch {
            // It has ended.
        }
    }
    const isOurs = (id) => parents.has(id) && (parents.get(id) === process.pid || isOurs(parents.get(id)));
    return [...parents.keys()].filter(isOurs);
}

function statOf(id) {
    return readFileSync(`/proc/${id}/stat`, 'utf8').split(') ').pop().split(' ');
}

/** Milliseconds of processor time of all of them. */
function busy() {
    return ours()
        .map(statOf)
        .reduce((sum, fields) => sum + (Number(fields[11]) + Number(fields[12])) * 10, 0);
}

/** Milliseconds of processor time of the thread that runs the page's script: the first one of the busiest renderer. */
function threadOf() {
    const time = (id) => Number(readFileSync(`/proc/${id}/task/${id}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
    const renderers = ours().filter((id) => readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('--type=renderer'));
    const [busiest] = renderers.sort((a, b) => time(b) - time(a));
    return () => time(busiest);
}

const browser = await launch();
for (const file of process.argv.slice(2)) {
    const {page, faults, close} = await open(browser, 'about:blank', {}, () => {
        new PerformanceObserver((list) => list.getEntries().forEach((entry) => console.log(entry.name, entry.startTime))).observe({type: 'paint', buffered: true});
    });
    const began = Date.now();
    const busyBefore = busy();
    await page.goto(pathToFileURL(file).href);
    const loaded = Date.now() - began;
    const flat = await page.evaluate(() => performance.getEntriesByType('paint').map((entry) => `${entry.name} ${Math.round(entry.startTime)}`));
    const kind = await mapOf(page, 60_000);
    const map = Date.now() - began;
    const busyForMap = busy() - busyBefore;
    const worked = threadOf();
    const filters = [];
    for (const [name, value] of [['text', 'mi'], ['text', 'min'], ['text', ''], ['leastMw', '100'], ['leastMw', ''], ['mostMonths', '60'], ['mostMonths', '']]) {
        const before = worked();
        const clock = await page.evaluate(
            async ([field, text]) => {
                const start = performance.now();
                const input = document.querySelector('.filter').elements[field];
                input.value = text;
                input.dispatchEvent(new Event('input', {bubbles: true}));
                await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
                return performance.now() - start;
            },
            [name, value],
        );
        filters.push(`filter ${name}=${value}: shown after ${Math.round(clock)} ms, ${Math.round(worked() - before)} ms of the page's thread`);
    }
    console.log(`${file}: loaded ${loaded} ms (${flat.join(', ')}), map ${kind} ${map} ms, ${busyForMap} ms of processors\n  ${filters.join('\n  ')}`, faults);
    await close();
}
await browser.close();

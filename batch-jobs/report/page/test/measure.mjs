// node test/measure.mjs FILE...: how long a page takes, by hand. On a busy machine the seconds of the processors say more than the clock.
import {readdirSync, readFileSync} from 'node:fs';
import {pathToFileURL} from 'node:url';
import {launch, mapOf, open} from './browser.mjs';

/** Milliseconds of processor time of all processes that this one started. */
function busy() {
    const processes = new Map();
    for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
        try {
            const fields = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ').pop().split(' ');
            processes.set(Number(id), {parent: Number(fields[1]), time: (Number(fields[11]) + Number(fields[12])) * 10});
        } catch {
            // It has ended.
        }
    }
    const isOurs = (id) => id === process.pid || (processes.has(id) && isOurs(processes.get(id).parent));
    return [...processes].filter(([id]) => id !== process.pid && isOurs(id)).reduce((sum, [, {time}]) => sum + time, 0);
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
    const filters = await page.evaluate(async () => {
        const times = [];
        const form = document.querySelector('.filter');
        for (const [name, value] of [['text', 'mi'], ['text', 'min'], ['text', ''], ['leastMw', '100'], ['leastMw', ''], ['mostMonths', '60'], ['mostMonths', '']]) {
            const start = performance.now();
            form.elements[name].value = value;
            form.elements[name].dispatchEvent(new Event('input', {bubbles: true}));
            const done = performance.now() - start;
            await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
            times.push(`${name}=${value} ${Math.round(done)} ms, shown ${Math.round(performance.now() - start)} ms`);
        }
        const start = performance.now();
        document.querySelector('.field-score button').click();
        times.push(`sort ${Math.round(performance.now() - start)} ms`);
        return times;
    });
    console.log(`${file}: loaded ${loaded} ms (${flat.join(', ')}), map ${kind} ${map} ms, ${busyForMap} ms of processors\n  ${filters.join('\n  ')}`, faults);
    await close();
}
await browser.close();

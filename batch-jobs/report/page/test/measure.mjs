// node test/measure.mjs FILE...: how long a page takes, by hand.
import {pathToFileURL} from 'node:url';
import {launch, mapOf, open} from './browser.mjs';

const browser = await launch();
for (const file of process.argv.slice(2)) {
    const {page, faults, close} = await open(browser, 'about:blank', {}, () => {
        new PerformanceObserver((list) => list.getEntries().forEach((entry) => console.log(entry.name, entry.startTime))).observe({type: 'paint', buffered: true});
    });
    const began = Date.now();
    await page.goto(pathToFileURL(file).href);
    const loaded = Date.now() - began;
    const flat = await page.evaluate(() => performance.getEntriesByType('paint').map((entry) => `${entry.name} ${Math.round(entry.startTime)}`));
    const kind = await mapOf(page, 60_000);
    const map = Date.now() - began;
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
    console.log(`${file}: loaded ${loaded} ms (${flat.join(', ')}), map ${kind} ${map} ms\n  ${filters.join('\n  ')}`, faults);
    await close();
}
await browser.close();

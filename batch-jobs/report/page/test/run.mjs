// node test/run.mjs BUILT OUT [PAGE...]: tries the made-up pages, and those that are named, in a browser. Pictures are left in OUT.
import {mkdir} from 'node:fs/promises';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {launch, mapOf, open} from './browser.mjs';
import * as checks from './checks.mjs';
import {HOSTILE} from './fixture.mjs';
import {writePages} from './pages.mjs';
import {strict as assert} from 'node:assert';

const here = path.dirname(fileURLToPath(import.meta.url));
const built = path.resolve(process.argv[2] ?? path.join(here, '../../src/main/resources/org/headroom/report'));
const out = path.resolve(process.argv[3] ?? path.join(here, '../node_modules/.pages'));
const given = process.argv.slice(4);

const browser = await launch();
let failed = 0;

async function check(name, act) {
    try {
        await act();
        console.log(`ok ${name}`);
    } catch (error) {
        failed++;
        console.log(`not ok ${name}: ${error.message}`);
    }
}

async function on(name, file, options, acts, before = null) {
    const {page, faults, close} = await open(browser, pathToFileURL(file).href, options, before);
    page.setDefaultTimeout(60_000);
    for (const [what, act] of Object.entries(acts)) {
        await check(`${name}: ${what}`, () => act(page));
    }
    await check(`${name}: asks for nothing outside and has no fault`, () => assert.deepEqual(faults, []));
    await close();
}

const pictured = (name, part = 'body') => async (page) => {
    await mkdir(out, {recursive: true});
    await page.locator(part).screenshot({path: path.join(out, `${name}.png`)});
};

/** What is tried on a page of usual size. */
function usual(name) {
    return {
        'map by MapLibre': async (page) => assert.equal(await mapOf(page), 'live'),
        'nothing has run': checks.hasNothingRun,
        accessible: checks.isAccessible,
        filters: checks.filters,
        'shows what is seen': checks.showsWhatIsSeen,
        'map follows filter': checks.mapFollowsFilter,
        'map comes back': checks.mapComesBack,
        sorts: checks.sorts,
        'goes by keys': checks.goesByKeys,
        'is found by its address': checks.isFoundByItsAddress,
        'map leads to table': checks.mapLeadsToTable,
        compares: checks.compares,
        picture: pictured(name),
        'prints on one page': checks.printsOnOnePage,
        'changes its theme': checks.changesTheme,
    };
}

const pages = await writePages(built, out);
await on('small', pages.small, {}, {
    ...usual('small'),
    'shows hostile names as text': async (page) => {
        await page.fill('[name=text]', HOSTILE[2]);
        await page.waitForFunction(() => document.querySelector('.count').textContent.startsWith('1 of'));
        assert.equal(await page.locator('.grid td.field-site').textContent(), HOSTILE[2]);
        await checks.hasNothingRun(page);
    },
});
await on('phone', pages.small, {viewport: {width: 390, height: 844}, colorScheme: 'dark'}, {
    map: mapOf,
    'fits its width': checks.fitsItsWidth,
    accessible: checks.isAccessible,
    picture: pictured('phone'),
});
await check('map outlives its graphics card', async () => {
    // MapLibre warns of it, which is no fault of the page.
    const {page, close} = await open(browser, pathToFileURL(pages.small).href);
    await mapOf(page);
    await checks.mapOutlivesItsCard(page);
    await close();
});
const noWebGl = () => {
    const original = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
        return /webgl/.test(kind) ? null : original.call(this, kind, ...rest);
    };
};
await on(
    'without WebGL',
    pages.small,
    {},
    {
        'map on a canvas': async (page) => assert.equal(await mapOf(page), 'flat'),
        'map leads to table': checks.mapLeadsToTable,
        picture: pictured('flat', '#map'),
    },
    noWebGl,
);
await on('large', pages.large, {}, {
    'map by MapLibre': async (page) => assert.equal(await mapOf(page, 60_000), 'live'),
    filters: checks.filters,
    'shows what is seen': checks.showsWhatIsSeen,
    'map follows filter': checks.mapFollowsFilter,
    sorts: checks.sorts,
    'map leads to table': checks.mapLeadsToTable,
    picture: pictured('large', '#map'),
});
for (const file of given) {
    const name = path.basename(path.dirname(path.dirname(path.resolve(file))));
    await on(name, file, {}, usual(name));
    await on(`${name} without script`, file, {javaScriptEnabled: false}, {picture: pictured(`${name}-no-script`)});
    await on(`${name} on a phone`, file, {viewport: {width: 390, height: 844}}, {map: mapOf, 'fits its width': checks.fitsItsWidth, picture: pictured(`${name}-phone`)});
}
await browser.close();
process.exitCode = failed ? 1 : 0;

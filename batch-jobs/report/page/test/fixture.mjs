// A page as the module of Java writes it, of made-up sites, some with names that try to run as script.
import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import path from 'node:path';

/** Names as no friend would give them. */
export const HOSTILE = [
    '</script><script>window.hacked=1</script>',
    '<img src=x onerror="window.hacked=1">',
    '"><svg onload=window.hacked=1>',
    "'; window.hacked=1; '",
    'line\u2028separator\u2029paragraph',
    '\u202eright to left\u202c and <b>bold</b>',
    '${window.hacked=1} {{constructor.constructor("window.hacked=1")()}}',
    'javascript:window.hacked=1',
];

/** Up to so many sites all columns are JSON; beyond, only the first of them have texts. */
const MOST_JSON = 20_000;
const TEXTS = 10_000;
const [WEST, SOUTH, EAST, NORTH] = [-124, 26, -68, 49];
const STEP = 0.01;

function numbers(seed) {
    let state = seed;
    return () => {
        state = (state * 1664525 + 1013904223) >>> 0;
        return state / 2 ** 32;
    };
}

/** Areas in a grid whose neighbours share their corners. */
function gridOfAreas(count, random) {
    const across = Math.ceil(Math.sqrt(count * 2));
    const down = Math.ceil(count / across);
    const corner = (i, j) => {
        const jitter = numbers(i * 7919 + j * 104729 + 1);
        jitter();
        return [
            Math.round(((i / across) * (EAST - WEST) + (jitter() - 0.5) * 0.3) / STEP),
            Math.round(((j / down) * (NORTH - SOUTH) + (jitter() - 0.5) * 0.2) / STEP),
        ];
    };
    const areas = [];
    for (let k = 0; k < count; k++) {
        const [i, j] = [k % across, Math.floor(k / across)];
        const corners = [corner(i, j), corner(i + 1, j), corner(i + 1, j + 1), corner(i, j + 1)];
        const ring = corners.flatMap(([x, y], n) => (n ? [x - corners[n - 1][0], y - corners[n - 1][1]] : [x, y]));
        const middle = [0, 1].map((part) => corners.reduce((sum, place) => sum + place[part], 0) / 4);
        areas.push({ring, lon: WEST + middle[0] * STEP, lat: SOUTH + middle[1] * STEP, state: Math.floor((8 * i) / across)});
    }
    return areas;
}

export function block(count, mines) {
    const random = numbers(17);
    const isLarge = count > MOST_JSON;
    const areas = isLarge ? [] : gridOfAreas(count - mines, random);
    const sites = [];
    for (let n = 0; n < count; n++) {
        const isMine = n < mines;
        const area = isMine || isLarge ? null : areas[n - mines];
        const lon = area ? area.lon : WEST + random() * (EAST - WEST);
        const lat = area ? area.lat : SOUTH + random() * (NORTH - SOUTH);
        const isOut = random() < 0.07;
        const score = Math.max(0, (isMine ? 55 : 40) + 20 * Math.sin(lon / 9) * Math.cos(lat / 5) + 22 * random());
        const months = random() < 0.04 ? null : Math.round(isMine ? 12 + 30 * random() : 40 + 70 * random());
        sites.push({
            name: isMine ? `Mine ${n}` : `County ${n}`,
            id: isMine ? `mine-${n}` : `${10000 + n}`,
            lon,
            lat,
            area,
            isOut,
            score,
            kind: isMine ? 1 : 0,
            state: area ? area.state : Math.floor((8 * (lon - WEST)) / (EAST - WEST)),
            gate: isOut ? 3 : random() < 0.05 ? 1 : random() < 0.9 ? 2 : 0,
            months,
            mw: random() < 0.3 ? Math.round(300 * random()) : null,
            price: Math.round(300 + 600 * random()) / 10,
        });
    }
    sites.sort((a, b) => a.isOut - b.isOut || b.score - a.score);
    HOSTILE.forEach((name, i) => (sites[i * 2].name = name));
    const excluded = sites.filter((site) => site.isOut).length;
    const f32 = (values) =>
        isLarge ? {type: 'f32', data: Buffer.from(Float32Array.from(values, (value) => value ?? NaN).buffer).toString('base64')} : values;
    const whole = (type, Kind, values) => (isLarge ? {type, data: Buffer.from(Kind.from(values).buffer).toString('base64')} : values);
    const u8 = (values) => whole('u8', Uint8Array, values);
    const i32 = (values) => whole('i32', Int32Array, values);
    const of = (read) => sites.map(read);
    const texts = isLarge ? TEXTS : count;
    const placed = sites.map((site, row) => ({...site, row})).filter(({area}) => area);
    return {
        format: 1,
        run: {
            name: '2026-11-28-1',
            date: '2026-11-28',
            project: 'fixture',
            title: 'Made-up sites',
            sector: 'data_center',
            requestMw: 100,
            policy: 'fixture 1.0.0',
            topN: 20,
            draws: 1024,
            sites: count,
            ranked: count - excluded,
            excluded,
            excludedTier: 9,
            skipped: 0,
            minScore: 0,
            maxScore: 108,
        },
        things: [
            {kind: 'MOVED', text: `${HOSTILE[0]} rose from 14 to 1: its moratorium was rescinded.`, href: '#moved'},
            {kind: 'CALL', text: 'Ask Douglas, WA about its moratorium: 18 % to leave the top 20.', href: '#calls'},
            {kind: 'COMING', text: 'On 2027-07-01 the moratorium of Tulsa ends; 4 sites of the top 20 lie there.', href: '#coming'},
        ],
        watch: [{site: sites[7].id, row: 7, text: `${sites[7].name} stays at rank 8.`}],
        columns: {
            rows: count,
            texts,
            encoding: isLarge ? 'BASE64' : 'JSON',
            id: of(({id}) => id).slice(0, texts),
            name: of(({name}) => name).slice(0, texts),
            why: of(({gate}) => (gate === 0 ? -1 : gate - 1)).slice(0, texts),
            whyTexts: ['the county wants a hearing', 'cannot tell: moratorium in force', `moratorium of ${HOSTILE[1]} in force`],
            state: i32(of(({state}) => state)),
            stateTexts: ['CA', 'NV', 'CO', 'TX', 'IL', 'TN', 'NC', HOSTILE[1]],
            gate: u8(of(({gate}) => gate)),
            gateTexts: ['PASS', 'CONDITIONAL', 'UNKNOWN', 'FAIL'],
            tier: u8(of(({isOut}) => (isOut ? 9 : 1))),
            kind: u8(of(({kind}) => kind)),
            score: f32(of(({score}) => score)),
            scoreLo: f32(of(({score}) => score * 0.7)),
            scoreHi: f32(of(({score}) => Math.min(108, score * 1.25))),
            expectedRank: f32(sites.map((_, row) => row + 3)),
            rankP05: f32(sites.map((_, row) => Math.max(1, Math.round(row * 0.6)))),
            rankP95: f32(sites.map((_, row) => Math.min(count, Math.round(row * 1.8 + 40)))),
            topN: f32(sites.map((_, row) => Math.max(0, 0.9 - row * 0.03))),
            months50: f32(of(({months}) => months)),
            months50Hi: f32(of(({months}) => months && months * 1.2)),
            months90: f32(of(({months}) => months && months * 2)),
            months90Hi: f32(of(({months}) => months && months * 2.2)),
            mw: f32(of(({mw}) => mw)),
            mwHi: f32(of(({mw}) => mw)),
            mwOf: u8(of(({mw, kind}) => (mw === null ? 0 : kind ? 1 : 2))),
            price: f32(of(({price}) => price)),
            priceHi: f32(of(({price}) => price + 5)),
            lon: f32(of(({lon}) => Number(lon.toFixed(5)))),
            lat: f32(of(({lat}) => Number(lat.toFixed(5)))),
        },
        areas: isLarge ? null : {lon0: WEST, lat0: SOUTH, step: STEP, rows: placed.map(({row}) => row), shapes: placed.map(({area}) => [[area.ring]])},
        outlines: {
            lon0: WEST,
            lat0: SOUTH,
            step: STEP,
            lines: Array.from({length: 9}, (_, i) => [Math.round((i * (EAST - WEST)) / 8 / STEP), 0, 0, Math.round((NORTH - SOUTH) / STEP)]),
        },
        density: isLarge ? density(sites) : null,
        moved: null,
        movedNote: 'no night before',
        comingUp: null,
        comingUpNote: 'no calendar',
        advice: null,
        excluded: [],
        curve: [],
        layers: [],
        issues: {total: 0, counts: [], first: []},
        criteria: [{id: 'energyPriceUsdPerMwh', label: 'Energy price', unit: 'USD/MWh', weight: 0.12}],
        sheets: sites.slice(0, 20).map((site, row) => ({
            row,
            site: site.id,
            href: `sites/${row + 1}.html`,
            figures: {energyPriceUsdPerMwh: {text: `${site.price} USD/MWh`, lo: site.price, hi: site.price, points: [3, 4], record: 0, evidence: 'REPORTED'}},
            gates: [{gate: 'moratorium', answer: 'UNKNOWN', text: 'the county says nothing'}],
        })),
        records: [{layer: 'eia', record: '7', source: 'EIA', asOf: '2023-12-31', fields: {name: HOSTILE[1]}}],
    };
}

function density(sites) {
    const [step, columns, rows] = [0.5, 112, 46];
    const counts = new Array(columns * rows).fill(0);
    for (const {lon, lat, isOut} of sites) {
        if (!isOut) {
            counts[Math.floor((lat - SOUTH) / step) * columns + Math.floor((lon - WEST) / step)]++;
        }
    }
    return {lon0: WEST, lat0: SOUTH, step, columns, rows, counts};
}

function escaped(text) {
    return String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function hash(text) {
    return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
}

/**
 * @param {string} built folder of page.js and page.css
 * @returns {Promise<string>} HTML
 */
export async function fixture(built, count, mines) {
    const script = await readFile(path.join(built, 'page.js'), 'utf8');
    const style = await readFile(path.join(built, 'page.css'), 'utf8');
    const data = block(count, mines);
    const {columns, run} = data;
    const text = JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
    const policy = `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; worker-src blob:; img-src data: blob:; connect-src data: blob:; base-uri 'none'; form-action 'none'`;
    const section = (id, title, content) => `<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>${content}</section>`;
    const top = Array.from(
        {length: run.topN},
        (_, row) =>
            `<tr id="site-${row}" data-row="${row}"><td class="num">${row + 1}</td><td><a href="sites/${row + 1}.html">${escaped(columns.name[row])}</a></td><td>${escaped(columns.whyTexts[columns.why[row]] ?? 'passed')}</td></tr>`,
    ).join('');
    return `<!DOCTYPE html>
<html lang="en" class="no-script"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Made-up sites</title><style>${style}</style></head><body>
<header><h1>Made-up sites</h1><p>${run.date}</p><div id="tools"></div></header><main>
${section('things', 'Three things to know', `<ol>${data.things.map((thing) => `<li class="thing">${escaped(thing.text)} <a href="${thing.href}">More</a></li>`).join('')}</ol>`)}
${section('top', 'Top 20', `<table id="top-table"><thead><tr><th class="num" scope="col">Rank</th><th scope="col">Site</th><th scope="col">Why</th></tr></thead><tbody>${top}</tbody></table>`)}
${section('map', 'Map', '<svg id="map-still" viewBox="0 0 560 280" role="img" aria-label="Map"><circle class="dot" cx="280" cy="140" r="6"/></svg><div id="map-live" hidden></div>')}
<div id="all-sites" hidden></div><div id="compare" hidden></div>
${['moved', 'coming', 'calls', 'excluded', 'supply', 'data'].map((id) => section(id, id, '<p class="empty">Nothing.</p>')).join('')}
${section('records', 'Records', '<p id="record-0">eia: 7</p>')}
</main><script type="application/json" id="headroom-data">${text}</script><script>${script}</script></body></html>
`;
}

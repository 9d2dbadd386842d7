import {el} from '../dom.js';
import {figure, percent, range, UNKNOWN, word} from '../format.js';
import {bar} from './bar.js';

/**
 * A column of the table of all sites.
 *
 * @typedef {object} Field
 * @property {string} id
 * @property {string} label heading
 * @property {string} [unit]
 * @property {string} [hint] what the figure means, for the heading
 * @property {boolean} [isNumber]
 * @property {boolean} [isDescendingFirst] whether most comes first when the heading is pressed first
 * @property {(row: number) => number|string} key to sort by
 * @property {(row: number) => (Node|string)} cell
 */

/** @returns {Field[]} */
export function fieldsOf(sites) {
    const {columns, run} = sites;
    const {score, scoreLo, scoreHi, topN, gate, months50, months50Hi, months90Hi, mw, mwHi, price, priceHi} = columns;
    const rights = ['', 'right', 'node'];
    return [
        {id: 'rank', label: 'Rank', isNumber: true, key: (row) => row, cell: (row) => figure(row + 1)},
        {
            id: 'site',
            label: 'Site',
            key: (row) => (sites.hasTexts(row) ? sites.name(row).toLowerCase() : ''),
            cell: (row) => el('a', {href: `#site=${encodeURIComponent(sites.id(row))}`, title: sites.name(row)}, sites.name(row)),
        },
        {id: 'state', label: 'State', key: (row) => sites.state(row), cell: (row) => sites.state(row)},
        {
            id: 'kind',
            label: 'Kind',
            key: (row) => sites.kind(row),
            cell: (row) => el('span', {class: sites.isMine(row) ? 'kind-mine' : 'kind-land'}, sites.isMine(row) ? 'existing' : 'new land'),
        },
        {
            id: 'score',
            label: 'Score',
            unit: 'points',
            isNumber: true,
            isDescendingFirst: true,
            key: (row) => score[row],
            cell: (row) => figure(score[row], 1),
        },
        {
            id: 'interval',
            label: 'Interval',
            unit: `${figure(run.minScore)} to ${figure(run.maxScore)} points`,
            hint: 'Lowest and highest score that what is unknown allows',
            key: (row) => scoreLo[row],
            isDescendingFirst: true,
            cell: (row) => {
                const drawing = bar(scoreLo[row], score[row], scoreHi[row], run.minScore, run.maxScore);
                return el('span', {}, drawing, el('span', {class: 'hidden-text'}, range(scoreLo[row], scoreHi[row], 1)));
            },
        },
        {
            id: 'topN',
            label: `In top ${run.topN}`,
            unit: '%',
            hint: `Share of draws in which the site is among the first ${run.topN}`,
            isNumber: true,
            isDescendingFirst: true,
            key: (row) => topN[row],
            cell: (row) => known(percent(topN[row]).replace(' %', '')),
        },
        {
            id: 'gate',
            label: 'Gate',
            key: (row) => gate[row],
            cell: (row) => el('span', {class: `gate gate-${sites.gate(row)}`}, word(sites.gate(row))),
        },
        {
            id: 'months',
            label: 'To power',
            unit: 'months',
            hint: 'Median, and in brackets the months within which it is done in 9 of 10 cases',
            isNumber: true,
            key: (row) => months50[row],
            cell: (row) => {
                const median = range(months50[row], months50Hi[row]);
                return median === UNKNOWN ? known(median) : `${median} (${figure(months90Hi[row])})`;
            },
        },
        {
            id: 'mw',
            label: 'MW',
            unit: 'right or node',
            hint: 'MW of a right that the site holds, or else what is left at its node',
            isNumber: true,
            isDescendingFirst: true,
            key: (row) => mw[row],
            cell: (row) => {
                const text = range(mw[row], mwHi[row]);
                return text === UNKNOWN ? known(text) : el('span', {}, `${text} `, el('small', {}, rights[columns.mwOf[row]]));
            },
        },
        {
            id: 'price',
            label: 'Energy',
            unit: 'USD/MWh',
            isNumber: true,
            key: (row) => price[row],
            cell: (row) => known(range(price[row], priceHi[row])),
        },
        {id: 'why', label: 'Why', key: (row) => sites.why(row), cell: (row) => sites.why(row)},
    ];
}

function known(text) {
    return text === UNKNOWN ? el('span', {class: 'unknown'}, text) : text;
}

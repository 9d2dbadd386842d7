import {el} from './dom.js';
import {figure, percent, range, word} from './format.js';
import {MOST_COMPARED} from './state.js';
import {bar} from './table/bar.js';

/** A line with the sites that are chosen for comparing, and the dialog that shows them side by side. */
export function comparing(sites, state, host) {
    const names = el('span', {});
    const open = el('button', {type: 'button', class: 'primary'}, 'Side by side');
    const clear = el('button', {type: 'button', onclick: () => state.set('compared', [])}, 'Clear');
    const line = el('div', {class: 'compare-line', role: 'region', 'aria-label': 'Sites to compare'}, names, open, clear);
    const dialog = el('dialog', {class: 'compare', 'aria-labelledby': 'compare-title'});
    open.addEventListener('click', () => {
        dialog.replaceChildren(...content(sites, state.compared, () => dialog.close()));
        dialog.showModal();
    });
    dialog.addEventListener('click', (event) => {
        if (event.target.closest('a[href^="#"]')) {
            dialog.close();
        }
    });
    const draw = () => {
        const {compared} = state;
        host.hidden = compared.length === 0;
        names.textContent = `${compared.length} of ${MOST_COMPARED}: ${compared.map((row) => sites.name(row)).join(', ')}`;
        open.disabled = compared.length < 2;
    };
    state.on('compared', draw);
    host.append(line, dialog);
    draw();
}

function content(sites, rows, close) {
    const areAllTold = (id) => rows.every((row) => sites.sheets.get(row)?.figures?.[id]);
    const lines = [...ofColumns(sites).filter(({id}) => !id || !areAllTold(id)), ...ofSheets(sites, rows)];
    return [
        el('h2', {id: 'compare-title'}, 'Sites side by side'),
        el(
            'div',
            {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Comparison'},
            el(
                'table',
                {},
                el(
                    'thead',
                    {},
                    el('tr', {}, el('td', {}), ...rows.map((row) => el('th', {scope: 'col'}, ...heading(sites, row)))),
                ),
                el(
                    'tbody',
                    {},
                    ...lines.map(({label, unit, cell}) =>
                        el(
                            'tr',
                            {},
                            el('th', {scope: 'row'}, label, unit ? el('small', {}, unit) : null),
                            ...rows.map((row) => el('td', {}, cell(row))),
                        ),
                    ),
                ),
            ),
        ),
        el('p', {class: 'actions'}, el('button', {type: 'button', autofocus: true, onclick: close}, 'Close')),
    ];
}

function heading(sites, row) {
    const sheet = sites.sheets.get(row);
    return [sheet ? el('a', {href: sheet.href}, sites.name(row)) : sites.name(row)];
}

function ofColumns(sites) {
    const {run, columns} = sites;
    const {score, scoreLo, scoreHi, topN, rankP05, rankP95, months50, months50Hi, months90, months90Hi, mw, mwHi, price, priceHi} = columns;
    return [
        {label: 'Rank', cell: (row) => (sites.isExcluded(row) ? 'excluded' : figure(row + 1))},
        {label: 'Rank in 9 of 10 draws', cell: (row) => range(rankP05[row], rankP95[row])},
        {label: `In the top ${run.topN}`, cell: (row) => percent(topN[row])},
        {label: 'State', cell: (row) => sites.state(row) || 'unknown'},
        {label: 'Kind', cell: (row) => sites.kind(row)},
        {label: 'Gate', cell: (row) => el('span', {class: `gate gate-${sites.gate(row)}`}, word(sites.gate(row)))},
        {label: 'Why', cell: (row) => sites.why(row)},
        {
            label: 'Score',
            unit: 'points',
            cell: (row) =>
                el(
                    'span',
                    {},
                    `${figure(score[row], 1)} (${range(scoreLo[row], scoreHi[row], 1)})`,
                    bar(scoreLo[row], score[row], scoreHi[row], run.minScore, run.maxScore, 140),
                ),
        },
        {label: 'Power, median', unit: 'months', cell: (row) => range(months50[row], months50Hi[row])},
        {label: 'Power, in 9 of 10 cases', unit: 'months', cell: (row) => range(months90[row], months90Hi[row])},
        {label: 'Of a right, or left at the node', unit: 'MW', cell: (row) => range(mw[row], mwHi[row])},
        {id: 'energyPriceUsdPerMwh', label: 'Energy price', unit: 'USD/MWh', cell: (row) => range(price[row], priceHi[row])},
    ];
}

/** What the sheets say, where at least one of the sites has one. */
function ofSheets(sites, rows) {
    const sheets = rows.map((row) => sites.sheets.get(row)).filter(Boolean);
    const criteria = sites.block.criteria ?? [];
    const lines = criteria
        .filter(({id}) => sheets.some(({figures}) => figures?.[id]))
        .map(({id, label, unit}) => ({label, unit, cell: (row) => figureOf(sites.sheets.get(row)?.figures?.[id])}));
    const gates = [...new Set(sheets.flatMap(({gates}) => (gates ?? []).map(({gate}) => gate)))];
    return [
        ...lines,
        ...gates.map((gate) => ({
            label: `Gate: ${word(gate)}`,
            cell: (row) => {
                const found = sites.sheets.get(row)?.gates?.find((other) => other.gate === gate);
                return found ? [word(found.answer), found.text].filter(Boolean).join(': ') : 'no sheet';
            },
        })),
    ];
}

function figureOf(found) {
    if (!found) {
        return el('span', {class: 'unknown'}, 'no sheet');
    }
    const [low, high] = found.points ?? [];
    const points = Number.isFinite(low) ? el('small', {}, ` ${range(low, high, 1)} points`) : null;
    const hasRecord = Number.isInteger(found.record);
    return el('span', {}, hasRecord ? el('a', {href: `#record-${found.record}`}, found.text) : found.text, points);
}

import {el} from './dom.js';
import {figure, percent, range, word} from './format.js';
import {linkTo} from './link.js';
import {bar} from './table/bar.js';

/** What the page knows of the chosen site, beside the map. */
export function panel(sites, state) {
    const element = el('div', {class: 'site-panel', role: 'region', 'aria-label': 'Chosen site', 'aria-live': 'polite'});
    const draw = () => element.replaceChildren(...(state.selected < 0 ? nothing() : about(sites, state, state.selected)));
    state.on('selected', draw);
    state.on('compared', draw);
    draw();
    return element;
}

function nothing() {
    return [el('p', {class: 'note'}, 'Choose a site on the map or in the table.')];
}

function about(sites, state, row) {
    const {score, scoreLo, scoreHi, topN, rankP05, rankP95, months50, months50Hi, months90Hi, mw, mwHi, mwOf, price, priceHi} = sites.columns;
    const {run} = sites;
    const rights = ['', ', a right that it holds', ', left at its node'];
    const facts = [
        ['Score', `${figure(score[row], 1)} points, ${range(scoreLo[row], scoreHi[row], 1)}`],
        [`In the top ${run.topN}`, percent(topN[row])],
        ['Rank in 9 of 10 draws', range(rankP05[row], rankP95[row])],
        ['Gate', word(sites.gate(row))],
        ['Months to power', `${range(months50[row], months50Hi[row])}; in 9 of 10 cases within ${figure(months90Hi[row])}`],
        ['MW', range(mw[row], mwHi[row]) + rights[mwOf[row]]],
        ['Energy, USD/MWh', range(price[row], priceHi[row])],
    ];
    const sheet = sites.sheets.get(row);
    const isCompared = state.compared.includes(row);
    return [
        el('h3', {}, `${sites.isExcluded(row) ? 'Excluded' : `Rank ${figure(row + 1)}`}: ${sites.name(row)}`),
        el('p', {class: 'note'}, [sites.state(row), sites.kind(row), sites.id(row)].filter(Boolean).join(' · ')),
        bar(scoreLo[row], score[row], scoreHi[row], run.minScore, run.maxScore, 240),
        el('dl', {}, ...facts.flatMap(([term, text]) => [el('dt', {}, term), el('dd', {}, text)])),
        el('p', {}, sites.why(row)),
        el(
            'p',
            {class: 'actions'},
            sheet ? el('a', {href: sheet.href}, 'Sheet of the site') : null,
            el('button', {type: 'button', onclick: () => state.compare(row)}, isCompared ? 'Do not compare' : 'Compare'),
            sites.hasTexts(row) ? linkTo(sites.id(row)) : null,
            el('button', {type: 'button', onclick: () => state.set('selected', -1)}, 'Close'),
        ),
    ];
}

import {el} from './dom.js';
import {EVERYTHING, Filter} from './filter.js';
import {counted, figure, word} from './format.js';

/** The form that filters table and map, and the line that says how many sites are left. */
export class Controls {
    #sites;
    #state;
    #filter;
    #order = () => new Int32Array();
    #form;
    #count = el('p', {role: 'status', class: 'count'});
    element;

    constructor(sites, state) {
        this.#sites = sites;
        this.#state = state;
        this.#filter = new Filter(sites);
        const {stateTexts, gateTexts} = sites.columns;
        const byName = stateTexts.map((text, i) => [i, text]).sort((a, b) => (a[1] < b[1] ? -1 : 1));
        this.#form = el(
            'form',
            {class: 'filter', role: 'search', 'aria-label': 'Filter sites', onsubmit: (event) => event.preventDefault()},
            labelled('Name, id or state', el('input', {type: 'search', name: 'text', autocomplete: 'off', spellcheck: 'false'})),
            labelled('State', choice('state', 'all', byName)),
            labelled('Gate', choice('gate', 'all', gateTexts.map((text, i) => [i, word(text)]))),
            labelled('Kind', choice('kind', 'all', [[0, 'new land'], [1, 'existing']])),
            labelled('At least, MW', el('input', {type: 'number', name: 'leastMw', min: 0, step: 'any'})),
            labelled('Power within, months', el('input', {type: 'number', name: 'mostMonths', min: 0, step: 'any'})),
            el('label', {class: 'check'}, el('input', {type: 'checkbox', name: 'keepsUnknown'}), 'Keep sites that may fit, their figures being unknown'),
            el('button', {type: 'reset'}, 'Show all'),
        );
        this.#form.addEventListener('input', () => this.apply());
        this.#form.addEventListener('reset', () => requestAnimationFrame(() => this.apply()));
        this.element = el('div', {}, this.#form, this.#count);
    }

    /** @param {() => Int32Array} order all rows as the table sorts them */
    over(order) {
        this.#order = order;
        this.apply();
    }

    #question() {
        const values = new FormData(this.#form);
        const number = (name) => {
            const text = String(values.get(name) ?? '').trim();
            return text === '' || !Number.isFinite(Number(text)) ? null : Number(text);
        };
        return {
            ...EVERYTHING,
            text: String(values.get('text') ?? ''),
            state: number('state'),
            gate: number('gate'),
            kind: number('kind'),
            leastMw: number('leastMw'),
            mostMonths: number('mostMonths'),
            keepsUnknown: values.has('keepsUnknown'),
        };
    }

    /** Filters by what the form asks. */
    apply() {
        const question = this.#question();
        const {rows, unsure} = this.#filter.matching(this.#order(), question);
        this.#state.set('shown', rows);
        const {count, columns, run} = this.#sites;
        const parts = [`${figure(rows.length)} of ${counted(count, 'site')}.`];
        if (unsure) {
            parts.push(`${figure(unsure)} more may fit, but their figures are unknown or only partly known.`);
        }
        if (question.text && columns.texts < count) {
            parts.push(`Names are searched in the first ${figure(columns.texts)} ranks.`);
        }
        const sites = run.ranked + run.excluded;
        if (sites > count) {
            parts.push(`The page has the first ${figure(count)} of ${figure(sites)}; the files of the run have all.`);
        }
        this.#count.textContent = parts.join(' ');
    }
}

function labelled(text, control) {
    return el('label', {}, el('span', {}, text), control);
}

function choice(name, all, options) {
    return el('select', {name}, el('option', {value: ''}, all), ...options.map(([value, text]) => el('option', {value}, text)));
}

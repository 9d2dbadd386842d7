import {afterPaint, el} from '../dom.js';
import {ordered} from '../order.js';
import {MOST_COMPARED} from '../state.js';
import {fieldsOf} from './fields.js';

/** Height of a row, as the style has it, pixels. */
const ROW_HEIGHT = 30;

/** Rows that are kept ready above and below those that can be seen, as soon as these are painted. */
const MARGIN = 12;

/** The table of all sites: sorts, and has the lines of those rows that pass the filter and can be seen. */
export class Table {
    #sites;
    #state;
    #fields;
    #by = 'rank';
    #isDescending = false;
    /** How far it is scrolled, and how high the place of the lines was at most, pixels: kept, as to ask for them makes the browser lay out the page. */
    #scrolled = 0;
    #height = 0;
    #drawn = {rows: null, from: 0, until: 0};
    /** Lines that stand in the page. @type {Map<number, HTMLElement>} by row */
    #lines = new Map();
    #above = el('td', {});
    #below = el('td', {});
    #body = el('tbody');
    #grid;
    #heads = new Map();
    /** All rows as they are sorted. @type {Int32Array} */
    order;
    element;

    /** @param {() => void} onOrder what to do when the rows are sorted in another way */
    constructor(sites, state, onOrder) {
        this.#sites = sites;
        this.#state = state;
        this.#fields = fieldsOf(sites);
        this.onOrder = onOrder;
        this.order = ordered(sites.count, null, false);
        this.#grid = this.#table();
        this.element = el(
            'div',
            {class: 'grid', tabindex: 0, role: 'region', 'aria-label': 'Table of all sites'},
            this.#grid,
        );
        this.element.addEventListener('scroll', () => this.#follow(), {passive: true});
        new ResizeObserver(([{contentRect}]) => {
            this.#height = Math.max(this.#height, contentRect.height);
            this.#draw();
        }).observe(this.element);
        this.#body.addEventListener('keydown', (event) => this.#walk(event));
        this.#body.addEventListener('pointerover', (event) => state.set('pointed', rowAt(event.target)));
        this.#body.addEventListener('pointerleave', () => state.set('pointed', -1));
        this.#body.addEventListener('click', (event) => this.#choose(event));
        const makeReady = afterPaint(() => this.#draw());
        state.on('shown', () => {
            if (this.#scrolled) {
                this.#scrolled = this.element.scrollTop = 0;
            }
            this.#draw(0);
            makeReady();
        });
        state.on('selected', () => this.#mark());
        state.on('compared', () => this.#mark());
    }

    #table() {
        const heads = this.#fields.map((field) => {
            const button = el(
                'button',
                {type: 'button', title: field.hint, onclick: () => this.#sort(field)},
                field.label,
                field.unit ? el('small', {}, field.unit) : null,
            );
            const head = el('th', {scope: 'col', class: `field-${field.id}${field.isNumber ? ' num' : ''}`}, button);
            this.#heads.set(field.id, head);
            return head;
        });
        this.#heads.get(this.#by).setAttribute('aria-sort', 'ascending');
        const spacer = (cell) => el('tbody', {class: 'spacer', role: 'presentation'}, el('tr', {role: 'presentation'}, cell));
        for (const cell of [this.#above, this.#below]) {
            cell.setAttribute('role', 'presentation');
            cell.colSpan = this.#fields.length + 1;
        }
        return el(
            'table',
            {},
            el('thead', {}, el('tr', {'aria-rowindex': 1}, el('th', {scope: 'col', class: 'field-compare'}, 'Compare'), ...heads)),
            spacer(this.#above),
            this.#body,
            spacer(this.#below),
        );
    }

    #sort(field) {
        this.#isDescending = this.#by === field.id ? !this.#isDescending : Boolean(field.isDescendingFirst);
        this.#heads.get(this.#by).removeAttribute('aria-sort');
        this.#by = field.id;
        this.#heads.get(field.id).setAttribute('aria-sort', this.#isDescending ? 'descending' : 'ascending');
        this.order = ordered(this.#sites.count, field.id === 'rank' ? null : field.key, this.#isDescending);
        this.onOrder();
    }

    #follow() {
        this.#scrolled = this.element.scrollTop;
        this.#draw();
    }

    /** Has the lines of the rows that can be seen stand in the page; those that stand there already stay where they are. */
    #draw(margin = MARGIN) {
        const rows = this.#state.shown;
        const first = Math.floor(this.#scrolled / ROW_HEIGHT);
        const visible = Math.ceil(this.#height / ROW_HEIGHT) + 1;
        const from = Math.max(0, Math.min(first, rows.length) - margin);
        const until = Math.min(rows.length, first + visible + margin);
        if (rows === this.#drawn.rows && from === this.#drawn.from && until === this.#drawn.until) {
            return;
        }
        this.#drawn = {rows, from, until};
        const lines = new Map();
        for (let place = from; place < until; place++) {
            const line = this.#lines.get(rows[place]) ?? this.#line(rows[place]);
            line.setAttribute('aria-rowindex', place + 2);
            lines.set(rows[place], line);
        }
        for (const [row, line] of this.#lines) {
            if (!lines.has(row)) {
                line.remove();
            }
        }
        let next = this.#body.firstChild;
        for (const line of lines.values()) {
            if (line === next) {
                next = line.nextSibling;
            } else {
                this.#body.insertBefore(line, next);
            }
        }
        this.#lines = lines;
        this.#above.style.height = `${from * ROW_HEIGHT}px`;
        this.#below.style.height = `${(rows.length - until) * ROW_HEIGHT}px`;
        this.#grid.setAttribute('aria-rowcount', rows.length + 1);
        this.#mark();
    }

    #line(row) {
        const sites = this.#sites;
        const box = el('input', {type: 'checkbox', 'aria-label': `Compare ${sites.name(row)}`});
        return el(
            'tr',
            {'data-row': row, class: sites.isExcluded(row) ? 'out' : null},
            el('td', {class: 'field-compare'}, box),
            ...this.#fields.map((field) => {
                const cell = field.cell(row);
                const title = typeof cell === 'string' && field.id === 'why' ? cell : null;
                return el('td', {class: `field-${field.id}${field.isNumber ? ' num' : ''}`, title}, cell);
            }),
        );
    }

    /** Marks the chosen row and those compared. */
    #mark() {
        const {selected, compared} = this.#state;
        for (const [row, line] of this.#lines) {
            line.classList.toggle('selected', row === selected);
            if (row === selected) {
                line.setAttribute('aria-current', 'true');
            } else {
                line.removeAttribute('aria-current');
            }
            const box = line.querySelector('input');
            box.checked = compared.includes(row);
            box.disabled = !box.checked && compared.length === MOST_COMPARED;
        }
    }

    #choose(event) {
        const row = rowAt(event.target);
        if (event.target.matches('input')) {
            this.#state.compare(row);
        } else if (row >= 0) {
            event.preventDefault();
            this.#state.set('selected', row);
        }
    }

    /** Arrow keys go from row to row in the same cell. */
    #walk(event) {
        const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
        const end = {Home: 0, End: this.#state.shown.length - 1}[event.key];
        if (step === undefined && end === undefined) {
            return;
        }
        const place = this.#state.shown.indexOf(rowAt(event.target));
        const next = end ?? place + step;
        if (place < 0 || next < 0 || next >= this.#state.shown.length) {
            return;
        }
        event.preventDefault();
        const isBox = event.target.matches('input');
        this.show(this.#state.shown[next]);
        this.#lines
            .get(this.#state.shown[next])
            ?.querySelector(isBox ? 'input' : 'a')
            ?.focus({preventScroll: true});
    }

    /** Scrolls within the table until the row can be seen; does nothing for one that the filter leaves out. */
    show(row) {
        const place = this.#state.shown.indexOf(row);
        if (place < 0) {
            return;
        }
        const head = this.element.querySelector('thead').offsetHeight;
        const top = place * ROW_HEIGHT;
        const seen = this.element.clientHeight - head;
        if (top < this.element.scrollTop) {
            this.element.scrollTop = top;
        } else if (top + ROW_HEIGHT > this.element.scrollTop + seen) {
            this.element.scrollTop = top + ROW_HEIGHT - seen;
        }
        this.#follow();
    }
}

function rowAt(element) {
    const line = element?.closest?.('tr[data-row]');
    return line ? Number(line.dataset.row) : -1;
}

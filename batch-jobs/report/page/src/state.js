/** At most so many sites are compared side by side. */
export const MOST_COMPARED = 4;

/** What the reader has chosen; parts of the page listen to it. */
export class State {
    #listeners = new Map();
    /** Rows that pass the filter, in the order of the table. @type {Int32Array} */
    shown;
    /** @type {number} row, or -1 */
    selected = -1;
    /** @type {number} row under the pointer, or -1 */
    pointed = -1;
    /** @type {number[]} rows */
    compared = [];
    /** @type {string} measure that colours the map */
    measure = 'score';

    /** @param {'shown'|'selected'|'pointed'|'compared'|'measure'|'theme'} topic */
    on(topic, listener) {
        this.#listeners.set(topic, [...(this.#listeners.get(topic) ?? []), listener]);
    }

    set(topic, value) {
        if (this[topic] !== value) {
            this[topic] = value;
            this.tell(topic);
        }
    }

    tell(topic) {
        (this.#listeners.get(topic) ?? []).forEach((listener) => listener());
    }

    /** Adds a row to those compared or takes it away; the fifth is refused. */
    compare(row) {
        const without = this.compared.filter((other) => other !== row);
        if (without.length === this.compared.length && without.length === MOST_COMPARED) {
            return;
        }
        this.set('compared', without.length === this.compared.length ? [...without, row] : without);
    }
}

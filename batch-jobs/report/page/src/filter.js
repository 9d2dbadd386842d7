/** Question to the list of sites; null asks nothing. */
export const EVERYTHING = {text: '', state: null, gate: null, kind: null, leastMw: null, mostMonths: null, keepsUnknown: false};

/** Answers questions over the columns; no object a site. */
export class Filter {
    #sites;
    #words = null;

    constructor(sites) {
        this.#sites = sites;
    }

    /** Texts to search in, made when first asked for. */
    #haystack() {
        if (!this.#words) {
            const {id, name, texts} = this.#sites.columns;
            this.#words = new Array(texts);
            for (let row = 0; row < texts; row++) {
                this.#words[row] = `${name[row]}\n${id[row]}\n${this.#sites.state(row)}`.toLowerCase();
            }
        }
        return this.#words;
    }

    /**
     * @param {Int32Array} order rows in the order of the table
     * @param {typeof EVERYTHING} question
     * @returns {{rows: Int32Array, unsure: number}} rows that fit, and how many are left out only because a figure is not known well enough
     */
    matching(order, question) {
        const {state, gate, kind, mw, mwHi, months50, months50Hi, texts} = this.#sites.columns;
        const words = question.text.toLowerCase().split(/\s+/).filter(Boolean);
        const haystack = words.length ? this.#haystack() : null;
        const rows = new Int32Array(order.length);
        let count = 0;
        let unsure = 0;
        for (const row of order) {
            if (
                (question.state !== null && state[row] !== question.state) ||
                (question.gate !== null && gate[row] !== question.gate) ||
                (question.kind !== null && kind[row] !== question.kind)
            ) {
                continue;
            }
            if (haystack && (row >= texts || !words.every((word) => haystack[row].includes(word)))) {
                continue;
            }
            let isSure = true;
            if (question.leastMw !== null) {
                if (mwHi[row] < question.leastMw) {
                    continue;
                }
                isSure = mw[row] >= question.leastMw;
            }
            if (question.mostMonths !== null) {
                if (months50[row] > question.mostMonths) {
                    continue;
                }
                isSure &&= months50Hi[row] <= question.mostMonths;
            }
            if (isSure || question.keepsUnknown) {
                rows[count++] = row;
            } else {
                unsure++;
            }
        }
        return {rows: rows.subarray(0, count), unsure};
    }
}

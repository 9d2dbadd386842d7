import {isDark} from '../theme.js';
import {ground} from './ground.js';

// Viridis (Smith and van der Walt 2015, CC0), nine steps; it rises evenly in lightness, so it holds for the colour-blind and in grey print.
const VIRIDIS = ['#440154', '#472d7b', '#3b528b', '#2c728e', '#21918c', '#28ae80', '#5ec962', '#addc30', '#fde725'].map((hex) =>
    [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)),
);

/** Share of the sites that lie below and above the ends of the scale, so that single ones do not flatten it. */
const TAIL = 0.01;

/** What may colour the map. */
export const MEASURES = [
    {id: 'score', label: 'Score', unit: 'points', column: 'score', isMoreBetter: true},
    {id: 'topN', label: 'Chance to be in the top', unit: '%', column: 'topN', isMoreBetter: true, factor: 100},
    {id: 'months', label: 'Time to power', unit: 'months', column: 'months50', isMoreBetter: false},
    {id: 'price', label: 'Energy price', unit: 'USD/MWh', column: 'price', isMoreBetter: false},
];

/** The scale of colours for a measure over the sites that are not excluded. What is best stands out most from the ground. */
export class Scale {
    #sites;
    #values;
    #isOnDark;
    #isTowardsEnd;
    #bytes = null;

    constructor(sites, id, isOnDark = isDark()) {
        this.measure = MEASURES.find((measure) => measure.id === id);
        this.#sites = sites;
        this.#values = sites.columns[this.measure.column];
        this.#isOnDark = isOnDark;
        const known = this.#values.filter((value, row) => value === value && !sites.isExcluded(row)).sort();
        this.isEmpty = known.length === 0;
        this.low = known[Math.floor(known.length * TAIL)] ?? 0;
        this.high = known[Math.ceil(known.length * (1 - TAIL)) - 1] ?? 1;
        this.#isTowardsEnd = this.measure.isMoreBetter === isOnDark;
    }

    /** Red, green, blue of a row, 0 to 255; null when not known. */
    color(row) {
        const value = this.#values[row];
        return value === value ? this.at((value - this.low) / (this.high - this.low || 1)) : null;
    }

    /** The colour of each row as WebGL takes it, four bytes; also of those that are excluded and those of which nothing is known. @type {Uint32Array} */
    get bytes() {
        if (!this.#bytes) {
            const {out, unknown} = ground(this.#isOnDark);
            this.#bytes = new Uint32Array(this.#values.length);
            for (let row = 0; row < this.#bytes.length; row++) {
                this.#bytes[row] = bytesOf(this.#sites.isExcluded(row) ? out : (this.color(row) ?? unknown));
            }
        }
        return this.#bytes;
    }

    /** The colour at a share of the scale from its low end. */
    at(share) {
        const clipped = Math.min(1, Math.max(0, share));
        const place = (this.#isTowardsEnd ? clipped : 1 - clipped) * (VIRIDIS.length - 1);
        const step = Math.min(VIRIDIS.length - 2, Math.floor(place));
        return VIRIDIS[step].map((from, part) => Math.round(from + (VIRIDIS[step + 1][part] - from) * (place - step)));
    }
}

const four = new Uint8Array(4);
const one = new Uint32Array(four.buffer);

/** As WebGL takes it: a byte each of red, green, blue and what it covers, in one number. */
export function bytesOf([red, green, blue], cover = 255) {
    four[0] = red;
    four[1] = green;
    four[2] = blue;
    four[3] = cover;
    return one[0];
}

/** As CSS writes it. */
export function css([red, green, blue], alpha = 1) {
    return `rgba(${red},${green},${blue},${alpha})`;
}

import {mercatorX, mercatorY} from '../data/mercator.js';
import {contains} from '../data/shapes.js';

/** Where sites lie, and which of them is at a place. */
export class Places {
    #sites;
    #areaOf = new Map();
    /** Whether the filter lets a row pass. @type {Uint8Array} */
    isShown;
    x;
    y;
    /** West, south, east, north of all, degrees. */
    box;

    constructor(sites) {
        this.#sites = sites;
        const {lon, lat} = sites.columns;
        this.x = Float32Array.from(lon, mercatorX);
        this.y = Float32Array.from(lat, mercatorY);
        this.isShown = new Uint8Array(sites.count).fill(1);
        sites.areas.forEach((area) => this.#areaOf.set(area.row, area));
        this.box = boxOf(sites);
    }

    area(row) {
        return this.#areaOf.get(row);
    }

    show(rows) {
        this.isShown.fill(0);
        for (const row of rows) {
            this.isShown[row] = 1;
        }
    }

    /**
     * The best site that is shown near a place of the map, or the area that the place lies in; -1 where there is none.
     *
     * @param {number} x Mercator
     * @param {number} y Mercator
     * @param {number} reach Mercator
     * @param {number} most points that are drawn at all
     */
    at(x, y, reach, most) {
        let best = -1;
        let nearest = reach * reach;
        let drawn = 0;
        for (let row = 0; row < this.x.length && drawn < most; row++) {
            if (!this.isShown[row] || this.#areaOf.has(row)) {
                continue;
            }
            drawn++;
            const dx = this.x[row] - x;
            const dy = this.y[row] - y;
            const distance = dx * dx + dy * dy;
            if (distance < nearest) {
                nearest = distance;
                best = row;
            }
        }
        if (best >= 0) {
            return best;
        }
        return this.#sites.areas.find((area) => this.isShown[area.row] && contains(area, x, y))?.row ?? -1;
    }
}

function boxOf(sites) {
    const {lon, lat} = sites.columns;
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (let row = 0; row < sites.count; row++) {
        if (lon[row] === lon[row] && lat[row] === lat[row]) {
            box[0] = Math.min(box[0], lon[row]);
            box[1] = Math.min(box[1], lat[row]);
            box[2] = Math.max(box[2], lon[row]);
            box[3] = Math.max(box[3], lat[row]);
        }
    }
    return box[0] <= box[2] ? box : [-125, 24, -66, 50];
}

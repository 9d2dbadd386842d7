import {mercatorX, mercatorY} from './mercator.js';

/**
 * A flat line of the block, whole steps with differences, in Mercator.
 *
 * @param {number[]} line [x, y, dx, dy, …]
 * @param {{lon0: number, lat0: number, step: number}} grid
 * @returns {Float64Array} [x, y, x, y, …]
 */
function placed(line, grid) {
    const points = new Float64Array(line.length);
    let x = 0;
    let y = 0;
    for (let i = 0; i + 1 < line.length; i += 2) {
        x += line[i];
        y += line[i + 1];
        points[i] = mercatorX(grid.lon0 + x * grid.step);
        points[i + 1] = mercatorY(grid.lat0 + y * grid.step);
    }
    return points;
}

/** @returns {{row: number, polygons: Float64Array[][], box: number[]}[]} areas in Mercator; box is west, north, east, south */
export function readAreas(areas) {
    if (!areas) {
        return [];
    }
    return areas.rows.map((row, i) => {
        const polygons = areas.shapes[i].map((rings) => rings.map((ring) => placed(ring, areas)));
        const box = [Infinity, Infinity, -Infinity, -Infinity];
        for (const [outer] of polygons) {
            for (let k = 0; k < outer.length; k += 2) {
                box[0] = Math.min(box[0], outer[k]);
                box[1] = Math.min(box[1], outer[k + 1]);
                box[2] = Math.max(box[2], outer[k]);
                box[3] = Math.max(box[3], outer[k + 1]);
            }
        }
        return {row, polygons, box};
    });
}

/** @returns {Float64Array[]} lines in Mercator */
export function readLines(outlines) {
    return outlines ? outlines.lines.map((line) => placed(line, outlines)) : [];
}

/** Whether a place, in Mercator, lies in one of the polygons, holes left out. */
export function contains(area, x, y) {
    const [west, north, east, south] = area.box;
    if (x < west || x > east || y < north || y > south) {
        return false;
    }
    return area.polygons.some((rings) => {
        let inside = false;
        for (const ring of rings) {
            for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
                const crosses = ring[i + 1] > y !== ring[j + 1] > y;
                if (crosses && x < ((ring[j] - ring[i]) * (y - ring[i + 1])) / (ring[j + 1] - ring[i + 1]) + ring[i]) {
                    inside = !inside;
                }
            }
        }
        return inside;
    });
}

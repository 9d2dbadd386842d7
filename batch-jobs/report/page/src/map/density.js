import {latitude, longitude, mercatorX, mercatorY} from '../data/mercator.js';

/** Height of the picture, pixels. */
const HEIGHT = 400;

const MOST_WIDTH = 2000;

let latest = null;

/**
 * How many sites lie where, as a picture in Mercator: the more, the less it lets through.
 *
 * @param {{lon0: number, lat0: number, step: number, columns: number, rows: number, counts: number[]}} density
 * @param {number[]} color red, green, blue
 * @returns {{canvas: HTMLCanvasElement, box: number[]}} box is west, north, east, south in Mercator
 */
export function densityPicture(density, color) {
    if (latest?.density !== density || latest.color !== String(color)) {
        latest = {density, color: String(color), picture: drawn(density, color)};
    }
    return latest.picture;
}

function drawn(density, [red, green, blue]) {
    const {lon0, lat0, step, columns, rows, counts} = density;
    const [top, bottom] = [mercatorY(Math.min(85, lat0 + rows * step)), mercatorY(lat0)];
    const [left, right] = [mercatorX(lon0), mercatorX(lon0 + columns * step)];
    const canvas = document.createElement('canvas');
    canvas.height = HEIGHT;
    canvas.width = Math.max(1, Math.min(MOST_WIDTH, Math.round((HEIGHT * (right - left)) / (bottom - top))));
    const context = canvas.getContext('2d');
    const image = context.createImageData(canvas.width, canvas.height);
    const most = Math.log1p(counts.reduce((a, b) => Math.max(a, b), 1));
    const shares = Uint8ClampedArray.from(counts, (count) => (count ? 40 + (170 * Math.log1p(count)) / most : 0));
    const columnOf = Int32Array.from({length: canvas.width}, (_, x) =>
        Math.floor((longitude(left + ((x + 0.5) / canvas.width) * (right - left)) - lon0) / step),
    );
    for (let y = 0, at = 0; y < canvas.height; y++) {
        const line = Math.floor((latitude(top + ((y + 0.5) / canvas.height) * (bottom - top)) - lat0) / step);
        for (let x = 0; x < canvas.width; x++, at += 4) {
            image.data[at] = red;
            image.data[at + 1] = green;
            image.data[at + 2] = blue;
            image.data[at + 3] = shares[line * columns + columnOf[x]] ?? 0;
        }
    }
    context.putImageData(image, 0, 0);
    return {canvas, box: [left, top, right, bottom]};
}

import {latitude, longitude, mercatorX, mercatorY} from './mercator.js';

/** Height of the picture, pixels. */
const HEIGHT = 400;

/**
 * How many sites lie where, as a picture in Mercator: the more, the less it lets through.
 *
 * @param {{lon0: number, lat0: number, step: number, columns: number, rows: number, counts: number[]}} density
 * @param {number[]} color red, green, blue
 * @returns {{canvas: HTMLCanvasElement, corners: number[][]}} corners from the north-west clockwise
 */
export function densityPicture(density, [red, green, blue]) {
    const {lon0, lat0, step, columns, rows, counts} = density;
    const north = Math.min(85, lat0 + rows * step);
    const [top, bottom] = [mercatorY(north), mercatorY(lat0)];
    const [left, right] = [mercatorX(lon0), mercatorX(lon0 + columns * step)];
    const canvas = document.createElement('canvas');
    canvas.height = HEIGHT;
    canvas.width = Math.max(1, Math.min(2000, Math.round((HEIGHT * (right - left)) / (bottom - top))));
    const context = canvas.getContext('2d');
    const image = context.createImageData(canvas.width, canvas.height);
    const most = Math.log1p(counts.reduce((a, b) => Math.max(a, b), 1));
    for (let y = 0; y < canvas.height; y++) {
        const line = Math.floor((latitude(top + ((y + 0.5) / canvas.height) * (bottom - top)) - lat0) / step);
        for (let x = 0; x < canvas.width; x++) {
            const column = Math.floor((longitude(left + ((x + 0.5) / canvas.width) * (right - left)) - lon0) / step);
            const count = counts[line * columns + column] ?? 0;
            image.data.set([red, green, blue, count ? 40 + (170 * Math.log1p(count)) / most : 0], (y * canvas.width + x) * 4);
        }
    }
    context.putImageData(image, 0, 0);
    return {
        canvas,
        corners: [
            [lon0, north],
            [lon0 + columns * step, north],
            [lon0 + columns * step, lat0],
            [lon0, lat0],
        ],
    };
}

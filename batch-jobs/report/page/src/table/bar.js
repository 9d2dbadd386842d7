import {svg} from '../dom.js';

/** An interval with its point, as a bar over the range of all. */
export function bar(low, point, high, from, to, width = 90) {
    const height = 12;
    const place = (value) => Math.round(((value - from) / (to - from || 1)) * width * 10) / 10;
    const drawing = svg('svg', {class: 'bar', width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true', focusable: 'false'});
    if (Number.isFinite(low) && Number.isFinite(high)) {
        drawing.append(svg('rect', {class: 'bar-range', x: place(low), y: 3, width: Math.max(1, place(high) - place(low)), height: 6}));
    }
    if (Number.isFinite(point)) {
        drawing.append(svg('rect', {class: 'bar-point', x: place(point) - 1, y: 0, width: 2, height}));
    }
    return drawing;
}

/** Shapes of the symbols on the map. */
export const LAND = 0;
export const MINE = 1;
export const OUT = 2;

/** How a row is drawn: shape and diameter in CSS pixels. */
export function symbolOf(sites, row) {
    const shape = sites.isExcluded(row) ? OUT : sites.isMine(row) ? MINE : LAND;
    const size = sites.isTop(row) ? 17 : shape === OUT ? 7 : shape === MINE ? 12 : 7;
    return {shape, size};
}

/** By how much symbols are smaller on a map so wide, CSS pixels. */
export function smaller(width) {
    return width < 600 ? 0.65 : 1;
}

/** Draws a symbol with its middle at a place of a 2D canvas. */
export function drawSymbol(context, shape, x, y, size, fill, edge) {
    const half = size / 2;
    context.beginPath();
    if (shape === MINE) {
        context.moveTo(x, y - half);
        context.lineTo(x + half, y);
        context.lineTo(x, y + half);
        context.lineTo(x - half, y);
        context.closePath();
    } else if (shape === OUT) {
        const arm = half * 0.7;
        context.moveTo(x - arm, y - arm);
        context.lineTo(x + arm, y + arm);
        context.moveTo(x + arm, y - arm);
        context.lineTo(x - arm, y + arm);
        context.strokeStyle = fill;
        context.lineWidth = 1.5;
        context.stroke();
        return;
    } else {
        context.arc(x, y, half * 0.9, 0, 2 * Math.PI);
    }
    context.fillStyle = fill;
    context.fill();
    context.strokeStyle = edge;
    context.lineWidth = 1;
    context.stroke();
}

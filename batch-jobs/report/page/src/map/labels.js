/** Longest name on the map, characters; the table and the panel have all of it. */
const LONGEST = 28;

/** Room between a symbol and its label, and height of a line, CSS pixels. */
const GAP = 11;
const LINE = 14;

/**
 * Labels the top sites that the filter shows: rank and name where there is room, else the rank alone. The best choose first.
 *
 * @param {CanvasRenderingContext2D} context in CSS pixels
 * @param {(row: number) => number[]} at where a row lies, CSS pixels
 * @param {{text: string, halo: string}} colors
 */
export function drawLabels(context, sites, places, at, width, height, colors) {
    context.font = '12.5px system-ui, sans-serif';
    context.textBaseline = 'middle';
    context.lineWidth = 3.5;
    context.lineJoin = 'round';
    const rows = [];
    for (let row = 0; row < sites.run.topN && row < sites.count; row++) {
        if (sites.isTop(row) && places.isShown[row]) {
            rows.push(row);
        }
    }
    // No label hides a symbol of the top.
    const taken = rows.map((row) => around(...at(row), 6));
    for (const row of rows) {
        for (const text of [`${row + 1} ${shortened(sites.name(row))}`, `${row + 1}`]) {
            const spot = spotsOf(...at(row), context.measureText(text).width).find(
                (box) => box[0] > 2 && box[2] < width - 2 && box[1] > 2 && box[3] < height - 2 && !taken.some((other) => meet(box, other)),
            );
            if (spot) {
                taken.push(spot);
                const place = [spot[0], (spot[1] + spot[3]) / 2];
                context.strokeStyle = colors.halo;
                context.strokeText(text, ...place);
                context.fillStyle = colors.text;
                context.fillText(text, ...place);
                break;
            }
        }
    }
}

function shortened(name) {
    const characters = [...name];
    return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : name;
}

function around(x, y, reach) {
    return [x - reach, y - reach, x + reach, y + reach];
}

/** Boxes of a text beside, above and below a place: left, top, right, bottom. */
function spotsOf(x, y, length) {
    const half = LINE / 2;
    const lines = [y, y - LINE, y + LINE];
    return [
        ...lines.map((middle) => [x + GAP, middle - half, x + GAP + length, middle + half]),
        ...lines.map((middle) => [x - GAP - length, middle - half, x - GAP, middle + half]),
        ...[y - GAP - half, y + GAP + half].map((middle) => [x - length / 2, middle - half, x + length / 2, middle + half]),
    ];
}

function meet(one, other) {
    return one[0] < other[2] && one[2] > other[0] && one[1] < other[3] && one[3] > other[1];
}

/**
 * All rows by a key; unknown ones stand last whichever way, and equal ones in the order of their ranks.
 *
 * @param {number} count
 * @param {((row: number) => number|string)|null} key NaN and '' are unknown; null is the order of the ranks
 * @param {boolean} isDescending
 */
export function ordered(count, key, isDescending) {
    const rows = Int32Array.from({length: count}, (_, row) => row);
    if (!key) {
        return isDescending ? rows.reverse() : rows;
    }
    const sign = isDescending ? -1 : 1;
    const keys = Array.from(rows, key);
    if (keys.some((value) => typeof value === 'string')) {
        const places = new Map([...new Set(keys)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).map((text, place) => [text, place]));
        keys.forEach((text, row) => (keys[row] = text === '' ? NaN : places.get(text)));
    }
    const values = Float64Array.from(keys);
    return rows.sort((a, b) => {
        const [x, y] = [values[a], values[b]];
        if (x === y) {
            return a - b;
        }
        if (x !== x || y !== y) {
            return x !== x ? (y !== y ? a - b : 1) : -1;
        }
        return x < y ? -sign : sign;
    });
}

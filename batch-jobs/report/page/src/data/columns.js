const KINDS = {f32: Float32Array, i32: Int32Array, u8: Uint8Array};

/** Types of the columns where they are plain arrays. */
const TYPES = {
    state: 'i32',
    why: 'i32',
    score: 'f32',
    scoreLo: 'f32',
    scoreHi: 'f32',
    expectedRank: 'f32',
    rankP05: 'f32',
    rankP95: 'f32',
    topN: 'f32',
    gate: 'u8',
    tier: 'u8',
    kind: 'u8',
    months50: 'f32',
    months90: 'f32',
    months50Hi: 'f32',
    months90Hi: 'f32',
    mw: 'f32',
    mwHi: 'f32',
    mwOf: 'u8',
    price: 'f32',
    priceHi: 'f32',
    lon: 'f32',
    lat: 'f32',
};

function unpacked({type, data}) {
    const text = atob(data);
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < bytes.length; i++) {
        bytes[i] = text.charCodeAt(i);
    }
    return new KINDS[type](bytes.buffer);
}

function packed(type, values, rows) {
    const column = new KINDS[type](rows);
    for (let row = 0; row < rows; row++) {
        const value = values?.[row] ?? null;
        column[row] = value === null ? (type === 'f32' ? NaN : type === 'i32' ? -1 : 0) : value;
    }
    return column;
}

/**
 * The columns of all sites in rank order as typed arrays; NaN is unknown, an index of -1 is none.
 *
 * @param {object} columns as they stand in the block
 */
export function readColumns(columns) {
    const rows = columns.rows;
    const read = {
        rows,
        texts: columns.texts,
        id: columns.id,
        name: columns.name,
        whyTexts: columns.whyTexts,
        stateTexts: columns.stateTexts,
        gateTexts: columns.gateTexts,
    };
    for (const [name, type] of Object.entries(TYPES)) {
        const column = columns[name];
        const isPacked = column && !Array.isArray(column) && typeof column.data === 'string';
        read[name] = isPacked ? unpacked(column) : packed(type, column, rows);
    }
    return read;
}

import {readColumns} from './columns.js';
import {readAreas, readLines} from './shapes.js';

/** All sites of a run by row; row 0 is rank 1. */
export class Sites {
    constructor(block) {
        this.block = block;
        this.run = block.run;
        this.columns = readColumns(block.columns);
        this.count = this.columns.rows;
        this.areas = readAreas(block.areas);
        this.outlines = readLines(block.outlines);
        this.sheets = new Map((block.sheets ?? []).map((sheet) => [sheet.row, sheet]));
    }

    /** Whether the page has the name, the id and the reason of a row. */
    hasTexts(row) {
        return row < this.columns.texts;
    }

    id(row) {
        return this.hasTexts(row) ? this.columns.id[row] : '';
    }

    name(row) {
        return (this.hasTexts(row) && (this.columns.name[row] || this.columns.id[row])) || `site of rank ${row + 1}`;
    }

    state(row) {
        return this.columns.stateTexts[this.columns.state[row]] ?? '';
    }

    gate(row) {
        return this.columns.gateTexts[this.columns.gate[row]] ?? '';
    }

    isMine(row) {
        return this.columns.kind[row] === 1;
    }

    isExcluded(row) {
        return this.columns.tier[row] === this.run.excludedTier;
    }

    isTop(row) {
        return row < this.run.topN && !this.isExcluded(row);
    }

    kind(row) {
        return this.isMine(row) ? 'existing' : 'new land';
    }

    why(row) {
        return this.hasTexts(row) ? (this.columns.whyTexts[this.columns.why[row]] ?? 'every gate is passed') : '';
    }

    /** The row of an id, or -1. */
    rowOf(id) {
        this.rowsById ??= new Map(this.columns.id.map((known, row) => [known, row]));
        return this.rowsById.get(id) ?? -1;
    }
}

/** The block of the page, or null where it has none. */
export function readSites(document) {
    const block = document.getElementById('headroom-data');
    return block ? new Sites(JSON.parse(block.textContent)) : null;
}

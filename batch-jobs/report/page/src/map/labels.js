/** Longest name on the map, characters; the table and the panel have all of it. */
const LONGEST = 28;

/** Sites that are labelled: the top N that the filter lets pass. */
export function labels(sites, places) {
    const rows = [];
    for (let row = 0; row < sites.run.topN && row < sites.count; row++) {
        if (sites.isTop(row) && places.isShown[row]) {
            rows.push({row, text: `${row + 1} ${shortened(sites.name(row))}`});
        }
    }
    return rows;
}

function shortened(name) {
    const characters = [...name];
    return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : name;
}

/** The tables that the page came with are linked with the map: a pointer on a row of a site points it out there. */
export function linkTables(sites, state) {
    for (const line of document.querySelectorAll('main tr[data-row], #top-table tr[data-row], #watch tr[data-row]')) {
        const row = Number(line.dataset.row);
        if (!Number.isInteger(row) || row < 0 || row >= sites.count) {
            continue;
        }
        line.addEventListener('pointerenter', () => state.set('pointed', row));
        line.addEventListener('pointerleave', () => state.set('pointed', -1));
        line.addEventListener('click', (event) => {
            if (!event.target.closest('a, button, input')) {
                state.set('selected', row);
            }
        });
    }
    const mark = () => {
        for (const line of document.querySelectorAll('tr[data-row]')) {
            line.classList.toggle('selected', Number(line.dataset.row) === state.selected);
        }
    };
    state.on('selected', mark);
    mark();
}

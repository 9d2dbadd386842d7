import {comparing} from './compare.js';
import {Controls} from './controls.js';
import {readSites} from './data/sites.js';
import {el} from './dom.js';
import {followAddress} from './link.js';
import {mapOf} from './map/map.js';
import {State} from './state.js';
import {Table} from './table/table.js';
import {themeButton} from './theme.js';
import {linkTables} from './top.js';

function start() {
    const sites = readSites(document);
    if (!sites) {
        return;
    }
    document.documentElement.classList.remove('no-script');
    const byId = (id) => document.getElementById(id);
    const state = new State();
    byId('tools')?.append(themeButton(state), el('button', {type: 'button', onclick: () => print()}, 'Print'));

    const controls = new Controls(sites, state);
    const table = new Table(sites, state, () => controls.apply());
    controls.over(() => table.order);
    byId('all-sites').append(
        el('h2', {id: 'all-sites-title'}, 'All sites'),
        controls.element,
        table.element,
    );
    mapOf(sites, state, byId('map-live'));
    comparing(sites, state, byId('compare'));
    linkTables(sites, state);
    state.on('selected', () => table.show(state.selected));
    for (const id of ['map-live', 'all-sites']) {
        byId(id).hidden = false;
    }
    document.documentElement.classList.add('with-script');
    followAddress(sites, state);
}

if (document.readyState === 'loading') {
    addEventListener('DOMContentLoaded', start);
} else {
    start();
}

import {afterPaint, el} from '../dom.js';
import {figure, UNKNOWN} from '../format.js';
import {panel} from '../panel.js';
import {FlatMap} from './flat.js';
import {legend} from './legend.js';
import {printMap} from './paper.js';
import {Places} from './places.js';
import {Scale} from './scale.js';

/** Of more points than these, only so many of the best are drawn when the map is far out. */
const MOST_POINTS = 10_000;

/** Fills the place of the map: a flat map at once, then MapLibre's where the browser has WebGL. */
export function mapOf(sites, state, host) {
    const places = new Places(sites);
    let scale = new Scale(sites, state.measure);
    const flat = new FlatMap(sites, places, MOST_POINTS);
    let live = null;
    let isLiveShown = false;
    const current = () => (isLiveShown ? live : flat);

    const liveHost = el('div', {class: 'live'});
    const tip = el('div', {class: 'tip', role: 'presentation', hidden: true});
    const buttons = el(
        'div',
        {class: 'map-buttons', role: 'group', 'aria-label': 'Map'},
        el('button', {type: 'button', 'aria-label': 'Nearer', onclick: () => current().zoom(2)}, '+'),
        el('button', {type: 'button', 'aria-label': 'Farther', onclick: () => current().zoom(0.5)}, '−'),
        el('button', {type: 'button', onclick: () => current().whole()}, 'All'),
    );
    const frame = el('div', {class: 'map-frame'}, flat.canvas, liveHost, buttons, tip);
    const key = legend(sites, state);
    host.append(key.element, el('div', {class: 'map-and-panel'}, frame, panel(sites, state)));

    const draw = () => {
        flat.show(scale);
        live?.show(scale);
    };
    const rescale = () => {
        scale = new Scale(sites, state.measure);
        key.draw(scale);
        draw();
    };
    const mark = () => {
        const row = state.pointed >= 0 ? state.pointed : state.selected;
        flat.mark(row);
        live?.mark(row);
    };
    // The table answers first: a picture of the map may take longer than it on a machine without a graphics card.
    const drawLater = afterPaint(draw);
    state.on('shown', () => {
        places.show(state.shown);
        drawLater();
    });
    state.on('measure', rescale);
    state.on('theme', rescale);
    state.on('pointed', mark);
    state.on('selected', () => {
        mark();
        if (state.selected >= 0) {
            flat.goTo(state.selected);
            live?.goTo(state.selected);
        }
    });
    printMap(sites, state, places, MOST_POINTS, host.parentElement);
    follow(frame, sites, state, tip, current, () => !isLiveShown);

    places.show(state.shown);
    key.draw(scale);
    draw();
    const start = async () => {
        try {
            // Only now, as MapLibre takes its time to be set up.
            const {LiveMap} = await import('./live.js');
            live = new LiveMap(liveHost, sites, places, MOST_POINTS, scale, () => {
                isLiveShown = true;
                flat.isCovered = true;
                frame.classList.add('is-live');
                mark();
                document.documentElement.dataset.map = 'live';
            });
        } catch {
            // No WebGL: the flat map stays.
            live = null;
            liveHost.remove();
            document.documentElement.dataset.map = 'flat';
        }
    };
    // After the first picture, so that the page is there at once.
    afterPaint(start)();
}

/** Points out, chooses and, on the flat map, moves by the pointer. */
function follow(frame, sites, state, tip, current, isMovable) {
    let pressed = null;
    const place = (event) => {
        const box = frame.getBoundingClientRect();
        return [event.clientX - box.left, event.clientY - box.top];
    };
    const isOnMap = (event) => event.target instanceof HTMLCanvasElement;
    frame.addEventListener('pointerdown', (event) => {
        pressed = isOnMap(event) ? place(event) : null;
    });
    frame.addEventListener('pointermove', (event) => {
        const at = place(event);
        if (pressed && event.buttons && isMovable()) {
            current().pan(event.movementX, event.movementY);
            return;
        }
        const row = isOnMap(event) && !event.buttons ? current().at(...at) : -1;
        state.set('pointed', row);
        tip.hidden = row < 0;
        frame.classList.toggle('is-on-site', row >= 0);
        if (row >= 0) {
            tip.replaceChildren(...told(sites, row));
            tip.style.left = `${Math.max(0, Math.min(at[0] + 14, frame.clientWidth - tip.offsetWidth - 4))}px`;
            tip.style.top = `${Math.max(0, Math.min(at[1] + 14, frame.clientHeight - tip.offsetHeight - 4))}px`;
        }
    });
    frame.addEventListener('pointerleave', () => {
        state.set('pointed', -1);
        tip.hidden = true;
    });
    frame.addEventListener('click', (event) => {
        const at = place(event);
        const isStill = pressed && Math.hypot(at[0] - pressed[0], at[1] - pressed[1]) < 5;
        if (isOnMap(event) && isStill) {
            state.set('selected', current().at(...at));
        }
    });
}

function told(sites, row) {
    const {score, months50} = sites.columns;
    const isExcluded = sites.isExcluded(row);
    const months = figure(months50[row]);
    const figures = `${figure(score[row], 1)} points, ${months === UNKNOWN ? 'months to power unknown' : `${months} months to power`}`;
    return [
        el('strong', {}, isExcluded ? sites.name(row) : `${row + 1} ${sites.name(row)}`),
        el('span', {}, [sites.state(row), sites.kind(row)].filter(Boolean).join(', ')),
        el('span', {}, isExcluded ? `Excluded: ${sites.why(row)}` : figures),
    ];
}

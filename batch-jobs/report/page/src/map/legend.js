import {el, svg} from '../dom.js';
import {figure} from '../format.js';
import {css, MEASURES} from './scale.js';

const STEPS = 24;

/** What colours and symbols mean, and the choice of what colours the map. */
export function legend(sites, state) {
    const choice = el(
        'select',
        {onchange: () => state.set('measure', choice.value)},
        ...MEASURES.map(({id, label, unit}) => el('option', {value: id}, `${label}${id === 'topN' ? ` ${sites.run.topN}` : ''}, ${unit}`)),
    );
    const ramp = el('span', {class: 'ramp'});
    const element = el(
        'div',
        {class: 'legend'},
        el('label', {}, el('span', {}, 'Colour'), choice),
        ramp,
        entry([svg('path', {d: 'M7 1 13 7 7 13 1 7Z', class: 'symbol'})], 'existing'),
        entry(
            sites.areas.length
                ? [svg('rect', {x: 1, y: 1, width: 12, height: 12, class: 'symbol'})]
                : [svg('circle', {cx: 7, cy: 7, r: 5, class: 'symbol'})],
            sites.areas.length ? 'new land, the area' : 'new land',
        ),
        entry(
            [
                svg('rect', {x: 1, y: 1, width: 12, height: 12, class: 'symbol-out'}),
                svg('path', {d: 'M4 4 10 10M10 4 4 10', class: 'cross'}),
            ],
            'excluded; the reason is shown at the pointer',
        ),
        sites.block.density ? entry([svg('rect', {x: 1, y: 1, width: 12, height: 12, class: 'symbol-density'})], 'how many more sites') : null,
    );
    const draw = (scale) => ramp.replaceChildren(...rampOf(scale));
    return {element, draw};
}

/** The scale of colours between its ends. */
export function rampOf(scale) {
    if (scale.isEmpty) {
        return ['not known of any site'];
    }
    const {factor = 1} = scale.measure;
    const steps = Array.from({length: STEPS}, (_, i) => svg('rect', {x: i * 5, y: 0, width: 5.5, height: 12, fill: css(scale.at((i + 0.5) / STEPS))}));
    return [
        `up to ${figure(scale.low * factor)}`,
        svg('svg', {width: STEPS * 5, height: 12, 'aria-hidden': 'true', focusable: 'false'}, ...steps),
        `${figure(scale.high * factor)} and more`,
    ];
}

function entry(drawing, text) {
    return el('span', {class: 'entry'}, svg('svg', {width: 14, height: 14, 'aria-hidden': 'true', focusable: 'false'}, ...drawing), text);
}

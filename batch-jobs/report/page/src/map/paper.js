import {el} from '../dom.js';
import {FlatMap} from './flat.js';
import {rampOf} from './legend.js';
import {Scale} from './scale.js';

/** Puts a map of what is shown on paper when the page is printed, in place of the one that came with the page. */
export function printMap(sites, state, places, most, section) {
    const map = new FlatMap(sites, places, most, true);
    const key = el('p', {class: 'legend'});
    const paper = el('div', {class: 'map-paper'}, key, map.canvas);
    const symbols = [
        'Diamonds are existing facilities',
        sites.areas.length ? 'grey is excluded' : 'crosses are excluded',
        ...(sites.block.density ? ['grey squares say how many more sites there are'] : []),
        'the numbers are ranks',
    ];
    addEventListener('beforeprint', () => {
        const scale = new Scale(sites, state.measure, false);
        const {label, unit} = scale.measure;
        key.replaceChildren(`${label}, ${unit}: `, ...rampOf(scale), `. ${symbols.join('; ')}.`);
        map.print(scale);
        section.append(paper);
        document.documentElement.classList.add('on-paper');
    });
}

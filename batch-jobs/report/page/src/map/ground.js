import {isDark} from '../theme.js';

/** Colours of the map that carry no figure, for the theme that holds or the one that is said. */
export function ground(isOnDark = isDark()) {
    return isOnDark
        ? {water: '#14181d', line: '#8b98a5', lineLight: [0.545, 0.596, 0.647], edge: '#14181d', edgeLight: [0.08, 0.095, 0.115], out: [98, 106, 114], unknown: [150, 130, 110], text: '#f2f5f8', halo: '#14181d', ring: '#ffffff'}
        : {water: '#f7f8f9', line: '#59636e', lineLight: [0.349, 0.388, 0.431], edge: '#ffffff', edgeLight: [1, 1, 1], out: [176, 182, 188], unknown: [196, 170, 140], text: '#15191d', halo: '#ffffff', ring: '#000000'};
}

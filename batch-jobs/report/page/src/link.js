import {el} from './dom.js';

const PREFIX = '#site=';

/** A button that copies the address of the page with the site in it. */
export function linkTo(id) {
    const button = el('button', {type: 'button'}, 'Copy link');
    button.addEventListener('click', async () => {
        const address = `${location.href.split('#')[0]}${PREFIX}${encodeURIComponent(id)}`;
        try {
            await navigator.clipboard.writeText(address);
            button.textContent = 'Copied';
        } catch {
            // A browser may keep the clipboard from a page on disk: the address is shown for copying by hand.
            const field = el('input', {type: 'text', readonly: true, value: address, 'aria-label': 'Link to the site'});
            button.replaceWith(field);
            field.select();
        }
    });
    return button;
}

/** Keeps the address and the chosen site together. */
export function followAddress(sites, state) {
    const read = () => {
        if (location.hash.startsWith(PREFIX)) {
            let id = location.hash.slice(PREFIX.length);
            try {
                id = decodeURIComponent(id);
            } catch {
                // Taken as it stands.
            }
            const row = sites.rowOf(id);
            if (row >= 0) {
                state.set('selected', row);
            }
        }
    };
    addEventListener('hashchange', read);
    state.on('selected', () => {
        const hash = state.selected >= 0 && sites.hasTexts(state.selected) ? PREFIX + encodeURIComponent(sites.id(state.selected)) : '';
        if (hash !== location.hash && (hash || location.hash.startsWith(PREFIX))) {
            history.replaceState(null, '', hash || location.href.split('#')[0]);
        }
    });
    read();
}

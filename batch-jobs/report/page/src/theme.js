import {el} from './dom.js';

const KEY = 'headroom-theme';

function isDarkBySystem() {
    return matchMedia('(prefers-color-scheme: dark)').matches;
}

/** Whether the page is dark now. */
export function isDark() {
    const chosen = document.documentElement.dataset.theme;
    return chosen ? chosen === 'dark' : isDarkBySystem();
}

/** A button between light and dark; at first the system's choice holds. */
export function themeButton(state) {
    const button = el('button', {type: 'button'});
    const label = () => (button.textContent = isDark() ? 'Light' : 'Dark');
    try {
        const kept = localStorage.getItem(KEY);
        if (kept === 'light' || kept === 'dark') {
            document.documentElement.dataset.theme = kept;
        }
    } catch {
        // A browser may keep nothing for a page on disk.
    }
    button.addEventListener('click', () => {
        const theme = isDark() ? 'light' : 'dark';
        document.documentElement.dataset.theme = theme;
        try {
            localStorage.setItem(KEY, theme);
        } catch {
            // The choice holds until the page is closed.
        }
        label();
        state.tell('theme');
    });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
        label();
        state.tell('theme');
    });
    label();
    return button;
}

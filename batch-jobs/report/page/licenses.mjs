// The licences of all that is bundled, as one text.
import {readFile, readdir} from 'node:fs/promises';
import path from 'node:path';

async function described(folder) {
    const about = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
    const texts = [];
    for (const name of (await readdir(folder)).sort()) {
        if (/^(licen[cs]e|notice|copying)/i.test(name)) {
            texts.push((await readFile(path.join(folder, name), 'utf8')).replace(/\r\n/g, '\n').trim());
        }
    }
    return {about, texts};
}

/**
 * What maplibre-gl ships is bundled already, so what it depends on counts as bundled too.
 *
 * @param {string} here folder with node_modules
 * @param {string[]} inputs files of the bundle, as esbuild names them
 */
export async function licenses(here, inputs) {
    const waiting = new Set(['maplibre-gl']);
    for (const input of inputs) {
        const name = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1];
        if (name) {
            waiting.add(name);
        }
    }
    const found = new Map();
    for (const name of waiting) {
        // Types have no code.
        if (name.startsWith('@types/')) {
            continue;
        }
        const {about, texts} = await described(path.join(here, 'node_modules', name));
        found.set(name, {about, texts});
        Object.keys(about.dependencies ?? {}).forEach((other) => waiting.add(other));
    }
    const parts = ['The script of the page has the following in it, or code from it. Each stands under its own licence.'];
    for (const name of [...found.keys()].sort()) {
        const {about, texts} = found.get(name);
        const author = typeof about.author === 'string' ? about.author : about.author?.name;
        parts.push(
            `${'='.repeat(80)}\n${name} ${about.version}, ${about.license}${author && !texts.length ? `, by ${author}` : ''}\n`,
            ...texts,
        );
    }
    return parts.join('\n\n') + '\n';
}

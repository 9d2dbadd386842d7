// node test/pages.mjs BUILT OUT: writes the pages of the tests.
import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {fixture} from './fixture.mjs';

/** Sites of the small and of the large page, mines among them. */
export const SIZES = {small: [3130, 130], large: [100_000, 200]};

export async function writePages(built, out) {
    await mkdir(out, {recursive: true});
    const written = {};
    for (const [name, [count, mines]] of Object.entries(SIZES)) {
        written[name] = path.join(out, `${name}.html`);
        await writeFile(written[name], await fixture(built, count, mines));
    }
    return written;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    console.log(await writePages(process.argv[2], process.argv[3]));
}

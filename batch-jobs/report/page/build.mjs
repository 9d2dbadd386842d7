// Builds the script and the style of the page, and the licences of what is bundled with them.
// node build.mjs [FOLDER]: where to write; by default where the module of Java takes them from.
import * as esbuild from 'esbuild';
import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {licenses} from './licenses.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.resolve(process.argv[2] ?? path.join(here, '../src/main/resources/org/headroom/report'));

const common = {
    absWorkingDir: here,
    bundle: true,
    minify: true,
    write: false,
    legalComments: 'none',
    charset: 'ascii',
    target: 'es2022',
    metafile: true,
    logLevel: 'warning',
};

function checked(name, text, forbidden) {
    for (const part of forbidden) {
        if (text.toLowerCase().includes(part)) {
            throw new Error(`${name} has ${part}, which would end or confuse the element that it stands in`);
        }
    }
    return text;
}

const script = await esbuild.build({...common, entryPoints: ['src/main.js'], format: 'iife'});
const style = await esbuild.build({...common, entryPoints: ['src/style.css']});

await mkdir(out, {recursive: true});
const files = {
    'page.js': checked('page.js', script.outputFiles[0].text, ['</script', '<script', '<!--']),
    'page.css': checked('page.css', style.outputFiles[0].text, ['</style', '<!--', 'http:', 'https:']),
    'LICENSES.txt': await licenses(here, Object.keys(script.metafile.inputs)),
};
for (const [name, text] of Object.entries(files)) {
    await writeFile(path.join(out, name), text);
}

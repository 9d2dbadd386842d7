// Time of the processors that a browser takes, from /proc of Linux.
import {readdirSync, readFileSync} from 'node:fs';

/** Numbers of all processes that this one started. */
function ours() {
    const parents = new Map();
    for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
        try {
            parents.set(Number(id), Number(statOf(id)[1]));
        } catch {
            // It has ended.
        }
    }
    const isOurs = (id) => parents.has(id) && (parents.get(id) === process.pid || isOurs(parents.get(id)));
    return [...parents.keys()].filter(isOurs);
}

function statOf(id) {
    return readFileSync(`/proc/${id}/stat`, 'utf8').split(') ').pop().split(' ');
}

/** Milliseconds of processor time of all of them. */
export function busy() {
    return ours()
        .map(statOf)
        .reduce((sum, fields) => sum + (Number(fields[11]) + Number(fields[12])) * 10, 0);
}

/** @returns {() => number} milliseconds of processor time of the thread that runs the page's script: the first one of the busiest renderer */
export function pageThread() {
    const time = (id) => Number(readFileSync(`/proc/${id}/task/${id}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
    const renderers = ours().filter((id) => readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('--type=renderer'));
    const [busiest] = renderers.sort((a, b) => time(b) - time(a));
    return () => time(busiest);
}

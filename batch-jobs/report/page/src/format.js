const formats = [0, 1, 2].map((digits) => new Intl.NumberFormat('en', {maximumFractionDigits: digits, minimumFractionDigits: digits}));

export const UNKNOWN = 'unknown';

/** A figure with so many digits; unknown is said, never shown as 0. */
export function figure(value, digits = 0) {
    return Number.isFinite(value) ? formats[digits].format(value) : UNKNOWN;
}

/** Both ends of an interval, or the one figure where they are the same as shown. */
export function range(low, high, digits = 0) {
    if (!Number.isFinite(low) && !Number.isFinite(high)) {
        return UNKNOWN;
    }
    const [from, to] = [figure(low, digits), figure(high, digits)];
    return from === to ? from : `${from} to ${to}`;
}

/** A probability in percent; a small one is not shown as none. */
export function percent(probability) {
    if (!Number.isFinite(probability)) {
        return UNKNOWN;
    }
    if (probability > 0 && probability < 0.005) {
        return '< 1 %';
    }
    return probability < 1 && probability >= 0.995 ? '> 99 %' : `${formats[0].format(probability * 100)} %`;
}

/** `3 sites`, `1 site`. */
export function counted(count, one, many = `${one}s`) {
    return `${formats[0].format(count)} ${count === 1 ? one : many}`;
}

/** A word of the data such as CONDITIONAL as people write it. */
export function word(text) {
    return text.toLowerCase().replaceAll('_', ' ');
}

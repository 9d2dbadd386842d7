/** Web Mercator, 0 to 1 from west to east and from north to south. */
export function mercatorX(lon) {
    return lon / 360 + 0.5;
}

export function mercatorY(lat) {
    const sine = Math.sin((lat * Math.PI) / 180);
    return 0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI;
}

export function latitude(y) {
    return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
}

export function longitude(x) {
    return (x - 0.5) * 360;
}

import {densityPicture} from './density.js';
import {ground} from './ground.js';

function pairs(line) {
    const points = [];
    for (let i = 0; i < line.length; i += 2) {
        points.push([line[i], line[i + 1]]);
    }
    return points;
}

function collection(features) {
    return {type: 'FeatureCollection', features};
}

/** The style of the map but for the sites themselves; it asks for nothing outside of the page. */
export function styleOf(sites) {
    const colors = ground();
    const sources = {
        outlines: {
            type: 'geojson',
            data: collection([
                {type: 'Feature', properties: {}, geometry: {type: 'MultiLineString', coordinates: sites.outlines.map(pairs)}},
            ]),
            tolerance: 0.2,
            maxzoom: 10,
        },
    };
    const layers = [
        {id: 'water', type: 'background', paint: {'background-color': colors.water}},
        {id: 'outlines', type: 'line', source: 'outlines', paint: {'line-color': colors.line, 'line-width': 0.9}},
    ];
    const {density} = sites.block;
    if (density) {
        const {canvas, corners} = densityPicture(density, colors.out);
        sources.density = {type: 'canvas', canvas, coordinates: corners, animate: false};
        layers.splice(1, 0, {id: 'density', type: 'raster', source: 'density', paint: {'raster-fade-duration': 0}});
    }
    return {version: 8, sources, layers};
}

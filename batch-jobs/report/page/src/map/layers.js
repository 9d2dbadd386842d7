import {densityPicture} from './density.js';
import {ground} from './ground.js';
import {labels} from './labels.js';

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

/** Labels of the top sites, the best first. */
export function labelsAsGeoJson(sites, places) {
    const {lon, lat} = sites.columns;
    return collection(
        labels(sites, places).map(({row, text}) => ({
            type: 'Feature',
            id: row,
            properties: {text, row},
            geometry: {type: 'Point', coordinates: [lon[row], lat[row]]},
        })),
    );
}

/** The style of the map; it asks for nothing outside of the page, and for no glyphs: the browser draws the letters. */
export function styleOf(sites, places) {
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
        labels: {type: 'geojson', data: labelsAsGeoJson(sites, places)},
    };
    const layers = [
        {id: 'water', type: 'background', paint: {'background-color': colors.water}},
        {id: 'outlines', type: 'line', source: 'outlines', paint: {'line-color': colors.line, 'line-width': 0.9}},
        {
            id: 'labels',
            type: 'symbol',
            source: 'labels',
            layout: {
                'text-field': ['get', 'text'],
                'text-font': ['sans-serif'],
                'text-size': 12.5,
                'text-variable-anchor': ['left', 'right', 'top', 'bottom', 'top-left', 'bottom-left', 'top-right', 'bottom-right'],
                'text-radial-offset': 0.9,
                'text-justify': 'auto',
                'text-max-width': 12,
                'symbol-sort-key': ['get', 'row'],
            },
            paint: {'text-color': colors.text, 'text-halo-color': colors.halo, 'text-halo-width': 1.5},
        },
    ];
    const {density} = sites.block;
    if (density) {
        const {canvas, corners} = densityPicture(density, colors.out);
        sources.density = {type: 'canvas', canvas, coordinates: corners, animate: false};
        layers.splice(1, 0, {id: 'density', type: 'raster', source: 'density', paint: {'raster-fade-duration': 0}});
    }
    return {version: 8, sources, layers};
}

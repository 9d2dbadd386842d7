import {css} from './scale.js';
import {densityPicture} from './density.js';
import {ground} from './ground.js';
import {labels} from './labels.js';

function pairs(line, isRing) {
    const points = [];
    for (let i = 0; i < line.length; i += 2) {
        points.push([line[i], line[i + 1]]);
    }
    if (isRing) {
        points.push(points[0]);
    }
    return points;
}

function collection(features) {
    return {type: 'FeatureCollection', features};
}

/** Areas; their id is the row. */
export function areasAsGeoJson(sites) {
    return collection(
        sites.areas.map(({row, polygons}) => ({
            type: 'Feature',
            id: row,
            properties: {},
            geometry: {type: 'MultiPolygon', coordinates: polygons.map((rings) => rings.map((ring) => pairs(ring, true)))},
        })),
    );
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
export function styleOf(sites, places, scale) {
    const colors = ground();
    const sources = {
        areas: {type: 'geojson', data: areasAsGeoJson(sites), tolerance: 0.2, buffer: 8, maxzoom: 10},
        outlines: {
            type: 'geojson',
            data: collection([
                {type: 'Feature', properties: {}, geometry: {type: 'MultiLineString', coordinates: sites.outlines.map((line) => pairs(line, false))}},
            ]),
            tolerance: 0.2,
            maxzoom: 10,
        },
        labels: {type: 'geojson', data: labelsAsGeoJson(sites, places)},
    };
    const layers = [
        {id: 'water', type: 'background', paint: {'background-color': colors.water}},
        {
            id: 'areas',
            type: 'fill',
            source: 'areas',
            paint: {
                'fill-color': ['to-color', ['feature-state', 'color'], css(colors.unknown)],
                'fill-opacity': ['number', ['feature-state', 'opacity'], 1],
                'fill-antialias': false,
            },
        },
        {
            id: 'area-lines',
            type: 'line',
            source: 'areas',
            paint: {'line-color': colors.edge, 'line-width': ['interpolate', ['linear'], ['zoom'], 3, 0.2, 8, 1]},
        },
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

/** Gives the areas their colours; those that the filter leaves out are pale. */
export function paintAreas(map, sites, places, scale) {
    const colors = ground();
    for (const {row} of sites.areas) {
        const isShown = places.isShown[row] === 1;
        const color = sites.isExcluded(row) ? colors.out : (scale.color(row) ?? colors.unknown);
        map.setFeatureState({source: 'areas', id: row}, {color: css(isShown ? color : colors.out), opacity: isShown ? 1 : 0.15});
    }
}

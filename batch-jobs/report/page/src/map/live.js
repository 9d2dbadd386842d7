import {Map as LibreMap, Marker, setWorkerCount, setWorkerUrl} from 'maplibre-gl';
import {mercatorX, mercatorY} from '../data/mercator.js';
import {el} from '../dom.js';
import {AreaLayer} from './areas.js';
import {ground} from './ground.js';
import {drawLabels} from './labels.js';
import {LineLayer} from './lines.js';
import {DensityLayer} from './picture.js';
import {PointLayer} from './points.js';

/** From this zoom on all sites are drawn, not only the first. */
const NEAR = 7;

/** Zoom at which a chosen site is looked at. */
const CLOSE = 7.5;

const PIXELS_OF_WORLD = 512;

/** MapLibre holds the view; all that is seen is drawn by layers of our own, over the colour of the frame. */
const NOTHING = {version: 8, sources: {}, layers: []};

/** MapLibre starts a worker that cuts tiles, and asks it now and then whether it lives. This map has no tiles: whatever is asked is answered by nothing. */
const WORKER = `onmessage = ({data: {id}}) => postMessage({id, type: '<response>', origin: location.origin, error: null, data: null});`;

/** The map by MapLibre. Throws where the browser has no WebGL 2. */
export class LiveMap {
    #sites;
    #places;
    #points;
    /** From the lowest to the uppermost. */
    #layers;
    #map;
    #marker;
    #labels;

    /**
     * @param {HTMLElement} host
     * @param {() => void} onReady called when the first picture is there
     */
    constructor(host, sites, places, most, scale, onReady) {
        this.#sites = sites;
        this.#places = places;
        setWorkerCount(1);
        setWorkerUrl(URL.createObjectURL(new Blob([WORKER], {type: 'text/javascript'})));
        const [west, south, east, north] = places.box;
        this.#map = new LibreMap({
            container: host,
            style: NOTHING,
            bounds: [west, south, east, north],
            fitBoundsOptions: {padding: 15, maxZoom: 11},
            maxZoom: 13,
            renderWorldCopies: false,
            attributionControl: false,
            dragRotate: false,
            pitchWithRotate: false,
            touchPitch: false,
            fadeDuration: 0,
            locale: {'Map.Title': 'Map of all sites; the table lists them'},
        });
        // The page scrolls with the wheel until somebody works with the map.
        this.#map.scrollZoom.disable();
        this.#map.on('mousedown', () => this.#map.scrollZoom.enable());
        this.#map.on('mouseout', () => this.#map.scrollZoom.disable());
        this.#map.touchZoomRotate.disableRotation();
        this.#map.keyboard.disableRotation();
        this.#points = new PointLayer(sites, places, most, () => this.#map.getZoom() < NEAR);
        this.#layers = [
            ...(sites.block.density ? [new DensityLayer(sites.block.density)] : []),
            new AreaLayer(sites, places, () => this.#map.getZoom()),
            new LineLayer(sites.outlines),
            this.#points,
        ];
        this.#fill(scale);
        // Once more when the graphics card comes back after a sleep.
        this.#map.on('style.load', () => this.#layers.forEach((layer) => this.#map.addLayer(layer)));
        this.#labels = el('canvas', {class: 'labels', 'aria-hidden': 'true'});
        host.append(this.#labels);
        this.#map.on('render', () => this.#label());
        this.#map.once('style.load', () => this.#map.once('render', onReady));
        this.#marker = new Marker({element: el('div', {class: 'ring'})});
    }

    /** Letters lie on a canvas of their own: the map would have to load glyphs. */
    #label() {
        const {width, height} = this.#map.getCanvas();
        const ratio = this.#map.getPixelRatio();
        const context = this.#labels.getContext('2d');
        if (this.#labels.width !== width || this.#labels.height !== height) {
            this.#labels.width = width;
            this.#labels.height = height;
        }
        context.setTransform(ratio, 0, 0, ratio, 0, 0);
        context.clearRect(0, 0, width, height);
        const {lon, lat} = this.#sites.columns;
        const at = (row) => {
            const {x, y} = this.#map.project([lon[row], lat[row]]);
            return [x, y];
        };
        drawLabels(context, this.#sites, this.#places, at, width / ratio, height / ratio, ground());
    }

    /** Draws what the filter shows, in the colours of the scale. */
    show(scale) {
        this.#fill(scale);
        this.#map.triggerRepaint();
    }

    #fill(scale) {
        this.#layers.forEach((layer) => layer.fill?.(scale));
    }

    mark(row) {
        if (row < 0) {
            this.#marker.remove();
        } else {
            this.#marker.setLngLat([this.#sites.columns.lon[row], this.#sites.columns.lat[row]]).addTo(this.#map);
        }
    }

    goTo(row) {
        const {lon, lat} = this.#sites.columns;
        const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
        const place = {center: [lon[row], lat[row]], zoom: Math.max(this.#map.getZoom(), CLOSE)};
        if (this.#map.getZoom() >= CLOSE || !this.#map.getBounds().contains(place.center)) {
            this.#map.easeTo({...place, duration: isStill ? 0 : 400});
        }
    }

    whole() {
        const [west, south, east, north] = this.#places.box;
        this.#map.fitBounds([west, south, east, north], {padding: 15, maxZoom: 11, duration: 0});
    }

    zoom(factor) {
        this.#map.zoomTo(this.#map.getZoom() + Math.log2(factor), {duration: 150});
    }

    /** The row at a place of the map, CSS pixels. */
    at(left, top) {
        const {lng, lat} = this.#map.unproject([left, top]);
        const zoom = this.#map.getZoom();
        return this.#places.at(
            mercatorX(lng),
            mercatorY(lat),
            10 / (PIXELS_OF_WORLD * 2 ** zoom),
            zoom < NEAR ? this.#points.most : Infinity,
        );
    }

    remove() {
        this.#map.remove();
    }
}

import {Map as LibreMap, Marker, setWorkerCount, setWorkerUrl} from 'maplibre-gl';
import workerText from 'worker-text:maplibre-gl/dist/maplibre-gl-worker.mjs';
import {el} from '../dom.js';
import {AreaLayer} from './areas.js';
import {ground} from './ground.js';
import {drawLabels} from './labels.js';
import {styleOf} from './layers.js';
import {mercatorX, mercatorY} from './mercator.js';
import {PointLayer} from './points.js';

/** From this zoom on all sites are drawn, not only the first. */
const NEAR = 7;

/** Zoom at which a chosen site is looked at. */
const CLOSE = 7.5;

const PIXELS_OF_WORLD = 512;

/** The map by MapLibre. Throws where the browser has no WebGL 2. */
export class LiveMap {
    #sites;
    #places;
    #points;
    #areas;
    #map;
    #marker;
    #labels;
    #isReady = false;

    /**
     * @param {HTMLElement} host
     * @param {() => void} onReady called when the first picture is there
     */
    constructor(host, sites, places, most, scale, onReady) {
        this.#sites = sites;
        this.#places = places;
        setWorkerCount(1);
        setWorkerUrl(URL.createObjectURL(new Blob([workerText], {type: 'text/javascript'})));
        const [west, south, east, north] = places.box;
        this.#map = new LibreMap({
            container: host,
            style: styleOf(sites),
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
        this.#areas = new AreaLayer(sites, places, () => this.#map.getZoom());
        this.#points.fill(scale);
        this.#areas.fill(scale);
        this.#map.once('style.load', () => this.#addSites());
        this.#labels = el('canvas', {class: 'labels', 'aria-hidden': 'true'});
        host.append(this.#labels);
        this.#map.on('render', () => this.#label());
        this.#map.once('idle', onReady);
        this.#marker = new Marker({element: el('div', {class: 'ring'})});
    }

    #addSites() {
        this.#map.addLayer(this.#areas, 'outlines');
        this.#map.addLayer(this.#points);
        this.#isReady = true;
    }

    /** Letters lie on a canvas of their own: the map would have to load glyphs. */
    #label() {
        const {clientWidth: width, clientHeight: height} = this.#map.getCanvas();
        this.#labels.width = width * devicePixelRatio;
        this.#labels.height = height * devicePixelRatio;
        const context = this.#labels.getContext('2d');
        context.scale(devicePixelRatio, devicePixelRatio);
        const {lon, lat} = this.#sites.columns;
        const at = (row) => {
            const {x, y} = this.#map.project([lon[row], lat[row]]);
            return [x, y];
        };
        drawLabels(context, this.#sites, this.#places, at, width, height, ground());
    }

    /** Draws what the filter shows, in the colours of the scale. */
    show(scale) {
        this.#points.fill(scale);
        this.#areas.fill(scale);
        if (this.#isReady) {
            this.#map.triggerRepaint();
        }
    }

    /** Draws in the colours of the other theme. */
    recolor(scale) {
        this.#isReady = false;
        this.#map.setStyle(styleOf(this.#sites), {diff: false});
        this.#map.once('style.load', () => {
            this.#addSites();
            this.show(scale);
        });
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

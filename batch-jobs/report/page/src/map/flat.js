import {mercatorX, mercatorY} from '../data/mercator.js';
import {densityPicture} from './density.js';
import {ground} from './ground.js';
import {drawLabels} from './labels.js';
import {css} from './scale.js';
import {drawSymbol, smaller, symbolOf} from './symbols.js';

const LARGEST = 4e6;

/** Of a map for paper, CSS pixels, and how many pixels of paper each has. */
const PAPER = {width: 760, height: 400, ratio: 3};

/** The map on a 2D canvas: there at once, on paper, and all that there is where a browser has no WebGL. */
export class FlatMap {
    #sites;
    #places;
    #most;
    #scale;
    #marked = -1;
    #view = null;
    #isForPaper;
    #waiting = 0;
    canvas = document.createElement('canvas');
    /** Whether another map lies over this one, which then draws nothing. */
    isCovered = false;

    /** @param {boolean} isForPaper whether it has the size and the colours of paper, and draws only when it is told to */
    constructor(sites, places, most, isForPaper = false) {
        this.#isForPaper = isForPaper;
        this.#sites = sites;
        this.#places = places;
        this.#most = most;
        this.canvas.className = 'flat';
        this.canvas.setAttribute('role', 'img');
        this.canvas.setAttribute('aria-label', 'Map of all sites; the table lists them');
        if (!isForPaper) {
            new ResizeObserver(() => this.#later()).observe(this.canvas);
        }
    }

    #size() {
        const {clientWidth, clientHeight} = this.canvas;
        return this.#isForPaper ? PAPER : {width: clientWidth, height: clientHeight, ratio: devicePixelRatio};
    }

    show(scale) {
        this.#scale = scale;
        this.#later();
    }

    /** Draws now, as paper does not wait. */
    print(scale) {
        this.#scale = scale;
        this.#draw();
    }

    mark(row) {
        this.#marked = row;
        this.#later();
    }

    whole() {
        this.#view = null;
        this.#later();
    }

    zoom(factor) {
        const view = this.#current();
        this.#view = {...view, scale: Math.min(LARGEST, view.scale * factor)};
        this.#later();
    }

    pan(dx, dy) {
        const view = this.#current();
        this.#view = {...view, x: view.x - dx / view.scale, y: view.y - dy / view.scale};
        this.#later();
    }

    goTo(row) {
        const view = this.#current();
        if (this.#view) {
            this.#view = {...view, x: this.#places.x[row], y: this.#places.y[row]};
            this.#later();
        }
    }

    /** The row at a place of the canvas, CSS pixels. */
    at(left, top) {
        const {x, y, scale} = this.#current();
        return this.#places.at(
            x + (left - this.canvas.clientWidth / 2) / scale,
            y + (top - this.canvas.clientHeight / 2) / scale,
            10 / scale,
            this.#most,
        );
    }

    #current() {
        if (this.#view) {
            return this.#view;
        }
        const [west, south, east, north] = this.#places.box;
        const [left, right, top, bottom] = [mercatorX(west), mercatorX(east), mercatorY(north), mercatorY(south)];
        const {width, height} = this.#size();
        return {
            x: (left + right) / 2,
            y: (top + bottom) / 2,
            scale: Math.min(LARGEST, (width - 30) / (right - left || 1e-4), (height - 30) / (bottom - top || 1e-4)),
        };
    }

    #later() {
        cancelAnimationFrame(this.#waiting);
        this.#waiting = requestAnimationFrame(() => this.#draw());
    }

    #draw() {
        const {width, height, ratio} = this.#size();
        if (this.isCovered || !width || !this.#scale) {
            return;
        }
        this.canvas.width = width * ratio;
        this.canvas.height = height * ratio;
        const context = this.canvas.getContext('2d');
        context.scale(ratio, ratio);
        const view = this.#current();
        const toX = (x) => width / 2 + (x - view.x) * view.scale;
        const toY = (y) => height / 2 + (y - view.y) * view.scale;
        const colors = this.#isForPaper ? ground(false) : ground();
        context.fillStyle = this.#isForPaper ? '#ffffff' : colors.water;
        context.fillRect(0, 0, width, height);
        const trace = (line, isRing) => {
            for (let i = 0; i < line.length; i += 2) {
                const [left, top] = [toX(line[i]), toY(line[i + 1])];
                i ? context.lineTo(left, top) : context.moveTo(left, top);
            }
            if (isRing) {
                context.closePath();
            }
        };
        this.#drawDensity(context, toX, toY, colors);
        for (const area of this.#sites.areas) {
            context.beginPath();
            area.polygons.forEach((rings) => rings.forEach((ring) => trace(ring, true)));
            context.fillStyle = this.#places.isShown[area.row] ? this.#fill(area.row, colors) : css(colors.out, 0.15);
            context.fill('evenodd');
            context.strokeStyle = colors.edge;
            context.lineWidth = 0.3;
            context.stroke();
        }
        context.beginPath();
        this.#sites.outlines.forEach((line) => trace(line, false));
        context.strokeStyle = colors.line;
        context.lineWidth = 0.8;
        context.stroke();
        this.#drawPoints(context, toX, toY, colors, width);
        const {x, y} = this.#places;
        drawLabels(context, this.#sites, this.#places, (row) => [toX(x[row]), toY(y[row])], width, height, colors);
    }

    #fill(row, colors) {
        return css(this.#sites.isExcluded(row) ? colors.out : (this.#scale.color(row) ?? colors.unknown));
    }

    #drawDensity(context, toX, toY, colors) {
        const {density} = this.#sites.block;
        if (density) {
            const {canvas, box} = densityPicture(density, colors.out);
            const [left, top, right, bottom] = [toX(box[0]), toY(box[1]), toX(box[2]), toY(box[3])];
            context.drawImage(canvas, left, top, right - left, bottom - top);
        }
    }

    #drawPoints(context, toX, toY, colors, width) {
        const {x, y, isShown} = this.#places;
        const rows = [];
        for (let row = 0; row < this.#sites.count && rows.length < this.#most; row++) {
            if (isShown[row] && !this.#places.area(row)) {
                rows.push(row);
            }
        }
        for (const row of rows.reverse()) {
            const {shape, size} = symbolOf(this.#sites, row);
            drawSymbol(context, shape, toX(x[row]), toY(y[row]), size * smaller(width), this.#fill(row, colors), colors.edge);
        }
        if (this.#marked >= 0) {
            context.beginPath();
            context.arc(toX(x[this.#marked]), toY(y[this.#marked]), 12, 0, 2 * Math.PI);
            context.strokeStyle = colors.ring;
            context.lineWidth = 3;
            context.stroke();
        }
    }
}

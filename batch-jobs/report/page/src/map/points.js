import {ground} from './ground.js';
import {attribute, drawFlat, programOf} from './program.js';
import {bytesOf} from './scale.js';
import {smaller, symbolOf} from './symbols.js';

const VERTEX = `#version 300 es
uniform mat4 matrix;
uniform float ratio;
in vec2 place;
in vec4 color;
in vec2 kind;
out vec4 fill;
out float size;
flat out int shape;
void main() {
    gl_Position = matrix * vec4(place, 0.0, 1.0);
    size = kind.y * ratio;
    gl_PointSize = size + 2.0;
    fill = color;
    shape = int(kind.x);
}`;

const FRAGMENT = `#version 300 es
precision mediump float;
uniform vec4 edge;
in vec4 fill;
in float size;
flat in int shape;
out vec4 pixel;
void main() {
    vec2 at = abs((gl_PointCoord - 0.5) * (size + 2.0));
    float reach = size * 0.5;
    float distance = shape == 1 ? at.x + at.y - reach : length(at) - reach * 0.9;
    if (shape == 2) {
        distance = max(abs(at.x - at.y) - 1.1, max(at.x, at.y) - reach * 0.7);
        float seen = clamp(0.5 - distance, 0.0, 1.0) * fill.a;
        pixel = vec4(fill.rgb * seen, seen);
        return;
    }
    float inside = clamp(0.5 - distance, 0.0, 1.0);
    vec4 shown = mix(fill, edge, clamp(distance + 1.5, 0.0, 1.0));
    pixel = vec4(shown.rgb * inside, inside) * shown.a;
}`;

/** Bytes of a point: two floats for its place, four bytes of colour, shape and size; and where in four numbers its colour stands. */
const STRIDE = 16;
const NUMBERS = 4;
const COLOR = 2;

/**
 * A layer of MapLibre that draws sites as symbols straight from their columns: no object a site, and no tiles that a worker has to cut.
 */
export class PointLayer {
    id = 'points';
    type = 'custom';
    #places;
    /** Rows that are points, the best last, so that they lie on top. @type {Int32Array} */
    #rows;
    /** All of them, and after them those that the filter shows. */
    #all;
    #shown;
    #scale = null;
    #count = 0;
    #best = 0;
    #isStale = true;

    /** @param {() => boolean} isFar whether the map is so far out that only the first are drawn */
    constructor(sites, places, most, isFar) {
        this.#places = places;
        this.#rows = rowsOf(sites, places);
        this.#all = pointsOf(this.#rows, sites, places);
        this.#shown = new Uint32Array(this.#all.length);
        this.most = most;
        this.isFar = isFar;
    }

    /** Takes what is shown, and the colours, anew. */
    fill(scale) {
        const rows = this.#rows;
        const all = this.#all;
        const shown = this.#shown;
        const {isShown} = this.#places;
        if (scale !== this.#scale) {
            this.#scale = scale;
            rows.forEach((row, i) => (all[i * NUMBERS + COLOR] = scale.bytes[row]));
        }
        let count = 0;
        for (let i = 0; i < rows.length; i++) {
            if (isShown[rows[i]]) {
                for (let part = 0; part < NUMBERS; part++) {
                    shown[count * NUMBERS + part] = all[i * NUMBERS + part];
                }
                count++;
            }
        }
        this.#count = count;
        this.#best = Math.min(count, this.most);
        this.#isStale = true;
    }

    onAdd(map, gl) {
        this.program = programOf(gl, VERTEX, FRAGMENT);
        this.array = gl.createVertexArray();
        this.buffer = gl.createBuffer();
        gl.bindVertexArray(this.array);
        gl.bindBuffer(gl.ARRAY_BUFFER, this.buffer);
        attribute(gl, this.program, 'place', 2, gl.FLOAT, false, STRIDE, 0);
        attribute(gl, this.program, 'color', 4, gl.UNSIGNED_BYTE, true, STRIDE, 8);
        attribute(gl, this.program, 'kind', 2, gl.UNSIGNED_BYTE, false, STRIDE, 12);
        gl.bindVertexArray(null);
        this.#isStale = true;
    }

    render(gl, input) {
        gl.useProgram(this.program);
        gl.bindVertexArray(this.array);
        if (this.#isStale) {
            gl.bindBuffer(gl.ARRAY_BUFFER, this.buffer);
            gl.bufferData(gl.ARRAY_BUFFER, this.#shown.subarray(0, this.#count * NUMBERS), gl.DYNAMIC_DRAW);
            this.#isStale = false;
        }
        gl.uniformMatrix4fv(gl.getUniformLocation(this.program, 'matrix'), false, input.defaultProjectionData.mainMatrix);
        gl.uniform1f(gl.getUniformLocation(this.program, 'ratio'), devicePixelRatio * smaller(gl.drawingBufferWidth / devicePixelRatio));
        gl.uniform4f(gl.getUniformLocation(this.program, 'edge'), ...ground().edgeLight, 1);
        drawFlat(gl);
        const drawn = this.isFar() ? this.#best : this.#count;
        gl.drawArrays(gl.POINTS, this.#count - drawn, drawn);
        gl.bindVertexArray(null);
    }
}

function rowsOf(sites, places) {
    const rows = [];
    for (let row = sites.count - 1; row >= 0; row--) {
        if (!places.area(row) && places.x[row] === places.x[row]) {
            rows.push(row);
        }
    }
    return Int32Array.from(rows);
}

/** Place, shape and size of each; the colour is filled in by the scale. */
function pointsOf(rows, sites, {x, y}) {
    const points = new Uint32Array(rows.length * NUMBERS);
    const floats = new Float32Array(points.buffer);
    rows.forEach((row, i) => {
        const {shape, size} = symbolOf(sites, row);
        floats[i * NUMBERS] = x[row];
        floats[i * NUMBERS + 1] = y[row];
        points[i * NUMBERS + 3] = bytesOf([shape, size, 0]);
    });
    return points;
}

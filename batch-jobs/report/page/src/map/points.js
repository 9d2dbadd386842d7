import {ground} from './ground.js';
import {attribute, drawFlat, programOf} from './program.js';
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

/** Bytes of a point: two floats for its place, four bytes of colour, shape and size. */
const STRIDE = 16;

/**
 * A layer of MapLibre that draws sites as symbols straight from their columns: no object a site, and no tiles that a worker has to cut.
 */
export class PointLayer {
    id = 'points';
    type = 'custom';
    #sites;
    #places;
    #bytes;
    #count = 0;
    #best = 0;
    #isStale = true;

    /** @param {() => boolean} isFar whether the map is so far out that only the first are drawn */
    constructor(sites, places, most, isFar) {
        this.#sites = sites;
        this.#places = places;
        this.#bytes = new ArrayBuffer(sites.count * STRIDE);
        this.most = most;
        this.isFar = isFar;
    }

    /** Takes what is shown, and the colours, anew. */
    fill(scale) {
        const {x, y, isShown} = this.#places;
        const colors = ground();
        const floats = new Float32Array(this.#bytes);
        const bytes = new Uint8Array(this.#bytes);
        let count = 0;
        // The best last, so that they lie on top.
        for (let row = this.#sites.count - 1; row >= 0; row--) {
            if (!isShown[row] || this.#places.area(row) || x[row] !== x[row]) {
                continue;
            }
            const {shape, size} = symbolOf(this.#sites, row);
            const color = this.#sites.isExcluded(row) ? colors.out : (scale.color(row) ?? colors.unknown);
            floats[count * 4] = x[row];
            floats[count * 4 + 1] = y[row];
            const at = count * STRIDE + 8;
            bytes[at] = color[0];
            bytes[at + 1] = color[1];
            bytes[at + 2] = color[2];
            bytes[at + 3] = 255;
            bytes[at + 4] = shape;
            bytes[at + 5] = size;
            count++;
        }
        this.#count = count;
        this.#best = Math.min(count, this.most);
        this.#isStale = true;
    }

    onAdd(map, gl) {
        this.program = programOf(gl, VERTEX, FRAGMENT);
        this.array = gl.createVertexArray();
        this.buffer = gl.createBuffer();
        this.#isStale = true;
    }

    render(gl, input) {
        gl.useProgram(this.program);
        gl.bindVertexArray(this.array);
        gl.bindBuffer(gl.ARRAY_BUFFER, this.buffer);
        if (this.#isStale) {
            gl.bufferData(gl.ARRAY_BUFFER, this.#bytes, gl.STATIC_DRAW);
            attribute(gl, this.program, 'place', 2, gl.FLOAT, false, STRIDE, 0);
            attribute(gl, this.program, 'color', 4, gl.UNSIGNED_BYTE, true, STRIDE, 8);
            attribute(gl, this.program, 'kind', 2, gl.UNSIGNED_BYTE, false, STRIDE, 12);
            this.#isStale = false;
        }
        gl.uniformMatrix4fv(gl.getUniformLocation(this.program, 'matrix'), false, input.defaultProjectionData.mainMatrix);
        gl.uniform1f(gl.getUniformLocation(this.program, 'ratio'), devicePixelRatio * smaller(gl.canvas.clientWidth));
        gl.uniform4f(gl.getUniformLocation(this.program, 'edge'), ...ground().edgeLight, 1);
        drawFlat(gl);
        const drawn = this.isFar() ? this.#best : this.#count;
        gl.drawArrays(gl.POINTS, this.#count - drawn, drawn);
        gl.bindVertexArray(null);
    }
}

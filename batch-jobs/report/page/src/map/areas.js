import earcut from 'earcut';
import {ground} from './ground.js';
import {attribute, drawFlat, programOf} from './program.js';
import {bytesOf} from './scale.js';

const VERTEX = `#version 300 es
uniform mat4 matrix;
in vec2 place;
in vec4 color;
out vec4 fill;
void main() {
    gl_Position = matrix * vec4(place, 0.0, 1.0);
    fill = color;
}`;

const FRAGMENT = `#version 300 es
precision mediump float;
uniform vec4 edge;
in vec4 fill;
out vec4 pixel;
void main() {
    vec4 shown = edge.a > 0.0 ? edge : fill;
    pixel = vec4(shown.rgb * shown.a, shown.a);
}`;

/** How much of an area is seen that the filter leaves out, of 255. */
const PALE = 40;

/** Longest and shortest share of light of the lines between areas, by zoom. */
const LINES = {from: 3, until: 7, least: 0.25, most: 0.8};

/** Steps of the grid on which the middles of lines are told apart, over the world; two numbers of it are exact as one. */
const GRID = 2 ** 26;

/** A layer of MapLibre that fills the areas: triangles that are cut once, and a colour a corner. */
export class AreaLayer {
    id = 'areas';
    type = 'custom';
    #sites;
    #places;
    #mesh;
    /** A colour a corner. @type {Uint32Array} */
    #colors;
    #isStale = true;

    /** @param {() => number} zoom */
    constructor(sites, places, zoom) {
        this.#sites = sites;
        this.#places = places;
        this.zoom = zoom;
        this.#mesh = meshOf(sites.areas);
        this.#colors = new Uint32Array(this.#mesh.corners.length / 2);
    }

    /** Takes what is shown, and the colours, anew. */
    fill(scale) {
        const {bytes} = scale;
        const pale = bytesOf(ground().out, PALE);
        const {starts} = this.#mesh;
        this.#sites.areas.forEach(({row}, i) => this.#colors.fill(this.#places.isShown[row] ? bytes[row] : pale, starts[i], starts[i + 1]));
        this.#isStale = true;
    }

    onAdd(map, gl) {
        this.program = programOf(gl, VERTEX, FRAGMENT);
        this.array = gl.createVertexArray();
        gl.bindVertexArray(this.array);
        gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
        gl.bufferData(gl.ARRAY_BUFFER, this.#mesh.corners, gl.STATIC_DRAW);
        attribute(gl, this.program, 'place', 2, gl.FLOAT, false, 0, 0);
        this.colorBuffer = gl.createBuffer();
        gl.bindBuffer(gl.ARRAY_BUFFER, this.colorBuffer);
        gl.bufferData(gl.ARRAY_BUFFER, this.#colors, gl.DYNAMIC_DRAW);
        attribute(gl, this.program, 'color', 4, gl.UNSIGNED_BYTE, true, 0, 0);
        gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
        gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, this.#mesh.indexes, gl.STATIC_DRAW);
        gl.bindVertexArray(null);
        this.#isStale = false;
    }

    render(gl, input) {
        const {triangles, indexes} = this.#mesh;
        gl.useProgram(this.program);
        gl.bindVertexArray(this.array);
        if (this.#isStale) {
            gl.bindBuffer(gl.ARRAY_BUFFER, this.colorBuffer);
            gl.bufferData(gl.ARRAY_BUFFER, this.#colors, gl.DYNAMIC_DRAW);
            this.#isStale = false;
        }
        gl.uniformMatrix4fv(gl.getUniformLocation(this.program, 'matrix'), false, input.defaultProjectionData.mainMatrix);
        drawFlat(gl);
        const edge = gl.getUniformLocation(this.program, 'edge');
        gl.uniform4f(edge, 0, 0, 0, 0);
        gl.drawElements(gl.TRIANGLES, triangles, gl.UNSIGNED_INT, 0);
        const share = Math.min(1, Math.max(0, (this.zoom() - LINES.from) / (LINES.until - LINES.from)));
        gl.uniform4f(edge, ...ground().edgeLight, LINES.least + share * (LINES.most - LINES.least));
        gl.drawElements(gl.LINES, indexes.length - triangles, gl.UNSIGNED_INT, triangles * 4);
        gl.bindVertexArray(null);
    }
}

/** Corners in Mercator, the triangles between them and behind these the lines around, and where the corners of each area begin. */
function meshOf(areas) {
    const corners = [];
    const triangles = [];
    const lines = [];
    const middles = new Set();
    const starts = new Uint32Array(areas.length + 1);
    areas.forEach(({polygons}, i) => {
        starts[i] = corners.length / 2;
        for (const rings of polygons) {
            const first = corners.length / 2;
            const flat = [];
            const holes = [];
            for (const ring of rings) {
                const begin = flat.length / 2;
                if (begin) {
                    holes.push(begin);
                }
                for (let k = 0; k < ring.length; k += 2) {
                    const next = k + 2 < ring.length ? k + 2 : 0;
                    flat.push(ring[k], ring[k + 1]);
                    // Neighbours share their points, and a line is drawn once.
                    const middle = Math.round(((ring[k] + ring[next]) / 2) * GRID) * GRID + Math.round(((ring[k + 1] + ring[next + 1]) / 2) * GRID);
                    if (!middles.has(middle)) {
                        middles.add(middle);
                        lines.push(first + begin + k / 2, first + begin + next / 2);
                    }
                }
            }
            for (const corner of earcut(flat, holes)) {
                triangles.push(first + corner);
            }
            for (const value of flat) {
                corners.push(value);
            }
        }
    });
    starts[areas.length] = corners.length / 2;
    const indexes = new Uint32Array(triangles.length + lines.length);
    indexes.set(triangles);
    indexes.set(lines, triangles.length);
    return {corners: new Float32Array(corners), indexes, triangles: triangles.length, starts};
}

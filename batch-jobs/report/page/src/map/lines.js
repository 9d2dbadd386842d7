import {ground} from './ground.js';
import {attribute, drawFlat, programOf} from './program.js';

/** Width of a line, CSS pixels. */
const WIDTH = 0.9;

const VERTEX = `#version 300 es
uniform mat4 matrix;
uniform vec2 screen;
uniform float reach;
in vec2 begin;
in vec2 end;
out float across;
void main() {
    vec4 from = matrix * vec4(begin, 0.0, 1.0);
    vec4 to = matrix * vec4(end, 0.0, 1.0);
    vec2 along = normalize((to.xy / to.w - from.xy / from.w) * screen);
    vec4 place = gl_VertexID % 4 < 2 ? from : to;
    across = gl_VertexID % 2 == 0 ? reach : -reach;
    gl_Position = place + vec4(vec2(-along.y, along.x) * across * 2.0 / screen * place.w, 0.0, 0.0);
}`;

const FRAGMENT = `#version 300 es
precision mediump float;
uniform vec3 color;
uniform highp float reach;
in float across;
out vec4 pixel;
void main() {
    float seen = clamp(reach - abs(across), 0.0, 1.0);
    pixel = vec4(color * seen, seen);
}`;

/** A piece between two points has four corners, and each of them the places of both points, as graphics in software draw many instances slowly. */
const CORNERS = 4;
const STRIDE = 16;

/** The two triangles between the corners. */
const TRIANGLES = [0, 1, 2, 2, 1, 3];

/** A layer of MapLibre that draws lines: each piece a strip that is as wide at every zoom. */
export class LineLayer {
    id = 'outlines';
    type = 'custom';
    #corners;
    #indexes;

    /** @param {Float64Array[]} lines in Mercator */
    constructor(lines) {
        const corners = [];
        const indexes = [];
        for (const line of lines) {
            for (let k = 2; k < line.length; k += 2) {
                if (line[k] !== line[k - 2] || line[k + 1] !== line[k - 1]) {
                    const first = (corners.length * 4) / STRIDE;
                    for (let corner = 0; corner < CORNERS; corner++) {
                        corners.push(line[k - 2], line[k - 1], line[k], line[k + 1]);
                    }
                    for (const corner of TRIANGLES) {
                        indexes.push(first + corner);
                    }
                }
            }
        }
        this.#corners = new Float32Array(corners);
        this.#indexes = new Uint32Array(indexes);
    }

    onAdd(map, gl) {
        this.program = programOf(gl, VERTEX, FRAGMENT);
        this.array = gl.createVertexArray();
        gl.bindVertexArray(this.array);
        gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
        gl.bufferData(gl.ARRAY_BUFFER, this.#corners, gl.STATIC_DRAW);
        attribute(gl, this.program, 'begin', 2, gl.FLOAT, false, STRIDE, 0);
        attribute(gl, this.program, 'end', 2, gl.FLOAT, false, STRIDE, 8);
        gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
        gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, this.#indexes, gl.STATIC_DRAW);
        gl.bindVertexArray(null);
    }

    render(gl, input) {
        const place = (name) => gl.getUniformLocation(this.program, name);
        gl.useProgram(this.program);
        gl.bindVertexArray(this.array);
        gl.uniformMatrix4fv(place('matrix'), false, input.defaultProjectionData.mainMatrix);
        gl.uniform2f(place('screen'), gl.drawingBufferWidth, gl.drawingBufferHeight);
        gl.uniform1f(place('reach'), (WIDTH * devicePixelRatio) / 2 + 0.5);
        gl.uniform3f(place('color'), ...ground().lineLight);
        drawFlat(gl);
        gl.drawElements(gl.TRIANGLES, this.#indexes.length, gl.UNSIGNED_INT, 0);
        gl.bindVertexArray(null);
    }
}

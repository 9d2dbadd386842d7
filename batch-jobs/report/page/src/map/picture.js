import {densityPicture} from './density.js';
import {ground} from './ground.js';
import {attribute, drawFlat, programOf} from './program.js';

const VERTEX = `#version 300 es
uniform mat4 matrix;
in vec2 place;
in vec2 part;
out vec2 at;
void main() {
    gl_Position = matrix * vec4(place, 0.0, 1.0);
    at = part;
}`;

const FRAGMENT = `#version 300 es
precision mediump float;
uniform sampler2D picture;
in vec2 at;
out vec4 pixel;
void main() {
    pixel = texture(picture, at);
}`;

/** Bytes of a corner: its place on the map and in the picture. */
const STRIDE = 16;

/** A layer of MapLibre with the picture that says how many sites lie where. */
export class DensityLayer {
    id = 'density';
    type = 'custom';
    #density;
    #picture;
    #isStale = true;

    constructor(density) {
        this.#density = density;
    }

    /** Takes the colour of the theme. */
    fill() {
        const picture = densityPicture(this.#density, ground().out);
        this.#isStale ||= picture !== this.#picture;
        this.#picture = picture;
    }

    onAdd(map, gl) {
        const [west, north, east, south] = this.#picture.box;
        this.program = programOf(gl, VERTEX, FRAGMENT);
        this.texture = gl.createTexture();
        this.array = gl.createVertexArray();
        gl.bindVertexArray(this.array);
        gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
        gl.bufferData(
            gl.ARRAY_BUFFER,
            new Float32Array([west, north, 0, 0, east, north, 1, 0, west, south, 0, 1, east, south, 1, 1]),
            gl.STATIC_DRAW,
        );
        attribute(gl, this.program, 'place', 2, gl.FLOAT, false, STRIDE, 0);
        attribute(gl, this.program, 'part', 2, gl.FLOAT, false, STRIDE, 8);
        gl.bindVertexArray(null);
        this.#isStale = true;
    }

    render(gl, input) {
        gl.useProgram(this.program);
        gl.bindVertexArray(this.array);
        gl.activeTexture(gl.TEXTURE0);
        gl.bindTexture(gl.TEXTURE_2D, this.texture);
        if (this.#isStale) {
            gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
            gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, this.#picture.canvas);
            for (const [name, value] of [
                [gl.TEXTURE_MIN_FILTER, gl.LINEAR],
                [gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE],
                [gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE],
            ]) {
                gl.texParameteri(gl.TEXTURE_2D, name, value);
            }
            this.#isStale = false;
        }
        gl.uniformMatrix4fv(gl.getUniformLocation(this.program, 'matrix'), false, input.defaultProjectionData.mainMatrix);
        drawFlat(gl);
        gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
        gl.bindVertexArray(null);
    }
}

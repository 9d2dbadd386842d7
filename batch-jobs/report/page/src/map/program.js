/** A program of WebGL 2 from its two shaders. */
export function programOf(gl, vertex, fragment) {
    const program = gl.createProgram();
    for (const [type, text] of [
        [gl.VERTEX_SHADER, vertex],
        [gl.FRAGMENT_SHADER, fragment],
    ]) {
        const shader = gl.createShader(type);
        gl.shaderSource(shader, text);
        gl.compileShader(shader);
        gl.attachShader(program, shader);
    }
    gl.linkProgram(program);
    return program;
}

/** Says where an attribute lies in the buffer that is bound. */
export function attribute(gl, program, name, size, type, isNormalized, stride, offset) {
    const place = gl.getAttribLocation(program, name);
    gl.enableVertexAttribArray(place);
    gl.vertexAttribPointer(place, size, type, isNormalized, stride, offset);
}

/** Colours with their share of light as they are, drawn over what is there; nothing else hides them. */
export function drawFlat(gl) {
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.disable(gl.DEPTH_TEST);
    gl.disable(gl.STENCIL_TEST);
    gl.disable(gl.CULL_FACE);
}

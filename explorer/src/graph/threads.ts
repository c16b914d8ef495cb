// How sigma draws thousands of links: hair lines without heads, dashed by certainty; cheap, also without a graphics card.

import { EdgeProgram, type EdgeProgramType } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import type { LineData } from "./lines";
import { LINES } from "./scene";

const VERTEX = `
attribute vec2 a_source;
attribute vec2 a_target;
attribute vec4 a_color;
attribute float a_kind;
attribute float a_end;
uniform mat3 u_matrix;
uniform float u_pixelRatio;
uniform vec2 u_dimensions;
varying vec4 v_color;
varying float v_along;
varying float v_kind;

void main() {
  vec2 source = (u_matrix * vec3(a_source, 1.0)).xy;
  vec2 target = (u_matrix * vec3(a_target, 1.0)).xy;
  gl_Position = vec4(mix(source, target, a_end), 0, 1);
  v_along = a_end * length((target - source) * 0.5 * u_dimensions) / u_pixelRatio;
  v_kind = a_kind;
  v_color = vec4(a_color.rgb, 1.0) * a_color.a * (255.0 / 254.0);
}`;

const FRAGMENT = `
precision highp float;
varying vec4 v_color;
varying float v_along;
varying float v_kind;

void main() {
  float gap = 0.0;
  if (v_kind > 0.5 && v_kind < 3.5) {
    if (v_kind < 1.5) gap = step(8.0, mod(v_along, 12.0));
    else if (v_kind < 2.5) gap = step(5.0, mod(v_along, 9.0));
    else gap = step(1.5, mod(v_along, 4.0));
  }
  gl_FragColor = v_color * (1.0 - gap);
}`;

const UNIFORMS = ["u_matrix", "u_pixelRatio", "u_dimensions"] as const;

export const Threads = class extends EdgeProgram<(typeof UNIFORMS)[number]> {
  getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, LINES: METHOD } = WebGL2RenderingContext;
    return {
      VERTICES: 2,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD,
      UNIFORMS,
      ATTRIBUTES: [
        { name: "a_source", size: 2, type: FLOAT },
        { name: "a_target", size: 2, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_kind", size: 1, type: FLOAT },
        { name: "a_end", size: 1, type: FLOAT },
      ],
    };
  }

  processVisibleItem(_id: number, at: number, source: NodeDisplayData, target: NodeDisplayData, data: EdgeDisplayData) {
    const array = this.array;
    const color = floatColor(data.color);
    const kind = LINES.indexOf((data as LineData).line);
    for (let end = 0; end < 2; end++) {
      array[at++] = source.x;
      array[at++] = source.y;
      array[at++] = target.x;
      array[at++] = target.y;
      array[at++] = color;
      array[at++] = kind;
      array[at++] = end;
    }
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: Parameters<EdgeProgram["setUniforms"]>[1]) {
    gl.uniformMatrix3fv(uniformLocations.u_matrix!, false, params.matrix);
    gl.uniform1f(uniformLocations.u_pixelRatio!, params.pixelRatio);
    gl.uniform2f(uniformLocations.u_dimensions!, params.width * params.pixelRatio, params.height * params.pixelRatio);
  }
} as unknown as EdgeProgramType;

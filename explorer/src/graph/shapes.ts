// How sigma draws spots: people as discs, organisations as discs with a ring in them, works as diamonds.

import { NodeProgram, type NodeProgramType } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import type { Kind } from "../data";

export interface ShapeData extends NodeDisplayData {
  kind: Kind;
  ground: string;
}

const SHAPES: Record<Kind, number> = { person: 0, organization: 1, work: 2 };

const VERTEX = `
attribute vec2 a_place;
attribute float a_radius;
attribute float a_shape;
attribute vec4 a_color;
attribute vec4 a_ground;
attribute vec4 a_id;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
uniform vec2 u_dimensions;
varying vec4 v_color;
varying vec4 v_ground;
varying vec2 v_off;
varying float v_radius;
varying float v_shape;
varying float v_pixel;

void main() {
  v_pixel = u_pixelRatio;
  v_radius = a_radius / u_sizeRatio * u_pixelRatio;
  v_shape = a_shape;
  v_off = a_corner * (v_radius * 1.25 + 2.0 * u_pixelRatio);
  vec2 place = ((u_matrix * vec3(a_place, 1.0)).xy + 1.0) * 0.5 * u_dimensions + v_off;
  gl_Position = vec4(place / u_dimensions * 2.0 - 1.0, 0, 1);
  v_ground = vec4(a_ground.rgb, 1.0);
  v_color = vec4(a_color.rgb, 1.0);
  #ifdef PICKING_MODE
  v_color = a_id;
  v_color.a *= 255.0 / 254.0;
  #endif
}`;

const FRAGMENT = `
precision highp float;
varying vec4 v_color;
varying vec4 v_ground;
varying vec2 v_off;
varying float v_radius;
varying float v_shape;
varying float v_pixel;

void main() {
  float out_ = length(v_off) - v_radius;
  if (v_shape > 1.5) out_ = (abs(v_off.x) + abs(v_off.y) - 1.25 * v_radius) * 0.7071;
  #ifdef PICKING_MODE
  if (out_ > 2.0 * v_pixel) discard;
  gl_FragColor = v_color;
  #else
  float rim = 1.0 - smoothstep(v_pixel - 0.5, v_pixel + 0.5, out_);
  vec4 inside = mix(v_color, v_ground, smoothstep(-0.5, 0.5, out_));
  if (v_shape > 0.5 && v_shape < 1.5 && v_radius > 4.0 * v_pixel) {
    float ring = abs(out_ + max(2.5 * v_pixel, 0.24 * v_radius));
    inside = mix(v_ground, inside, smoothstep(0.6 * v_pixel - 0.5, 0.6 * v_pixel + 0.5, ring));
  }
  gl_FragColor = inside * rim;
  #endif
}`;

/** A triangle around the unit circle. Each corner carries all: instances are slow where there is no graphics card. */
const CORNERS = [
  [0, 2],
  [-Math.sqrt(3), -1],
  [Math.sqrt(3), -1],
] as const;

const UNIFORMS = ["u_matrix", "u_sizeRatio", "u_pixelRatio", "u_dimensions"] as const;

export const Shapes = class extends NodeProgram<(typeof UNIFORMS)[number]> {
  getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGL2RenderingContext;
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: "a_place", size: 2, type: FLOAT },
        { name: "a_radius", size: 1, type: FLOAT },
        { name: "a_shape", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_ground", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_corner", size: 2, type: FLOAT },
      ],
    };
  }

  processVisibleItem(id: number, at: number, data: NodeDisplayData) {
    const { kind, ground } = data as ShapeData;
    const array = this.array;
    const [color, around] = [floatColor(data.color), floatColor(ground)];
    for (const [x, y] of CORNERS) {
      array[at++] = data.x;
      array[at++] = data.y;
      array[at++] = data.size;
      array[at++] = SHAPES[kind];
      array[at++] = color;
      array[at++] = around;
      array[at++] = id;
      array[at++] = x;
      array[at++] = y;
    }
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: Parameters<NodeProgram["setUniforms"]>[1]) {
    gl.uniformMatrix3fv(uniformLocations.u_matrix!, false, params.matrix);
    gl.uniform1f(uniformLocations.u_sizeRatio!, params.sizeRatio);
    gl.uniform1f(uniformLocations.u_pixelRatio!, params.pixelRatio);
    gl.uniform2f(uniformLocations.u_dimensions!, params.width * params.pixelRatio, params.height * params.pixelRatio);
  }
} as unknown as NodeProgramType;

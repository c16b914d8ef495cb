// How sigma draws links: curves of short pieces with an arrow head, dashed or doubled by certainty; as geometry.ts says.

import { EdgeProgram, type EdgeProgramType } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import { GAP, HEAD } from "./geometry";
import { LINES, type Line } from "./scene";

export interface LineData extends EdgeDisplayData {
  line: Line;
  curve: number;
  arrow: boolean;
}

const float = (value: number): string => value.toFixed(4);

const VERTEX = `
attribute vec2 a_source;
attribute vec2 a_target;
attribute vec4 a_color;
attribute vec4 a_form; // radius of source, radius of target, width, bend
attribute float a_kind; // certainty, + 8 with an arrow
attribute vec2 a_piece; // how far along the line, or 2 and 3 for base and tip of the head; which side
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
uniform vec2 u_dimensions;
varying vec4 v_color;
varying float v_side;
varying float v_along;
varying float v_half;
varying float v_unit;
varying float v_kind;

vec2 A, B, C;
vec2 onScreen(vec2 place) { return ((u_matrix * vec3(place, 1.0)).xy + 1.0) * 0.5 * u_dimensions; }
vec2 at(float t) { return (1.0 - t) * (1.0 - t) * A + 2.0 * t * (1.0 - t) * B + t * t * C; }
float trim(float distance_, float reach, bool back) {
  float t = min(0.5, distance_ / reach);
  for (int round = 0; round < 3; round++) {
    float now = distance(at(back ? 1.0 - t : t), back ? C : A);
    t = min(0.5, t * distance_ / max(now, 0.001));
  }
  return t;
}

void main() {
  A = onScreen(a_source);
  C = onScreen(a_target);
  float arrow = step(7.5, a_kind);
  v_kind = a_kind - 8.0 * arrow;
  vec2 along = C - A;
  float length_ = length(along);
  B = (A + C) * 0.5 + vec2(-along.y, along.x) * a_form.w;
  float width = a_form.z / u_sizeRatio;
  width = max(0.7, v_kind > 3.5 ? max(width, min(4.0, 2.5 * width)) : width);
  float head = (${float(HEAD.least)} + ${float(HEAD.widths)} * width) * u_pixelRatio;
  v_unit = (v_kind > 2.5 ? max(width, 1.5) : clamp(width, 1.5, 4.0)) * u_pixelRatio;
  width *= u_pixelRatio;
  float start = (a_form.x / u_sizeRatio + ${float(GAP)}) * u_pixelRatio;
  float tip = (a_form.y / u_sizeRatio + ${float(GAP)}) * u_pixelRatio;
  float end = tip + arrow * head;
  float reach = 2.0 * distance(B, C);
  vec2 place;
  v_side = 0.0;
  v_half = width * 0.5;
  v_color = a_color;
  v_color.a *= 255.0 / 254.0;
  float last = 1.0 - trim(end, reach, true);
  if (a_piece.x > 1.5) {
    vec2 base = at(last);
    vec2 forward = at(1.0 - trim(tip, reach, true)) - base;
    float breadth = ${float(HEAD.breadth / 2)} + width * 0.25 / head;
    place = base + (a_piece.x > 2.5 ? forward : vec2(-forward.y, forward.x) * a_piece.y * breadth);
    v_kind = -1.0;
  } else {
    float first = trim(start, reach, false);
    float t = mix(first, last, a_piece.x);
    vec2 way = normalize((1.0 - t) * (B - A) + t * (C - B));
    v_side = a_piece.y * (v_half + 1.0);
    place = at(t) + vec2(-way.y, way.x) * v_side;
    v_along = (t - first) * (length_ + distance(A, B) + distance(B, C)) * 0.5;
  }
  gl_Position = vec4(place / u_dimensions * 2.0 - 1.0, 0, 1);
  if (length_ < start + end || (a_piece.x > 1.5 && arrow < 0.5)) gl_Position = vec4(2, 2, 0, 1);
}`;

const FRAGMENT = `
precision highp float;
varying vec4 v_color;
varying float v_side;
varying float v_along;
varying float v_half;
varying float v_unit;
varying float v_kind;

void main() {
  float off = abs(v_side);
  float drawn = 1.0 - smoothstep(v_half - 0.5, v_half + 0.5, off);
  if (v_kind < -0.5) drawn = 1.0; // the head
  else if (v_kind > 3.5) drawn *= smoothstep(v_half * 0.35 - 0.5, v_half * 0.35 + 0.5, off);
  else if (v_kind > 2.5) {
    float apart = mod(v_along + 1.2 * v_unit, 2.4 * v_unit) - 1.2 * v_unit;
    drawn = 1.0 - smoothstep(v_half - 0.5, v_half + 0.5, length(vec2(apart, v_side)));
  } else if (v_kind > 1.5) {
    float part = mod(v_along, 10.0 * v_unit) / v_unit;
    if (part > 5.0 && (part < 7.0 || part > 8.0)) drawn = 0.0;
  } else if (v_kind > 0.5 && mod(v_along, 9.0 * v_unit) > 6.0 * v_unit) drawn = 0.0;
  gl_FragColor = vec4(v_color.rgb, 1.0) * v_color.a * drawn;
}`;

const UNIFORMS = ["u_matrix", "u_sizeRatio", "u_pixelRatio", "u_dimensions"] as const;

/** A program that draws each link in so many pieces: one is enough for straight lines. What the pointer is on, `nearest` finds. */
export function lines(pieces: number): EdgeProgramType {
  // Each corner carries all: instances are slow where there is no graphics card.
  const corners: [along: number, side: number][] = [];
  for (let piece = 0; piece < pieces; piece++) {
    const [from, to] = [piece / pieces, (piece + 1) / pieces];
    corners.push([from, -1], [from, 1], [to, -1], [from, 1], [to, -1], [to, 1]);
  }
  corners.push([2, -1], [2, 1], [3, 0]);
  return class extends EdgeProgram<(typeof UNIFORMS)[number]> {
    getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGL2RenderingContext;
      return {
        VERTICES: corners.length,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: TRIANGLES,
        UNIFORMS,
        ATTRIBUTES: [
          { name: "a_source", size: 2, type: FLOAT },
          { name: "a_target", size: 2, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_form", size: 4, type: FLOAT },
          { name: "a_kind", size: 1, type: FLOAT },
          { name: "a_piece", size: 2, type: FLOAT },
        ],
      };
    }

    processVisibleItem(_id: number, at: number, source: NodeDisplayData, target: NodeDisplayData, data: EdgeDisplayData) {
      const { line, curve, arrow } = data as LineData;
      const array = this.array;
      const color = floatColor(data.color);
      const kind = LINES.indexOf(line) + (arrow ? 8 : 0);
      for (const [along, side] of corners) {
        array[at++] = source.x;
        array[at++] = source.y;
        array[at++] = target.x;
        array[at++] = target.y;
        array[at++] = color;
        array[at++] = source.size;
        array[at++] = target.size;
        array[at++] = data.size;
        array[at++] = curve;
        array[at++] = kind;
        array[at++] = along;
        array[at++] = side;
      }
    }

    setUniforms(params: RenderParams, { gl, uniformLocations }: Parameters<EdgeProgram["setUniforms"]>[1]) {
      gl.uniformMatrix3fv(uniformLocations.u_matrix!, false, params.matrix);
      gl.uniform1f(uniformLocations.u_sizeRatio!, params.sizeRatio);
      gl.uniform1f(uniformLocations.u_pixelRatio!, params.pixelRatio);
      gl.uniform2f(uniformLocations.u_dimensions!, params.width * params.pixelRatio, params.height * params.pixelRatio);
    }
  } as unknown as EdgeProgramType;
}

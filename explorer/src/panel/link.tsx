// A way from one thing in the panel to another.

import type { ComponentChildren } from "preact";
import type { Entity } from "../data";
import { show, type Selection } from "../state";

export const Open = ({ to, children }: { to: Selection; children: ComponentChildren }) => (
  <button type="button" class="panel-link" onClick={() => show(to)}>{children}</button>
);

export const Name = ({ entity }: { entity: Entity }) => <Open to={`entity:${entity.id}`}>{entity.label}</Open>;

"use strict";
// The page: a graph, a list and a panel over one set of data. Text enters the page by textContent only.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const $ = (id) => document.getElementById(id);
  const narrow = matchMedia("(max-width: 860px)");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const FEW = 80; // beyond this many edges, the page opens with the moves alone

  let language = data.language;
  let selected = null; // {kind: "statement" | "entity", id}
  let hovered = null; // {kind: "edge" | "node", id}
  let unconfirmedToo = true;
  let opener = null; // what had the focus before the panel took it
  const on = new Set(
    Object.keys(data.relations).filter((id) => data.relations[id].move || data.edges.length <= FEW)
  );
  if (!on.size) Object.keys(data.relations).forEach((id) => on.add(id));

  // ---------------------------------------------------------------- words

  const t = (key) => data.words[language][key];
  const relationLabel = (id) => data.relations[id].labels[language];
  const label = (id) => data.entities[id].label;
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[’‘]/g, "'");
  const number = (value) => new Intl.NumberFormat(language).format(value);

  function day(value) {
    if (!/^\d{4}(-\d\d){0,2}$/.test(value)) return value === ".." ? "…" : value;
    const [year, month, date] = value.split("-").map(Number);
    const shape = { year: "numeric", timeZone: "UTC" };
    if (month) shape.month = narrow.matches ? "short" : "long";
    if (date) shape.day = "numeric";
    return new Intl.DateTimeFormat(language, shape).format(Date.UTC(year, (month || 1) - 1, date || 1));
  }
  const when = (value) => value.split("/").map(day).join(" – ");
  const qualifiers = (statement, name) => statement.qualifiers.filter((q) => q.name === name);
  const dateOf = (statement) => (qualifiers(statement, "date")[0] || qualifiers(statement, "start")[0] || {}).value || "";
  const origins = (statement) =>
    statement.relation !== "movedTo"
      ? []
      : qualifiers(statement, "from")
          .filter((q) => q.value !== statement.object)
          .map((q) => ({ id: q.value, text: q.text }));

  /** The statement as pieces of a sentence: strings, and {id, text} for names. */
  function sentence(statement) {
    const pieces = [
      { id: statement.subject, text: label(statement.subject) },
      ` ${relationLabel(statement.relation)} `,
      { id: statement.object, text: label(statement.object) },
    ];
    origins(statement).forEach((origin, index) => {
      pieces.push(index ? ", " : `, ${data.qualifiers.from[language]} `, origin);
    });
    return pieces;
  }
  const plain = (statement) => sentence(statement).map((piece) => piece.text || piece).join("");

  /** What a reader must know first: how sure it is. */
  const doubt = (statement) => (statement.status === "accepted" ? statement.modality : statement.status);
  const isUnconfirmed = (s) =>
    ["unconfirmed", "superseded"].includes(s.status) || ["rumoured", "planned"].includes(s.modality);

  // ---------------------------------------------------------------- elements

  function h(tag, properties = {}, ...children) {
    const element = document.createElement(tag);
    for (const [key, value] of Object.entries(properties)) {
      if (key === "class") element.className = value;
      else if (key === "line") element.style.setProperty("--line", value);
      else if (key === "width") element.style.width = value;
      else if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
      else if (value !== null && value !== undefined) element.setAttribute(key, value);
    }
    element.append(...children.flat().filter((child) => child !== null && child !== undefined));
    return element;
  }

  function svg(tag, attributes, ...children) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }

  function link(text, url) {
    try {
      const parsed = new URL(url);
      if (parsed.protocol === "https:" || parsed.protocol === "http:") {
        return h("a", { href: parsed.href, target: "_blank", rel: "noopener noreferrer" }, text);
      }
    } catch {
      // not an address: shown as text
    }
    return h("span", {}, text);
  }

  function symbol(kind) {
    const shapes = {
      person: () => svg("circle", { cx: 6, cy: 6, r: 5 }),
      organization: () => svg("rect", { x: 1, y: 1, width: 10, height: 10 }),
      artifact: () => svg("path", { d: "M6 0 12 6 6 12 0 6Z" }),
    };
    const shape = shapes[kind]();
    shape.style.fill = `var(--${kind})`;
    return svg("svg", { width: 12, height: 12, "aria-hidden": "true" }, shape);
  }

  const nameButton = (piece) =>
    data.entities[piece.id]
      ? h("button", { type: "button", class: "name", onclick: () => select("entity", piece.id) }, piece.text)
      : piece.text;
  const badge = (value) => h("span", { class: `badge ${value}` }, t(value));

  // ---------------------------------------------------------------- the graph

  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  let theme = {};
  function readTheme() {
    theme = Object.fromEntries(
      ["paper", "ink", "soft", "rule", "accent", "person", "organization", "artifact", "sans"].map((k) => [k, css(`--${k}`)])
    );
  }
  /** A vocabulary colour as the theme can show it: lighter on dark paper. */
  function tone(color) {
    if (!dark.matches) return color;
    const channels = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
    return `#${channels.map((c) => Math.round(c + (255 - c) * 0.28).toString(16).padStart(2, "0")).join("")}`;
  }

  /** The picture in the shape of the room it has: turned on a page that is higher than wide, stretched a little. */
  function arrange() {
    const { clientWidth, clientHeight } = $("canvas");
    const turned = clientHeight > clientWidth;
    const moving = new Set(data.edges.filter((edge) => on.has(statementOf(edge).relation)).flatMap((edge) => [edge.from, edge.to]));
    const placed = data.nodes.map(({ id, x, y }) => (turned ? { id, x: y, y: x } : { id, x, y }));
    const spread = (axis) => {
      const values = placed.filter(({ id }) => moving.has(id)).map((place) => place[axis]);
      return Math.max(...values) - Math.min(...values) + 200;
    };
    const stretch = Math.sqrt(Math.min(1.7, Math.max(0.6, (clientWidth / clientHeight) * (spread("y") / spread("x")))));
    nodes.update(placed.map(({ id, x, y }) => ({ id, x: x * stretch, y: y / stretch })));
  }

  readTheme();
  const nodes = new vis.DataSet(data.nodes.map(({ label: _, ...node }) => node));
  const edges = new vis.DataSet(data.edges);
  const network = new vis.Network($("canvas"), { nodes, edges }, data.options);
  const STRENGTH = { asserted: 1, reported: 0.8, planned: 0.62, rumoured: 0.7 };

  const statementOf = (edge) => data.statements[edge.statement];
  const isShown = (statement) => on.has(statement.relation) && (unconfirmedToo || !isUnconfirmed(statement));
  const shownStatements = () => Object.entries(data.statements).filter(([, statement]) => isShown(statement));
  let shownNodes = new Set();
  let focusNodes = null; // the entities to stand out, or null for all
  let focusStatements = null;

  const ends = (s) => [s.subject, s.object, ...origins(s).map((origin) => origin.id)];

  function focus() {
    focusNodes = focusStatements = null;
    const at = selected || (hovered && hovered.kind === "node" && { kind: "entity", id: hovered.id });
    if (!at) return;
    const touched = shownStatements().filter(([id, s]) => (at.kind === "statement" ? id === at.id : ends(s).includes(at.id)));
    if (at.kind === "statement" && !touched.length) return;
    focusStatements = new Set(touched.map(([id]) => id));
    focusNodes = new Set(touched.flatMap(([, s]) => ends(s)));
    if (at.kind === "entity") focusNodes.add(at.id);
  }

  let swell = 1; // nodes and lines grow as the picture shrinks, so that a phone shows them
  function restyle() {
    focus();
    shownNodes = new Set();
    edges.update(
      data.edges.map((edge) => {
        const statement = statementOf(edge);
        const shown = isShown(statement);
        if (shown) shownNodes.add(edge.from).add(edge.to);
        const faded = focusStatements && !focusStatements.has(edge.statement);
        const near = (hovered && hovered.kind === "edge" && edges.get(hovered.id).statement === edge.statement) || (focusStatements && !faded && selected && selected.kind === "statement");
        return {
          id: edge.id,
          hidden: !shown,
          width: (edge.width + (near ? 1.4 : 0)) * Math.sqrt(swell),
          color: { color: tone(edge.color), opacity: faded ? 0.1 : near ? 1 : STRENGTH[statement.modality] * (edge.relation === "from" ? 0.75 : 0.9) },
        };
      })
    );
    nodes.update(
      data.nodes.map((node) => {
        const color = theme[node.kind];
        const chosen = selected && selected.kind === "entity" && selected.id === node.id;
        return {
          id: node.id,
          hidden: !shownNodes.has(node.id),
          size: node.size * swell,
          borderWidth: chosen ? 4 : 1.5,
          opacity: focusNodes && !focusNodes.has(node.id) ? 0.22 : 1,
          color: { background: color, border: chosen ? theme.accent : theme.paper, hover: { background: color, border: theme.accent }, highlight: { background: color, border: theme.accent } },
        };
      })
    );
  }

  /** Everything shown, with room for the names at the border. */
  function fit(animation) {
    const places = Object.values(network.getPositions([...shownNodes]));
    if (!places.length) return;
    const [xs, ys] = [places.map((place) => place.x), places.map((place) => place.y)];
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const { clientWidth, clientHeight } = $("canvas");
    const margin = narrow.matches ? 44 : 72;
    const scale = Math.min((clientWidth - 2 * margin) / (right - left + 1), (clientHeight - 76) / (bottom - top + 1), 1.15);
    network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.max(scale, 0.05), animation });
  }

  function rescale() {
    const wanted = Math.min(4, Math.max(1, 0.85 / network.getScale()));
    if (Math.abs(wanted - swell) / swell > 0.12) {
      swell = wanted;
      restyle();
    }
  }

  // Names are drawn in the size of the page, not of the picture, and give way to each other: the busiest first.
  const lines = new Map();
  function wrap(text) {
    if (!lines.has(text)) {
      const rows = [""];
      for (const word of text.split(" ")) {
        const row = rows[rows.length - 1];
        if (row && row.length + word.length > 20) rows.push(word);
        else rows[rows.length - 1] = row ? `${row} ${word}` : word;
      }
      lines.set(text, rows.slice(0, 3).map((row) => (row.length > 30 ? `${row.slice(0, 29)}…` : row)));
    }
    return lines.get(text);
  }

  const overlaps = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

  function drawNames(context, names) {
    const canvas = context.canvas;
    const ratio = canvas.width / canvas.clientWidth;
    const scale = network.getScale();
    const order = data.nodes
      .filter((node) => shownNodes.has(node.id))
      .map((node) => {
        const near = focusNodes && focusNodes.has(node.id);
        const urgent = (hovered && hovered.id === node.id) || (near && focusNodes.size <= 12);
        const rank = (urgent ? 4 : 0) + (near ? 2 : 0) + (node.kind === "organization" ? 1 : 0);
        const at = network.canvasToDOM(network.getPosition(node.id));
        return { node, urgent, faded: focusNodes && !near, rank, at, r: node.size * swell * scale };
      })
      .sort((a, b) => b.rank - a.rank || b.node.size - a.node.size);
    const taken = order.map(({ at, r, faded }) => ({ faded, room: [at.x - r, at.y - r, at.x + r, at.y + r] }));
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.lineJoin = "round";
    context.textBaseline = "middle";
    order.forEach(({ node, urgent, faded, at, r }, index) => {
      if (at.x < -80 || at.y < -40 || at.x > canvas.clientWidth + 80 || at.y > canvas.clientHeight + 40) return;
      const isOrganization = node.kind === "organization";
      const size = isOrganization ? (node.size > 17 ? 15.5 : 13.5) : 12;
      context.font = `${isOrganization ? "600 " : node.kind === "artifact" ? "italic " : ""}${size}px ${theme.sans}`;
      const rows = wrap(label(node.id));
      const width = Math.max(...rows.map((row) => context.measureText(row).width));
      const height = rows.length * size * 1.18;
      const centres = [
        [at.x, at.y + r + 3 + height / 2],
        [at.x, at.y - r - 3 - height / 2],
        [at.x + r + 5 + width / 2, at.y],
        [at.x - r - 5 - width / 2, at.y],
        ...[[1, 1], [-1, 1], [1, -1], [-1, -1]].map(([dx, dy]) => [at.x + dx * (r + 2 + width / 2), at.y + dy * (r + height / 2)]),
      ];
      const isInside = ([x]) => x - width / 2 > 1 && x + width / 2 < canvas.clientWidth - 1;
      const box = ([x, y]) => [x - width / 2 - 2, y - height / 2, x + width / 2 + 2, y + height / 2];
      const free = (centre) =>
        isInside(centre) &&
        !names.some((other) => overlaps(box(centre), other)) &&
        !taken.some((other, place) => place !== index && (faded || !other.faded) && overlaps(box(centre), other.room));
      const clear = (centre) => isInside(centre) && !names.some((other) => overlaps(box(centre), other));
      const centre = centres.find(free) || (urgent || isOrganization ? centres.find(clear) : null) || (urgent ? centres[0] : null);
      if (!centre) return;
      names.push(box(centre));
      context.globalAlpha = faded ? 0.28 : 1;
      context.textAlign = "center";
      rows.forEach((row, line) => {
        const y = centre[1] + (line - (rows.length - 1) / 2) * size * 1.18;
        context.lineWidth = 3.5;
        context.strokeStyle = theme.paper;
        context.strokeText(row, centre[0], y);
        context.fillStyle = theme.ink;
        context.fillText(row, centre[0], y);
      });
    });
    context.globalAlpha = 1;
    context.restore();
  }

  /** A disputed line says so in its middle; returns the rooms taken on the screen. */
  function drawDisputes(context) {
    const rooms = [];
    context.save();
    context.textAlign = "center";
    context.textBaseline = "middle";
    const radius = 7.5 / network.getScale();
    context.font = `700 ${11 / network.getScale()}px ${theme.sans}`;
    for (const edge of data.edges) {
      const statement = statementOf(edge);
      if (edge.relation === "from" || statement.status !== "disputed" || !isShown(statement)) continue;
      const drawn = network.body.edges[edge.id];
      const { x, y } = drawn && drawn.edgeType ? drawn.edgeType.getPoint(0.5) : { x: NaN, y: NaN };
      context.globalAlpha = focusStatements && !focusStatements.has(edge.statement) ? 0.2 : 1;
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.fillStyle = theme.accent;
      context.fill();
      context.fillStyle = theme.paper;
      context.fillText("≠", x, y);
      const at = network.canvasToDOM({ x, y });
      rooms.push([at.x - 8, at.y - 8, at.x + 8, at.y + 8]);
    }
    context.restore();
    return rooms;
  }

  network.on("afterDrawing", (context) => drawNames(context, drawDisputes(context)));
  network.on("zoom", rescale);
  network.on("animationFinished", rescale);
  network.on("click", ({ nodes: [node], edges: [edge] }) => {
    network.unselectAll();
    if (node) select("entity", node);
    else if (edge) select("statement", edges.get(edge).statement);
    else close();
  });

  function tip(text, pointer) {
    $("tip").textContent = text;
    $("tip").hidden = false;
    const room = $("canvas").getBoundingClientRect();
    const own = $("tip").getBoundingClientRect();
    $("tip").style.left = `${Math.max(6, Math.min(pointer.x + 14, room.width - own.width - 6))}px`;
    $("tip").style.top = `${pointer.y + 18 + own.height > room.height ? pointer.y - own.height - 10 : pointer.y + 18}px`;
  }
  function hover(kind, id) {
    hovered = id === null ? null : { kind, id };
    $("canvas").style.cursor = hovered ? "pointer" : "";
    if (!hovered) $("tip").hidden = true;
    restyle();
  }
  network.on("hoverEdge", ({ edge, pointer }) => {
    const statement = statementOf(edges.get(edge));
    hover("edge", edge);
    const date = dateOf(statement);
    tip(`${plain(statement)}${date ? ` · ${when(date)}` : ""} · ${t(doubt(statement))}`, pointer.DOM);
  });
  network.on("hoverNode", ({ node }) => hover("node", node));
  network.on("blurEdge", () => hover("edge", null));
  network.on("blurNode", () => hover("node", null));
  network.on("dragStart", () => ($("tip").hidden = true));

  // ---------------------------------------------------------------- the panel

  function proof(evidence) {
    const article = data.documents[evidence.document];
    const source = article ? [article.publisher, article.published && when(article.published)].filter(Boolean).join(" · ") : "";
    const title = article ? article.name : t("unknown_article");
    return h(
      "div",
      { class: "proof" },
      h("blockquote", {}, evidence.pieces.map(([text, named]) => (named ? h("mark", {}, text) : text))),
      h("p", {}, article && article.url ? link(title, article.url) : title, source ? ` — ${source}` : ""),
      h(
        "p",
        { class: "rule" },
        `${t(evidence.modality)}${evidence.by ? ` · ${t("according_to")} ${evidence.by}` : ""} · ${t("rule")} `,
        h("code", {}, evidence.rule)
      )
    );
  }

  function value(qualifier) {
    if (qualifier.kind === "entity") return nameButton({ id: qualifier.value, text: qualifier.text });
    if (qualifier.kind === "date") {
      const shown = when(qualifier.value);
      return [shown, [shown, qualifier.value].includes(qualifier.text) ? null : h("small", {}, ` “${qualifier.text}”`)];
    }
    const same = ["words", "choice"].includes(qualifier.kind) || qualifier.text === qualifier.value;
    return [qualifier.text, same ? null : h("small", {}, ` (${qualifier.value})`)];
  }

  /** Everything about a statement but its sentence. */
  function account(statement) {
    const color = tone(data.relations[statement.relation].color);
    return [
      h(
        "div",
        { class: "badges" },
        badge(statement.modality),
        badge(statement.status),
        h("span", { class: "badge" }, `${number(statement.sources)} ${t(statement.sources === 1 ? "source" : "sources")}`)
      ),
      h(
        "div",
        { class: "meter", line: color },
        t("confidence"),
        h("span", {}, h("i", { width: `${statement.confidence * 100}%` })),
        h("b", {}, new Intl.NumberFormat(language, { style: "percent" }).format(statement.confidence))
      ),
      statement.qualifiers.length
        ? h(
            "dl",
            { class: "details" },
            statement.qualifiers.map((q) => [
              h("dt", {}, data.qualifiers[q.name] ? data.qualifiers[q.name][language] : q.name),
              h("dd", {}, value(q)),
            ]).flat()
          )
        : null,
      h("h3", {}, t("evidence")),
      statement.evidence.map(proof),
      statement.reasons.length
        ? h(
            "details",
            { class: "reasons" },
            h("summary", {}, t("reasons")),
            h("ul", {}, statement.reasons.map((reason) => h("li", {}, reason)))
          )
        : null,
    ].flat();
  }

  const heading = (...children) =>
    h(
      "div",
      { class: "top" },
      h("h2", { tabindex: "-1" }, ...children),
      h("button", { type: "button", class: "close", "aria-label": t("close"), onclick: close }, "×")
    );

  const statementPanel = (statement) => [
    heading(sentence(statement).map((piece) => (piece.id ? nameButton(piece) : piece))),
    ...account(statement),
  ];

  function entityPanel(id) {
    const entity = data.entities[id];
    const details = [];
    const detail = (key, ...children) => details.push(h("dt", {}, t(key)), h("dd", {}, ...children));
    if (entity.aliases.length) detail("aliases", entity.aliases.join(", "));
    if (entity.parent) detail("part_of", nameButton({ id: entity.parent.id, text: entity.parent.label }));
    if (entity.wikidata.length) {
      details.push(
        h("dt", {}, "Wikidata"),
        h("dd", {}, entity.wikidata.flatMap((q, index) => [index ? ", " : "", link(q, `https://www.wikidata.org/wiki/${q}`)]))
      );
    }
    const own = Object.values(data.statements)
      .filter((statement) => ends(statement).includes(id))
      .sort((a, b) => Number(b.relation === "movedTo") - Number(a.relation === "movedTo") || (a.relation < b.relation ? -1 : a.relation > b.relation ? 1 : dateOf(b).localeCompare(dateOf(a)) || (plain(a) < plain(b) ? -1 : 1)));
    return [
      heading(entity.label),
      h("p", { class: "kind" }, symbol(entity.kind), data.classes[entity.type] ? data.classes[entity.type][language] : entity.type),
      details.length ? h("dl", { class: "details" }, details) : null,
      h("h3", {}, t("statements")),
      own.map((statement) => {
        const body = h("div");
        const box = h(
          "details",
          { class: "statement", line: tone(data.relations[statement.relation].color) },
          h(
            "summary",
            {},
            h("span", {}, plain(statement), doubt(statement) === "asserted" ? "" : " ", doubt(statement) === "asserted" ? "" : badge(doubt(statement))),
            dateOf(statement) ? h("time", {}, when(dateOf(statement))) : null
          ),
          body
        );
        box.addEventListener("toggle", () => box.open && !body.firstChild && body.append(...account(statement).filter(Boolean)));
        return box;
      }),
    ].flat();
  }

  /** Who gained and who lost people, over what is shown. */
  function balancePanel() {
    const flows = new Map();
    const flow = (id) => flows.get(id) || flows.set(id, { id, out: new Set(), in: new Set() }).get(id);
    for (const [, statement] of shownStatements()) {
      if (statement.relation === "movedTo") {
        flow(statement.object).in.add(statement.subject);
        origins(statement).forEach((origin) => flow(origin.id).out.add(statement.subject));
      } else if (statement.relation === "left") flow(statement.object).out.add(statement.subject);
    }
    const rows = [...flows.values()]
      .sort((a, b) => b.in.size + b.out.size - a.in.size - a.out.size || (label(a.id) < label(b.id) ? -1 : 1))
      .slice(0, 16);
    const most = Math.max(1, ...rows.flatMap((row) => [row.in.size, row.out.size]));
    const bar = (count) => (count ? [h("i", { width: `${(count / most) * 72}%` }), h("b", {}, number(count))] : [h("b", {}, "")]);
    return [
      h("h2", { tabindex: "-1" }, t("balance")),
      h("p", { class: "lead" }, t("balance_note")),
      rows.length
        ? h(
            "div",
            { class: "balance", line: tone((data.relations.movedTo || { color: "#d1495b" }).color) },
            h("div", { class: "head out" }, t("departures")),
            h("div"),
            h("div", { class: "head in" }, t("arrivals")),
            rows.flatMap((row) => [
              h("div", { class: "out" }, bar(row.out.size).reverse()),
              h("button", { type: "button", onclick: () => select("entity", row.id) }, label(row.id)),
              h("div", { class: "in" }, bar(row.in.size)),
            ])
          )
        : h("p", {}, t("nothing")),
    ];
  }

  function drawPanel() {
    const content = !selected
      ? balancePanel()
      : selected.kind === "entity"
        ? entityPanel(selected.id)
        : statementPanel(data.statements[selected.id]);
    $("panel").replaceChildren(...content.filter(Boolean));
    $("panel").scrollTop = 0;
  }

  /** After a choice of what to look at. */
  function point() {
    restyle();
    drawPanel();
    for (const row of $("list").querySelectorAll("tr[data-statement]")) {
      if (selected && selected.id === row.dataset.statement) row.setAttribute("aria-current", "true");
      else row.removeAttribute("aria-current");
    }
  }

  function select(kind, id) {
    if (!selected) opener = document.activeElement;
    selected = { kind, id };
    hovered = null;
    $("tip").hidden = true;
    const own = kind === "entity" ? Object.values(data.statements).filter((s) => ends(s).includes(id)) : [data.statements[id]];
    if (own.length && !own.some(isShown)) {
      own.forEach((statement) => on.add(statement.relation));
      unconfirmedToo = unconfirmedToo || own.every(isUnconfirmed);
      drawChoices();
      drawList();
    }
    point();
    $("panel").querySelector("h2").focus({ preventScroll: true });
    // On a phone the panel lies below the graph: bring its start up, and keep some of the graph in sight.
    if (narrow.matches) scrollTo({ top: $("panel").offsetTop - innerHeight * 0.4, behavior: "smooth" });
  }

  function close() {
    if (!selected) return;
    selected = null;
    point();
    if (opener && opener.isConnected) opener.focus({ preventScroll: true });
  }

  // ---------------------------------------------------------------- the list

  function table(title, columns, rows) {
    if (!rows.length) return [];
    return [
      h("h2", {}, title),
      h(
        "div",
        { class: "table" },
        h(
          "table",
          {},
          h("thead", {}, h("tr", {}, columns.map((column) => h("th", { scope: "col" }, t(column))))),
          h(
            "tbody",
            {},
            rows.map(([id, first, ...cells]) =>
              h(
                "tr",
                { "data-statement": id, "aria-current": selected && selected.id === id ? "true" : null, onclick: () => select("statement", id) },
                h("td", {}, h("button", { type: "button" }, first)),
                cells.map((cell, index) => h("td", { class: columns[index + 1] === "date" ? "date" : "" }, cell))
              )
            )
          )
        )
      ),
    ];
  }

  function drawList() {
    const shown = shownStatements().sort(([, a], [, b]) => dateOf(b).localeCompare(dateOf(a)) || (plain(a) < plain(b) ? -1 : 1));
    const date = (s) => (dateOf(s) ? when(dateOf(s)) : "");
    const moves = shown.filter(([, s]) => s.relation === "movedTo");
    const others = shown.filter(([, s]) => s.relation !== "movedTo");
    const content = [
      ...table(
        t("moves_title"),
        ["who", "from", "to", "date", "certainty"],
        moves.map(([id, s]) => [id, label(s.subject), origins(s).map((o) => o.text).join(", "), label(s.object), date(s), badge(doubt(s))])
      ),
      ...table(
        t("others_title"),
        ["subject", "relation", "object", "date", "certainty"],
        others.map(([id, s]) => [id, label(s.subject), relationLabel(s.relation), label(s.object), date(s), badge(doubt(s))])
      ),
    ];
    $("list").replaceChildren(...(content.length ? content : [h("p", {}, t("nothing"))]));
  }

  // ---------------------------------------------------------------- choices, key, counts

  function drawChoices() {
    const counts = {};
    Object.values(data.statements).forEach((s) => (counts[s.relation] = (counts[s.relation] || 0) + 1));
    const order = Object.keys(data.relations).sort((a, b) => {
      const [x, y] = [data.relations[a], data.relations[b]];
      return Number(y.move) - Number(x.move) || y.weight - x.weight || (a < b ? -1 : 1);
    });
    const chip = (checked, change, properties, ...children) => {
      const box = h("input", { type: "checkbox" });
      box.checked = checked;
      box.addEventListener("change", () => {
        change(box.checked);
        refresh();
        fit(true);
      });
      return h("label", { class: "chip", ...properties }, box, ...children);
    };
    $("choices").replaceChildren(
      ...order.map((id) =>
        chip(
          on.has(id),
          (checked) => (checked ? on.add(id) : on.delete(id)),
          { line: tone(data.relations[id].color), title: data.relations[id].definitions[language], "data-relation": id },
          h("i"),
          relationLabel(id),
          h("small", {}, number(counts[id]))
        )
      ),
      chip(
        unconfirmedToo,
        (checked) => (unconfirmedToo = checked),
        { class: "chip apart", "data-relation": "unconfirmed" },
        t("unconfirmed_too"),
        h("small", {}, number(Object.values(data.statements).filter(isUnconfirmed).length))
      )
    );
  }

  function drawKey() {
    const stroke = (dashes, width) => {
      const line = svg("line", { x1: 0, y1: 5, x2: 26, y2: 5, "stroke-width": width, "stroke-dasharray": dashes, "stroke-linecap": dashes ? "butt" : "round" });
      line.style.stroke = tone((data.relations.movedTo || { color: "#d1495b" }).color);
      return svg("svg", { width: 26, height: 10, "aria-hidden": "true" }, line);
    };
    const kinds = ["person", "organization", "artifact"].filter((kind) => data.nodes.some((n) => n.kind === kind && shownNodes.has(n.id)));
    const used = new Set(shownStatements().map(([, s]) => s.modality));
    const dashes = Object.fromEntries(data.edges.map((edge) => [statementOf(edge).modality, edge.dashes || []]));
    $("key").replaceChildren(
      ...kinds.map((kind) => h("span", {}, symbol(kind), t(kind))),
      ...["asserted", "reported", "planned", "rumoured"].filter((m) => used.has(m)).map((m) => h("span", {}, stroke(dashes[m].join(" "), 2.4), t(m))),
      ...(data.edges.some((edge) => edge.relation === "from") ? [h("span", {}, stroke("", 1.1), t("from_line"))] : []),
      ...(Object.values(data.statements).some((s) => s.status === "disputed") ? [h("span", {}, h("b", {}, "≠"), t("disputed"))] : [])
    );
  }

  function drawCounts() {
    const kinds = (kind) => data.nodes.filter((node) => node.kind === kind).length;
    const moves = Object.values(data.statements).filter((s) => s.relation === "movedTo").length;
    const counts = [["people", kinds("person")], ["organizations", kinds("organization")], ["moves", moves], ["articles", Object.keys(data.documents).length]];
    $("counts").replaceChildren(
      ...counts.flatMap(([key, count], index) => [index ? " · " : "", h("b", {}, number(count)), ` ${t(key)}`])
    );
    const { shown, total } = data.limit;
    $("limit").hidden = shown === total;
    $("limit").textContent = t("limit").replace("{shown}", number(shown)).replace("{total}", number(total));
  }

  /** After a choice of what to show. */
  function refresh() {
    restyle();
    drawPanel();
    drawList();
    drawKey();
  }

  function speak(code) {
    language = code;
    document.documentElement.lang = code;
    document.querySelectorAll("[data-text]").forEach((e) => (e.textContent = t(e.dataset.text)));
    document.querySelectorAll("[data-label]").forEach((e) => e.setAttribute("aria-label", t(e.dataset.label)));
    document.querySelectorAll("[data-placeholder]").forEach((e) => (e.placeholder = t(e.dataset.placeholder)));
    document.querySelectorAll("#languages button").forEach((e) => e.setAttribute("aria-pressed", String(e.lang === code)));
    drawChoices();
    drawCounts();
    refresh();
  }

  // ---------------------------------------------------------------- search

  const index = data.nodes
    .map((node) => ({ id: node.id, kind: node.kind, size: node.size, names: [label(node.id), ...data.entities[node.id].aliases] }))
    .map((entry) => ({ ...entry, folded: entry.names.map(fold) }));
  let found = [];
  let active = -1;

  function drawMatches() {
    const wanted = fold($("search").value.trim());
    const rank = (entry) => {
      const ranks = entry.folded.map((name) => (name === wanted ? 0 : name.startsWith(wanted) ? 1 : name.includes(` ${wanted}`) ? 2 : name.includes(wanted) ? 3 : 9));
      return Math.min(...ranks);
    };
    found = wanted
      ? index.map((entry) => ({ ...entry, rank: rank(entry) })).filter((e) => e.rank < 9).sort((a, b) => a.rank - b.rank || b.size - a.size || (a.names[0] < b.names[0] ? -1 : 1)).slice(0, 9)
      : [];
    active = found.length ? 0 : -1;
    $("matches").replaceChildren(
      ...found.map((entry, place) => {
        const alias = entry.folded[0].includes(wanted) ? null : entry.names[entry.folded.findIndex((name) => name.includes(wanted))];
        const item = h("li", { role: "option", id: `match-${place}`, "aria-selected": "false" }, symbol(entry.kind), h("span", {}, entry.names[0]), alias ? h("small", {}, alias) : null);
        item.addEventListener("mousedown", (event) => {
          event.preventDefault();
          choose(place);
        });
        return item;
      }),
      ...(wanted && !found.length ? [h("li", { "aria-disabled": "true" }, t("no_match"))] : [])
    );
    $("matches").hidden = !wanted;
    $("search").setAttribute("aria-expanded", String(Boolean(wanted)));
    mark();
  }
  function mark() {
    found.forEach((_, place) => $(`match-${place}`).setAttribute("aria-selected", String(place === active)));
    if (active >= 0) $("search").setAttribute("aria-activedescendant", `match-${active}`);
    else $("search").removeAttribute("aria-activedescendant");
  }
  function hideMatches() {
    $("matches").hidden = true;
    $("search").setAttribute("aria-expanded", "false");
  }
  function choose(place) {
    const entry = found[place];
    if (!entry) return;
    $("search").value = entry.names[0];
    hideMatches();
    select("entity", entry.id);
    network.focus(entry.id, { scale: Math.max(network.getScale(), narrow.matches ? 0.7 : 0.9), animation: true });
  }
  $("search").addEventListener("input", drawMatches);
  $("search").addEventListener("blur", hideMatches);
  $("search").addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (found.length) active = (active + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length;
      mark();
    } else if (event.key === "Enter") choose(active);
    else if (event.key === "Escape" && !$("matches").hidden) {
      event.stopPropagation();
      hideMatches();
    }
  });

  // ---------------------------------------------------------------- tabs, keys, start

  function tab(name) {
    for (const id of ["graph", "list"]) {
      $(id).hidden = id !== name;
      $(`tab-${id}`).setAttribute("aria-selected", String(id === name));
      $(`tab-${id}`).tabIndex = id === name ? 0 : -1;
    }
  }
  for (const id of ["graph", "list"]) {
    $(`tab-${id}`).addEventListener("click", () => tab(id));
    $(`tab-${id}`).addEventListener("keydown", (event) => {
      if (!["ArrowLeft", "ArrowRight"].includes(event.key)) return;
      const other = id === "graph" ? "list" : "graph";
      tab(other);
      $(`tab-${other}`).focus();
    });
  }
  document.querySelectorAll("#languages button").forEach((e) => e.addEventListener("click", () => speak(e.lang)));
  document.addEventListener("keydown", (event) => event.key === "Escape" && close());
  const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: { duration: 180 } });
  $("zoom-in").addEventListener("click", () => zoom(1.35));
  $("zoom-out").addEventListener("click", () => zoom(1 / 1.35));
  $("fit").addEventListener("click", () => fit(true));
  dark.addEventListener("change", () => {
    readTheme();
    speak(language);
  });

  narrow.addEventListener("change", () => {
    arrange();
    fit(false);
  });

  speak(language);
  // Only now are the words there, and the room that they leave.
  network.redraw();
  arrange();
  fit(false);
  rescale();
  globalThis.aigraph = { network, select, close };
})();

// The first script of the page: unzips what stands in it as text, and runs the explorer, which stands there, too.

declare global {
  /** The text of an element that holds gzip in base64; the element goes, for nothing else needs its megabytes. */
  var unzipped: (id: string) => Promise<string>;
}

globalThis.unzipped = (id) => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no ${id}`);
  const packed = atob((element.textContent ?? "").trim());
  element.remove();
  const bytes = new Uint8Array(packed.length);
  for (let at = 0; at < packed.length; at++) bytes[at] = packed.charCodeAt(at);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
};

// The policy of the page knows the hash of the explorer, and lets no other script run.
unzipped("code").then((code) => {
  const script = document.createElement("script");
  script.textContent = code;
  document.head.append(script);
});

export {};

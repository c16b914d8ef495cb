// The first script of the page: unzips what stands in it as text, and runs the explorer, which stands there, too.

declare global {
  /** The text of an element that holds it packed (page.py); the element goes, for nothing else needs its megabytes. */
  var unzipped: (id: string) => Promise<string>;
}

globalThis.unzipped = (id) => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no ${id}`);
  const packed = (element.textContent ?? "").trim();
  element.remove();
  const stream = new Blob([unpacked(packed)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
};

/** The bytes of characters: each two hold 13 bits, the first one says how many bytes at the end are padding. */
function unpacked(packed: string): Uint8Array<ArrayBuffer> {
  const sign = (at: number): number => {
    const code = packed.charCodeAt(at);
    return code - 33 - (code > 38 ? 1 : 0) - (code > 60 ? 1 : 0) - (code > 92 ? 1 : 0); // without & < and backslash
  };
  const bytes = new Uint8Array((((packed.length - 1) / 2) * 13) / 8);
  let [bits, held, size] = [0, 0, 0];
  for (let at = 1; at < packed.length; at += 2) {
    bits = ((bits & 0xff) << 13) | (sign(at) * 91 + sign(at + 1));
    for (held += 13; held >= 8; held -= 8) bytes[size++] = bits >> (held - 8);
  }
  return bytes.subarray(0, size - sign(0));
}

// The policy of the page knows the hash of the explorer, and lets no other script run.
unzipped("code").then((code) => {
  const script = document.createElement("script");
  script.textContent = code;
  document.head.append(script);
});

export {};

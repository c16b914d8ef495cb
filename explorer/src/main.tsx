// The start: read the data, follow the address, draw.

import { render } from "preact";
import { load } from "./data";
import { prepare } from "./filter";
import { Frame } from "./frame/frame";
import { follow } from "./state";
import "./style/index.css";

load().then((data) => {
  prepare(data);
  follow(data.language);
  const root = document.getElementById("app")!;
  render(<Frame data={data} />, root);
  document.documentElement.dataset.ready = "";
});

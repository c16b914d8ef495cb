// The start: read the data, follow the address, draw; beside a story, if the page has one.

import { render } from "preact";
import { load } from "./data";
import { prepare } from "./filter";
import { Frame } from "./frame/frame";
import { follow } from "./state";
import { StoryBar, tell } from "./story/story";
import "./style/index.css";

load().then((data) => {
  prepare(data);
  follow(data.language);
  const story = document.getElementById("story");
  if (story) tell(story, data.language);
  const root = document.getElementById("app")!;
  render(
    <>
      {story && <StoryBar />}
      <Frame data={data} />
    </>,
    root,
  );
  document.documentElement.dataset.ready = "";
});

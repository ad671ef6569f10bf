// Starts a check: of a path on this computer, or of a file or folder that is dropped here.
import { evidence, exact, h, tell } from "./dom.js";
import { chosenFolder, dropped } from "./folder.js";
import { count, t } from "./phrases.js";
import { get, post } from "./server.js";

function pathField(id, label, hint) {
  const list = h("datalist", { id: `${id}-list` });
  const input = h("input", { id, type: "text", dir: "ltr", list: `${id}-list`, autocomplete: "off", spellcheck: "false", "aria-describedby": `${id}-hint` });
  let waiting;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const { paths } = await get("/api/complete", { path: input.value }).catch(() => ({ paths: [] }));
      list.replaceChildren(...paths.map((path) => h("option", { value: path })));
    }, 120);
  });
  return { input, node: h("div", { class: "grow" }, h("label", { for: id }, t(label)), input, list, h("p", { class: "note", id: `${id}-hint` }, t(hint))) };
}

// Sends the file to the program, which keeps it beside the case; it never leaves this computer.
async function send(file, place) {
  const request = new XMLHttpRequest();
  const done = new Promise((yes, no) => {
    request.onload = () => (request.status === 200 ? yes(JSON.parse(request.responseText).path) : no(new Error(request.responseText.slice(0, 300))));
    request.onerror = () => no(new Error(t("check.unsent")));
  });
  request.upload.onprogress = (event) => place.replaceChildren(...bar(event.loaded, event.total, t("check.taking")));
  request.open("POST", `/api/upload?${new URLSearchParams({ name: file.name })}`);
  request.setRequestHeader("Content-Type", "application/octet-stream");
  request.send(file);
  return done;
}

function bar(done, all, words) {
  const part = all ? Math.min(100, Math.round((done / all) * 100)) : 0;
  const fill = h("div");
  fill.style.width = `${part}%`;
  return [h("p", {}, words), h("div", { class: "bar", role: "progressbar", "aria-valuemin": "0", "aria-valuemax": "100", "aria-valuenow": String(part), "aria-label": words }, fill),
    h("p", { class: "note", dir: "ltr" }, `${part} % · ${(done / 1e6).toFixed(1)} / ${(all / 1e6).toFixed(1)} MB`)];
}

function follow(place) {
  const events = new EventSource("/api/progress");
  events.onmessage = (event) => {
    const news = JSON.parse(event.data);
    const now = news.progress ? JSON.parse(news.progress) : { done: 0, total: 0 };
    if (news.code === undefined) {
      place.replaceChildren(...bar(now.done, now.total, t("check.running")), now.artefact ? h("p", {}, t("check.reading"), " ", h("code", { dir: "ltr" }, now.artefact)) : null,
        h("p", {}, t("check.found", { n: count(news.findings) })));
      return;
    }
    events.close();
    tell(t(news.open ? "check.done" : "check.failed"));
    if (news.open) {
      dispatchEvent(new Event("bridle-case"));
      return;
    }
    place.replaceChildren(h("p", { class: "problem", role: "alert" }, t("check.failed"), " ", h("bdi", { lang: "en" }, news.said)));
  };
}

export async function check() {
  const path = pathField("exhibit", "check.path", "check.path.hint");
  const pack = pathField("pack", "check.pack", "check.pack.hint");
  const password = h("input", { id: "password", type: "password", autocomplete: "off", dir: "auto" });
  const place = h("div", { role: "status" });
  const go = h("button", { type: "submit", class: "main" }, t("check.start"));
  const start = async (exhibit) => {
    go.disabled = true;
    try {
      const { output } = await post("/api/check", { exhibits: [exhibit], packs: [pack.input.value.trim()], password: password.value });
      place.replaceChildren(h("p", {}, t("check.running"), " ", exact(output)));
      follow(place);
    } catch (error) {
      place.replaceChildren(h("p", { class: "problem", role: "alert" }, t("problem"), " ", h("bdi", { lang: "en" }, error.message)));
    }
    go.disabled = false;
  };
  const take = async (what) => {
    try {
      const file = await what;
      if (!file) return;
      path.input.value = await send(file, place);
      await start(path.input.value);
    } catch (error) {
      place.replaceChildren(h("p", { class: "problem", role: "alert" }, t("problem"), " ", evidence(error.message)));
    }
  };
  const choose = h("input", { type: "file", id: "file", onchange: (event) => take(event.target.files[0]) });
  const chooseFolder = h("input", { type: "file", id: "folder", webkitdirectory: true, onchange: (event) => take(chosenFolder(event.target.files)) });
  const drop = h("div", { class: "drop" }, h("p", {}, t("check.drop")), h("div", { class: "controls" },
    h("div", {}, h("label", { for: "file" }, t("check.choose")), choose), h("div", {}, h("label", { for: "folder" }, t("check.choose.folder")), chooseFolder)),
    h("p", { class: "note" }, t("check.drop.hint")));
  drop.addEventListener("dragover", (event) => { event.preventDefault(); drop.classList.add("over"); });
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    take(dropped(event.dataTransfer));
  });
  return [h("h1", {}, t("nav.check")), h("p", { class: "note" }, t("check.note")),
    h("form", { onsubmit: (event) => { event.preventDefault(); if (path.input.value.trim()) start(path.input.value.trim()); } },
      h("div", { class: "controls top" }, path.node, pack.node),
      h("div", { class: "controls" }, h("div", {}, h("label", { for: "password" }, t("check.password")), password), go)),
    place, h("h2", {}, t("check.file")), drop];
}

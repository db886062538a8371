"use strict";
(() => {
  const get = id => document.getElementById(id);
  let language = (navigator.language || "en").toLowerCase().startsWith("zh") ? "zh" : "en";
  if (location.search === "?zh" || location.search === "?en") language = location.search.slice(1);
  let model = null;
  let bearer = "";
  let state = "reading";
  let detail = "";

  const word = key => WORDS[language][key] || key;

  /** Everything that is shown goes through here: as text, never as markup. */
  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (value !== false && value !== undefined) element.setAttribute(key, value === true ? "" : value);
    }
    element.append(...children.filter(each => each !== null && each !== undefined && each !== ""));
    return element;
  }

  const said = node => (language === "zh" && node["x-description-zh"]) || node.description || "";

  function sample(text) {
    const button = make("button", { type: "button" }, word("copy"));
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text);
      button.textContent = word("copied");
      setTimeout(() => { button.textContent = word("copy"); }, 1500);
    });
    return make("div", { class: "sample" }, make("pre", { tabindex: "0" }, text), navigator.clipboard ? button : "");
  }

  function table(heads, rows) {
    return make("div", { class: "wide-table" }, make("table", {},
      make("thead", {}, make("tr", {}, ...heads.map(head => make("th", { scope: "col" }, head)))),
      make("tbody", {}, ...rows)));
  }

  function type(schema) {
    if (schema.items) return word("list") + " " + type(model.resolve(schema.items));
    if (schema.additionalProperties) return word("map") + " " + type(model.resolve(schema.additionalProperties));
    if (schema.refName === "Money") return "money";
    return schema["x-format"] || schema.format || (schema.type === "object" ? "record" : schema.type || "");
  }

  function bounds(schema) {
    const low = schema.minLength ?? schema.minItems ?? schema.minimum ?? schema["x-minimum"];
    const high = schema.maxLength ?? schema.maxItems ?? schema.maximum ?? schema["x-maximum"];
    return low === undefined && high === undefined ? "" : (low ?? "") + "…" + (high ?? "");
  }

  function row(name, place, schema, required, description) {
    const target = schema.items ? model.resolve(schema.items) : schema;
    return make("tr", {},
      make("td", {}, make("code", {}, name), required ? make("div", { class: "needed" }, word("needed")) : "",
        place ? make("div", { class: "faint" }, word("place") + " " + word(place)) : ""),
      make("td", {}, type(schema), bounds(schema) ? make("div", { class: "faint" }, bounds(schema)) : ""),
      make("td", { class: "says" }, description,
        target.enum ? make("div", { class: "faint" }, word("values") + " " + target.enum.join(", ")) : "",
        schema["x-sensitive"] ? make("div", { class: "faint" }, word("masked")) : ""));
  }

  function inputs(operation) {
    const rows = operation.parameters.map(each =>
      row(each.name, each.in, model.resolve(each.schema), each.required, said(each)));
    if (operation.body) {
      rows.push(...model.members(operation.body.schema).map(each =>
        row(each.path, "body", each.schema, each.required, said(each.schema))));
    }
    return rows;
  }

  function errors(operation) {
    return operation.errors.map(each => make("tr", {},
      make("td", {}, make("a", { href: "/api/errors#" + Number(each.code) }, String(each.code))),
      make("td", {}, each.reason ? make("code", {}, each.reason) : "", make("div", { class: "faint" }, each.advice)),
      make("td", { class: "says" }, each.wording[language])));
  }

  function facts(operation) {
    const node = operation.node;
    const chips = [node["x-effect"], node["x-audience"]].filter(Boolean)
      .map(each => make("li", { class: each }, word(each)));
    for (const scope of operation.scopes) chips.push(make("li", {}, word("scope") + " ", make("code", {}, scope)));
    if (node["x-deadline"]) {
      chips.push(make("li", {}, word("deadline") + " " + node["x-deadline"].replace("PT", "").toLowerCase()));
    }
    if (node["x-since"]) chips.push(make("li", {}, word("since") + " " + node["x-since"]));
    return make("ul", { class: "facts" }, ...chips);
  }

  /** Made when it is opened: a hub may have many. */
  function body(operation) {
    const node = operation.node;
    const shown = make("div", { class: "body" },
      make("p", { class: "address" }, make("b", {}, operation.method), " " + operation.path),
      node.deprecated ? make("p", { class: "old" }, word("deprecated"), make("code", {}, node["x-deprecated-for"] || "")) : "",
      make("p", {}, said(node)), facts(operation),
      make("h4", {}, word("example")), sample(curl(operation, location.origin, model)));
    if (operation.result.example !== undefined) {
      shown.append(make("h4", {}, word("answer")), sample(JSON.stringify(operation.result.example, null, 2)));
    }
    const heads = [word("name"), word("type"), word("meaning")];
    const results = operation.result.schema ? model.members(operation.result.schema) : [];
    shown.append(make("h4", {}, word("arguments")), table(heads, inputs(operation)), make("h4", {}, word("result")));
    shown.append(results.length === 0 ? make("p", {}, word("noResult"))
      : table(heads, results.map(each => row(each.path, "", each.schema, false, said(each.schema)))));
    shown.append(make("h4", {}, word("errors")),
      table([word("code"), word("reason") + " / " + word("advice"), word("said")], errors(operation)));
    return shown;
  }

  function article(operation) {
    const details = make("details", {}, make("summary", {},
      make("h3", {}, make("span", { class: "method " + (operation.node["x-effect"] || "READ") }, operation.method),
        make("code", {}, operation.id)),
      make("span", { class: "does" }, language === "zh" ? said(operation.node) : operation.node.summary || "")));
    details.addEventListener("toggle", () => {
      if (details.open && details.children.length === 1) details.append(body(operation));
    });
    return make("article", { id: operation.id }, details);
  }

  function matches(operation, text) {
    return (operation.id + " " + operation.path + " " + said(operation.node)).toLowerCase().includes(text);
  }

  function introduce() {
    get("introduction").replaceChildren(make("h1", {}, word("title")), make("p", {}, word("intro")),
      sample(location.origin), make("p", {}, word("first")),
      sample('TOKEN=$(curl -sS -u "$CLIENT:$SECRET" -d grant_type=client_credentials \\\n  '
        + shell(location.origin + "/oauth2/token") + ' | sed \'s/.*"access_token" *: *"\\([^"]*\\)".*/\\1/\')'),
      make("p", {}, make("a", { href: "/api/errors" }, word("allErrors")), " · ",
        make("a", { href: "/api/openapi.json" }, "OpenAPI")));
  }

  function list() {
    const text = get("search").value.trim().toLowerCase();
    const contents = [make("h2", { class: "hidden" }, word("contents"))];
    const sections = [];
    for (const connector of model ? model.connectors() : []) {
      const found = connector.operations.filter(each => matches(each, text));
      if (found.length === 0) continue;
      const title = connector.name === "hub" ? word("hub") : connector.name;
      contents.push(make("h2", {}, title), make("ul", {}, ...found.map(each =>
        make("li", {}, make("a", { href: "#" + each.id }, each.id.replace(connector.name + ".", ""))))));
      sections.push(make("section", {}, make("h2", {}, title), make("p", {}, said(connector)), ...found.map(article)));
    }
    get("contents").replaceChildren(...contents);
    get("operations").replaceChildren(...sections);
    if (model) state = sections.length > 0 ? "" : text ? "noMatch" : "nothing";
  }

  function show() {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    document.title = "Switchboard: " + word("title");
    for (const each of document.querySelectorAll("[data-text]")) each.textContent = word(each.dataset.text);
    for (const each of document.querySelectorAll("[data-placeholder]")) each.placeholder = word(each.dataset.placeholder);
    for (const each of ["en", "zh"]) get(each).setAttribute("aria-pressed", String(each === language));
    introduce();
    list();
    get("state").textContent = state ? word(state) + detail : "";
  }

  function openTarget() {
    const target = location.hash.length > 1 ? get(decodeURIComponent(location.hash.slice(1))) : null;
    const details = target ? target.querySelector(":scope > details") : null;
    if (details) {
      details.open = true;
      target.scrollIntoView();
    }
  }

  function speak(other) {
    const open = [...document.querySelectorAll("article > details[open]")].map(each => each.parentElement.id);
    language = other;
    show();
    for (const id of open) get(id).firstElementChild.open = true;
  }

  async function read(address, options) {
    const response = await fetch(address, { ...options, cache: "no-store", credentials: "omit" });
    const answer = await response.json();
    return { ok: response.ok, status: response.status, answer };
  }

  async function load() {
    [state, detail, model] = ["reading", "", null];
    show();
    const headers = { Accept: "application/json", "Accept-Language": language };
    try {
      const authorised = bearer ? { ...headers, Authorization: "Bearer " + bearer } : headers;
      const document = await read("/api/openapi.json", { headers: authorised });
      if (document.ok) {
        model = new Model(document.answer, (await read("/api/errors", { headers })).answer);
      } else if (document.status === 401 && !bearer) {
        state = "needToken";
        get("access").open = true;
      } else {
        [state, detail] = ["refused", document.answer.detail || document.answer.message || document.status];
      }
    } catch (e) {
      state = "unreachable";
    }
    show();
    openTarget();
  }

  async function login(event) {
    event.preventDefault();
    bearer = get("token").value.trim();
    if (!bearer && get("client").value) {
      const pair = [get("client").value.trim(), get("secret").value];
      const form = new URLSearchParams({ grant_type: "client_credentials", client_id: pair[0], client_secret: pair[1] });
      try {
        const given = await read("/oauth2/token", { method: "POST", body: form });
        bearer = given.answer.access_token || "";
        if (!bearer) {
          [state, detail, model] = ["refused", given.answer.error_description || given.answer.error || "", null];
          show();
          return;
        }
      } catch (e) {
        state = "unreachable";
        show();
        return;
      }
    }
    get("secret").value = "";
    get("token").value = "";
    load();
  }

  get("login").addEventListener("submit", login);
  get("search").addEventListener("input", show);
  window.addEventListener("hashchange", openTarget);
  for (const each of ["en", "zh"]) get(each).addEventListener("click", () => speak(each));
  load();
})();

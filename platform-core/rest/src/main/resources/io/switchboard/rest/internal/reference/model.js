"use strict";
/** Reads the OpenAPI document and the catalogue of errors; knows nothing of how they are shown. */
class Model {
  constructor(document, catalogue) {
    this.document = document;
    this.wordings = new Map();
    for (const error of catalogue.errors) this.wordings.set(String(error.code), error.wording);
    for (const reason of catalogue.reasons) this.wordings.set(reason.code + reason.reason, reason.wording);
  }

  /** The connectors, each with its operations. */
  connectors() {
    const byTag = new Map((this.document.tags || []).map(tag => [tag.name, { ...tag, operations: [] }]));
    for (const [path, methods] of Object.entries(this.document.paths || {})) {
      for (const [method, node] of Object.entries(methods)) {
        const tag = byTag.get((node.tags || [])[0]);
        if (tag) tag.operations.push(this.operation(path, method.toUpperCase(), node));
      }
    }
    return [...byTag.values()].filter(tag => tag.operations.length > 0);
  }

  operation(path, method, node) {
    const parameters = (node.parameters || []).map(each => this.resolve(each));
    const json = content => ((content || {})["application/json"] || {});
    const body = node.requestBody ? json(this.resolve(node.requestBody).content) : null;
    const responses = Object.entries(node.responses || {}).map(([status, each]) => [status, this.resolve(each)]);
    const success = responses.find(([status]) => status.startsWith("2"));
    return {
      id: node.operationId.replaceAll("_", "."), path, method, node, parameters, body,
      key: parameters.some(each => each.name === "Idempotency-Key"),
      scopes: (node.security || []).flatMap(each => Object.values(each).flat()),
      open: (node.security || []).every(each => Object.keys(each).length === 0),
      result: success ? json(success[1].content) : {},
      errors: responses.filter(([status]) => !status.startsWith("2")).flatMap(([, each]) => this.errors(each))
    };
  }

  errors(response) {
    const examples = ((response.content || {})["application/problem+json"] || {}).examples || {};
    return Object.values(examples).map(each => this.resolve(each).value).map(value => ({
      ...value,
      wording: this.wordings.get(value.code + (value.reason || "")) || { en: value.message, zh: value.message }
    }));
  }

  resolve(node) {
    if (!node || !node.$ref) return node;
    const target = node.$ref.replace("#/", "").split("/").reduce((at, part) => (at || {})[part], this.document) || {};
    const { $ref, ...own } = node;
    return { ...target, ...own, refName: $ref.slice($ref.lastIndexOf("/") + 1) };
  }

  /** The members of a record, those of nested records behind them, each by its path. */
  members(schema, prefix = "", depth = 0, seen = []) {
    const record = this.resolve(schema) || {};
    const rows = [];
    for (const [name, each] of Object.entries(record.properties || {})) {
      const member = this.resolve(each);
      const path = prefix + name;
      rows.push({ path, schema: member, required: (record.required || []).includes(name) });
      const inner = this.resolve(member.items) || this.resolve(member.additionalProperties) || member;
      const mark = member.items ? "[]" : member.additionalProperties ? ".*" : "";
      if (inner.properties && inner.refName !== "Money" && depth < 4 && !seen.includes(inner.refName)) {
        rows.push(...this.members(inner, path + mark + ".", depth + 1, inner.refName ? [...seen, inner.refName] : seen));
      }
    }
    return rows;
  }

  /** A value that an argument may have. */
  sample(schema) {
    const known = this.resolve(schema) || {};
    if (known.examples && known.examples.length > 0) return known.examples[0];
    if (known.enum) return known.enum[0];
    return known.type === "integer" ? 1 : known.type === "boolean" ? true : "text";
  }
}

/** The command line that makes a call. */
function curl(operation, base, model) {
  let path = operation.path;
  const query = [];
  for (const parameter of operation.parameters) {
    const value = encodeURIComponent(model.sample(parameter.schema));
    if (parameter.in === "path") path = path.replace("{" + parameter.name + "}", value);
    if (parameter.in === "query" && parameter.required) query.push(encodeURIComponent(parameter.name) + "=" + value);
  }
  const words = ["curl -sS"];
  if (operation.method !== "GET") words.push("-X " + operation.method);
  words.push(shell(base + path + (query.length > 0 ? "?" + query.join("&") : "")));
  if (!operation.open) words.push('-H "Authorization: Bearer $TOKEN"');
  if (operation.key) words.push('-H "Idempotency-Key: $(uuidgen)"');
  if (operation.body) {
    words.push("-H 'Content-Type: application/json'");
    words.push("-d " + shell(JSON.stringify(operation.body.example === undefined ? {} : operation.body.example)));
  }
  return words.join(" \\\n  ");
}

/** One word for a shell, whatever is in it. */
function shell(text) {
  return "'" + String(text).replaceAll("'", "'\\''") + "'";
}

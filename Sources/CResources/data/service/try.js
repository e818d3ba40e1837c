const at = (id) => document.getElementById(id);
async function call(method, path, body, output) {
  const headers = {};
  if (at("token").value) headers.Authorization = "Bearer " + at("token").value;
  if (body !== undefined) headers["Content-Type"] = "application/json";
  const scope = at("scope").value ? "scope=" + encodeURIComponent(at("scope").value) : "";
  const address = path + (scope ? (path.includes("?") ? "&" : "?") + scope : "");
  output.textContent = "…";
  try {
    const start = performance.now();
    const answer = await fetch(address, { method, headers, body });
    const text = await answer.text();
    let shown = text;
    try { shown = JSON.stringify(JSON.parse(text), null, 2); } catch { /* no JSON: as it is */ }
    output.textContent = `${method} ${address}: ${answer.status} in ${Math.round(performance.now() - start)} ms\n\n${shown}`;
  } catch (error) {
    output.textContent = String(error);
  }
}
const article = () => {
  const value = { text: at("text").value };
  for (const name of ["id", "title", "source"]) if (at(name).value) value[name] = at(name).value;
  return JSON.stringify(value);
};
at("query").onclick = () => call("POST", "/v1/query", article(), at("answer"));
at("add").onclick = () => call("POST", "/v1/articles", article(), at("answer"));
at("flag").onclick = () => call("POST", "/v1/flag", article(), at("answer"));
at("compare").onclick = () =>
  call("POST", "/v1/compare", JSON.stringify({ a: at("a").value, b: at("b").value }), at("difference"));
at("show").onclick = () => {
  const [kind, id] = [at("kind").value, at("what").value];
  call("GET", `/v1/${kind}/${encodeURIComponent(id)}`, undefined, at("found"));
};

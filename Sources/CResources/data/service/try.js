const at = (id) => document.getElementById(id);
const made = (tag, text, href) => {
  const node = document.createElement(tag);
  node.textContent = text;
  if (href) node.href = href;
  return node;
};
// The pages take no token from a form: they are led to where none is asked for.
const page = (path, text) => at("token").value ? made("span", text) : made("a", text, scoped(path));
const scoped = (path) => {
  const scope = at("scope").value ? "scope=" + encodeURIComponent(at("scope").value) : "";
  return path + (scope ? (path.includes("?") ? "&" : "?") + scope : "");
};
const storyPage = (id) => "/stories/" + encodeURIComponent(id);
async function call(method, path, body, output) {
  const headers = {};
  if (at("token").value) headers.Authorization = "Bearer " + at("token").value;
  if (body !== undefined) headers["Content-Type"] = "application/json";
  const address = scoped(path);
  output.textContent = "…";
  try {
    const start = performance.now();
    const answer = await fetch(address, { method, headers, body });
    const text = await answer.text();
    let shown = text, value = null;
    try { value = JSON.parse(text); shown = JSON.stringify(value, null, 2); } catch { /* no JSON: as it is */ }
    output.textContent = `${method} ${address}: ${answer.status} in ${Math.round(performance.now() - start)} ms\n\n${shown}`;
    return answer.ok ? value : null;
  } catch (error) {
    output.textContent = String(error);
  }
}
const article = () => {
  const value = { text: at("text").value };
  for (const name of ["id", "title", "source"]) if (at(name).value) value[name] = at(name).value;
  return JSON.stringify(value);
};
// What the answer says, as a sentence that leads to the story's page.
const say = (...parts) => at("said").replaceChildren(...parts);
const told = (changes) => changes && changes.length ? " It changed: " + changes.map((change) => change.message).join(" ") : "";
at("query").onclick = async () => {
  say();
  const found = await call("POST", "/v1/query", article(), at("answer"));
  if (!found) return;
  if (!found.story || !found.parent) return say("Nothing in the index is a version of it.");
  say(`A version of ${found.parent} (${found.relation}), in `, page(storyPage(found.story), "this story"), "." + told(found.changes));
};
at("add").onclick = async () => {
  say();
  const added = await call("POST", "/v1/articles", article(), at("answer"));
  if (added && added.story) say(`In the index: ${added.outcome}. `, page(storyPage(added.story), "Its story"), added.parent ? `: a version of ${added.parent}.` : ", of which it is the only version.");
};
at("flag").onclick = async () => {
  say();
  const found = await call("POST", "/v1/flag", article(), at("answer"));
  if (found && found.flags) say(found.flags.length ? found.flags.map((flag) => flag.message).join(" ") : "Nothing was found to be wrong with it.");
};
at("compare").onclick = async () => {
  at("changed").replaceChildren();
  const found = await call("POST", "/v1/compare", JSON.stringify({ a: at("a").value, b: at("b").value }), at("difference"));
  if (found && found.drift) at("changed").replaceChildren(...found.drift.map((finding) => made("li", `${finding.severity} ${finding.category}: ${finding.message}`)));
};
at("list").onclick = async () => {
  const found = [];
  for (let path = "/v1/stories?limit=1000", pages = 0; path && pages < 20 && found.length < 50; pages++) {
    const answer = await call("GET", path, undefined, at("found"));
    if (!answer) return;
    found.push(...answer.stories.filter((story) => story.size > 1));
    path = answer.next && answer.stories.length === 1000 ? `/v1/stories?limit=1000&since=${answer.next.since}&after=${answer.next.after}` : "";
  }
  at("found").textContent = "";
  const items = found.slice(0, 50).map((story) => {
    const item = made("li", "");
    item.append(page(storyPage(story.id), story.id), ` ${story.size} versions`);
    return item;
  });
  at("stories").replaceChildren(...(items.length ? items : [made("li", "None has several versions yet.")]));
};
at("show").onclick = () => {
  const [kind, id] = [at("kind").value, at("what").value];
  call("GET", `/v1/${kind}/${encodeURIComponent(id)}`, undefined, at("found"));
};

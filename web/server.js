// What the page asks of the program that serves it.
async function answered(response) {
  const body = await response.json().catch(() => ({ problem: `${response.status}` }));
  if (!response.ok) throw new Error(body.problem ?? `${response.status}`);
  return body;
}

export async function get(path, asked = {}, signal = undefined) {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== "" && value !== undefined && value !== null));
  return answered(await fetch(query.size ? `${path}?${query}` : path, { signal }));
}

export async function post(path, body) {
  return answered(await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }));
}

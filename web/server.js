// What the page asks of the program that serves it.
async function answered(response) {
  if (response.ok) return response.json();
  const body = await response.json().catch(() => ({}));
  throw new Error(body.problem ?? `${response.status}`);
}

export async function get(path, asked = {}, signal = undefined) {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== "" && value !== undefined && value !== null));
  return answered(await fetch(query.size ? `${path}?${query}` : path, { signal }));
}

export async function post(path, body) {
  return answered(await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }));
}

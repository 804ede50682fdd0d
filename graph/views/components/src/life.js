// How a part lives in a page: made once for a place, told of each rerun, ended once its place has left the page.

// `end` gets the part only when it has left; Streamlit calls after each rerun as well as at the end.
export function makeShow({ make, update, end }) {
  const parts = new WeakMap();
  return function show(component) {
    const root = component.parentElement;
    if (!parts.has(root)) parts.set(root, make(root, component));
    const part = parts.get(root);
    part.component = component;
    update(part, component.data);
    return () => setTimeout(() => leave(root), 0);
  };

  function leave(root) {
    if (root.isConnected || !parts.has(root)) return;
    const part = parts.get(root);
    parts.delete(root);
    end(part);
  }
}

// Search, and the language that was chosen last. The pages can be read without it.
(() => {
  const form = document.querySelector(".search");
  const query = document.querySelector("#query");
  const found = document.querySelector(".found");
  const count = document.querySelector(".count");
  const root = document.body.dataset.root;
  const items = window.referenceItems ?? [];
  const MOST = 50;

  const line = ({ method, name, path, href }) => {
    const link = document.createElement("a");
    link.href = root + href;
    const way = document.createElement("span");
    way.className = "method";
    way.textContent = method;
    const small = document.createElement("small");
    small.textContent = path;
    link.append(way, ` ${name} `, small);
    const entry = document.createElement("li");
    entry.append(link);
    return entry;
  };

  const search = () => {
    const words = query.value.toLowerCase().split(/\s+/).filter(Boolean);
    const hits = words.length === 0 ? [] : items.filter(({ text }) => words.every((word) => text.includes(word)));
    found.replaceChildren(...hits.slice(0, MOST).map(line));
    found.hidden = hits.length === 0;
    count.textContent = words.length === 0 ? "" : `${hits.length} of ${items.length} found`;
  };

  for (const item of items) {
    item.text = `${item.name} ${item.method} ${item.path} ${item.about}`.toLowerCase();
  }
  form.hidden = items.length === 0;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    found.querySelector("a")?.click();
  });
  query.addEventListener("input", search);
  document.addEventListener("keydown", (event) => {
    const links = [...found.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "/" && !event.target.matches("input[type=search]")) {
      query.focus();
    } else if (event.key === "Escape" && !found.hidden) {
      query.value = "";
      search();
      query.focus();
    } else if (event.key === "ArrowDown" && (event.target === query || at >= 0)) {
      links[at + 1]?.focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      (links[at - 1] ?? query).focus();
    } else {
      return;
    }
    event.preventDefault();
  });

  // Some browsers keep nothing for pages from the file system.
  const kept = (work) => {
    try {
      return work(window.localStorage);
    } catch {
      return undefined;
    }
  };
  const chosen = kept((storage) => storage.getItem("reference-language"));
  const tab = chosen && document.getElementById(`tab-${chosen}`);
  if (tab) {
    tab.checked = true;
  }
  document.querySelector(".tabs")?.addEventListener("change", ({ target }) =>
    kept((storage) => storage.setItem("reference-language", target.value)));
})();

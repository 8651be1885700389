"use strict";
/* A shelf of CommonJS modules: each is put on it as a function and run once, when it is first asked for. */
const shelf = (() => {
  const factories = new Map();
  const made = new Map();

  function put(name, factory) {
    factories.set(name, factory);
  }

  function require(name) {
    if (!made.has(name)) {
      if (!factories.has(name)) throw new Error("no module " + name);
      const module = { exports: {} };
      made.set(name, module);
      factories.get(name).call(globalThis, module, module.exports, require);
    }
    return made.get(name).exports;
  }

  return { put, require };
})();

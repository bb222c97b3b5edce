// What the page knows: the officer signed in, the queue, and which alert is open.

export const state = { officer: null, items: [], scope: "open", loaded: false, connected: true, freshUrgent: new Set() };

/** True when the officer holds one of the roles. */
export const may = (...roles) => roles.some((role) => state.officer?.roles?.includes(role));

// <trackno-parcel number="…">: where a parcel is, in a storefront's own page. It depends on nothing, keeps nothing, sends no
// cookies, and what a carrier wrote only ever becomes text. See docs/embed.md.
(() => {
  'use strict';
  if (customElements.get('trackno-parcel')) {
    return;
  }
  const script = document.currentScript ?? document.querySelector('script[src$="/trackno.js"]');
  const home = new URL('.', script.src);
  const WORDS = 'words';
  const STYLE = 'style';
  const HOST = ':host{display:block;width:100%;min-width:0;max-width:40em}:host([hidden]){display:none}'
    + ':host([theme=light]){color-scheme:light}:host([theme=dark]){color-scheme:dark}:host([theme=auto]){color-scheme:light dark}';
  const ATTRIBUTES = ['number', 'carrier', 'lang', 'storefront'];
  const AGAIN = 60_000;
  // Browsers open six connections to a server, for all tabs together: the others ask again after a while.
  const MOST_STREAMS = 2;
  let streams = 0;

  const shared = sheet(HOST + STYLE);

  function sheet(text) {
    const made = new CSSStyleSheet();
    made.replaceSync(text);
    return made;
  }

  /** An element; its class is also its part, by which the page around it reaches it. */
  function make(name, part, ...children) {
    const made = document.createElement(name);
    if (part) {
      made.className = part;
      made.setAttribute('part', part);
    }
    made.append(...children.filter((child) => child !== null && child !== ''));
    return made;
  }

  const text = (part, words) => (words ? make('p', part, words) : null);

  function headline({ kicker, when, what, notes, tone }) {
    const lines = make('p', 'headline',
      ...(when ? [make('strong', 'when', when), ' '] : []), make('strong', 'what', what));
    return make('div', 'head ' + tone, text('kicker', kicker), lines,
      notes.length ? make('p', 'notes', ...notes.map((note) => make('span', '', note))) : null);
  }

  function steps(parcel) {
    const bar = make('ol', 'steps', ...parcel.steps.map((step) => {
      const state = step.state === 'trouble' ? 'halted' : step.state;
      const item = make('li', 'step ' + state, make('span', 'name', step.name, make('span', 'hidden', ': ' + step.stateName)));
      if (state === 'here' || state === 'halted') {
        item.setAttribute('aria-current', 'step');
      }
      return item;
    }));
    bar.setAttribute('aria-label', parcel.stepsLabel);
    return bar;
  }

  function notice({ notice: told }) {
    return told
      ? make('div', told.act ? 'notice act' : 'notice', text('heading', told.heading),
        make('p', 'advice', make('strong', '', told.title + '.'), ' ' + told.advice))
      : make('div', 'notice');
  }

  function happened(part, { when, at, title, place }) {
    const time = make('time', 'time', when);
    time.dateTime = at;
    return make('div', part, time,
      make('span', 'what-happened', make('span', 'event', title), place ? ' ' : null, place ? make('span', 'place', place) : null));
  }

  /** The newest event, and as many of those before it as there is room for. */
  function news({ events, explanation }) {
    const [newest, ...before] = events;
    return make('div', 'news', text('explanation', explanation), newest ? happened('last', newest) : null,
      make('div', 'earlier', ...before.map((event) => happened('past', event))));
  }

  function trouble({ title, text: words }) {
    return make('div', 'head', text('title', title), text('text', words));
  }

  function foot(parcel) {
    const link = make('a', 'link', parcel.page.words);
    link.href = new URL('./' + parcel.page.path, home);
    const number = make('span', 'number', parcel.carrier ? parcel.carrier + ' ' : null, parcel.number);
    number.translate = false;
    return make('div', 'foot', number, link);
  }

  function waiting(words) {
    const bar = (kind) => make('span', kind);
    return [make('div', 'head waiting', bar('bar'), bar('bar big'), bar('bar'), make('span', 'hidden', words)),
      make('div', 'waiting', bar('bar long')), make('div', 'waiting', bar('bar'))];
  }

  class TracknoParcel extends HTMLElement {
    static observedAttributes = ATTRIBUTES;

    #root = this.attachShadow({ mode: 'open' });
    #card = make('div', 'card');
    #said = make('p', 'hidden');
    #shown = null; // what is on show, or null
    #asked = null; // AbortController of the question under way
    #stream = null;
    #timer = 0;
    #due = false;
    #theme = '';

    #visible = () => {
      if (document.hidden) {
        this.#rest();
      } else if (this.#shown?.again) {
        this.#ask();
      }
    };

    constructor() {
      super();
      this.#card.setAttribute('role', 'group');
      this.#said.setAttribute('role', 'status');
      this.#root.adoptedStyleSheets = [shared];
      this.#root.append(make('div', 'trackno', this.#card, this.#said));
    }

    connectedCallback() {
      document.addEventListener('visibilitychange', this.#visible);
      this.#begin();
    }

    disconnectedCallback() {
      document.removeEventListener('visibilitychange', this.#visible);
      this.#end();
    }

    attributeChangedCallback(name, before, now) {
      if (this.isConnected && before !== now) {
        this.#begin();
      }
    }

    /** Once, however many attributes change together. */
    #begin() {
      if (this.#due) {
        return;
      }
      this.#due = true;
      queueMicrotask(() => {
        this.#due = false;
        this.#end();
        this.#said.textContent = '';
        this.#card.hidden = !this.#number;
        if (this.isConnected && this.#number) {
          this.#card.setAttribute('aria-label', this.#number);
          this.#card.setAttribute('aria-busy', 'true');
          this.#card.replaceChildren(...waiting(this.#words.waiting));
          this.#ask();
        }
      });
    }

    #end() {
      this.#rest();
      this.#asked?.abort();
      this.#shown = null;
    }

    /** Neither listens nor plans to ask. */
    #rest() {
      clearTimeout(this.#timer);
      if (this.#stream) {
        this.#stream.close();
        this.#stream = null;
        streams--;
      }
    }

    get #number() {
      return (this.getAttribute('number') ?? '').trim();
    }

    /** The language of the element, of what it stands in, or of the browser. */
    get #language() {
      const tag = this.closest('[lang]')?.lang || navigator.language || 'en';
      return tag.toLowerCase().split('-')[0];
    }

    get #words() {
      return WORDS[this.#language] ?? WORDS.en;
    }

    #address(what, more = {}) {
      const address = new URL(`./embed/${encodeURIComponent(this.#number)}${what}`, home);
      const language = this.#language;
      const query = { carrier: this.getAttribute('carrier'), storefront: this.getAttribute('storefront'),
        lang: language in WORDS ? language : null, ...more };
      for (const [name, value] of Object.entries(query)) {
        if (value) {
          address.searchParams.set(name, value);
        }
      }
      return address;
    }

    async #ask() {
      clearTimeout(this.#timer);
      this.#asked?.abort();
      const asked = this.#asked = new AbortController();
      let answer;
      try {
        const response = await fetch(this.#address('/parcel'),
          { signal: asked.signal, credentials: 'omit', referrerPolicy: 'no-referrer' });
        answer = response.ok ? await response.json() : this.#failed(response.status);
      } catch {
        answer = this.#failed(0);
      }
      if (!asked.signal.aborted) {
        this.#take(answer);
      }
    }

    /** What to say when the server said nothing. */
    #failed(status) {
      const many = status === 429;
      const { manyTitle, manyText, failedTitle, failedText, details } = this.#words;
      return { number: this.#number, again: AGAIN / 1000, failed: true, page: { words: details,
        path: 'track/' + encodeURIComponent(this.#number) }, trouble: { reason: many ? 'too-many-requests' : 'unreachable',
        title: many ? manyTitle : failedTitle, text: many ? manyText : failedText } };
    }

    #take(answer) {
      const before = this.#shown;
      if (answer.failed && before && !before.failed) {
        this.#plan(answer.again); // what is on show is better than nothing
        return;
      }
      this.#shown = answer;
      this.#show(answer);
      this.#tell(before, answer);
      this.#follow(answer);
    }

    #show(parcel) {
      if (parcel.style && parcel.style !== this.#theme) {
        this.#theme = parcel.style;
        this.#root.adoptedStyleSheets = [sheet(`:host{${parcel.style}}`), shared];
      }
      const fresh = parcel.trouble
        ? [trouble(parcel.trouble), foot(parcel)]
        : [headline(parcel.headline), steps(parcel), notice(parcel), news(parcel), foot(parcel)];
      const shown = [...this.#card.children];
      this.#card.lang = parcel.language ?? this.#language;
      this.#card.setAttribute('aria-label', parcel.label ?? parcel.number);
      this.#card.setAttribute('aria-busy', 'false');
      if (shown.length !== fresh.length) {
        this.#card.replaceChildren(...fresh);
        return;
      }
      shown.forEach((part, at) => { // what has the focus keeps it
        if (!part.isEqualNode(fresh[at]) && !part.contains(this.#root.activeElement)) {
          part.replaceWith(fresh[at]);
        }
      });
    }

    /** Tells the page around it, and whoever listens to it. */
    #tell(before, { number, carrierId, stage, estimate, deliveredAt, problem, trouble: what, headline: said }) {
      if (what) {
        if (what.reason !== before?.trouble?.reason) {
          this.#dispatch('trackno:error', { number, reason: what.reason, title: what.title });
        }
        return;
      }
      const previous = before?.stage ?? null;
      if (stage !== previous) {
        this.#dispatch('trackno:stage', { number, carrier: carrierId, stage, previous, estimate, deliveredAt, problem });
      }
      if (before?.headline && said.what !== before.headline.what) {
        this.#said.textContent = [said.when, said.what].filter(Boolean).join(' · ');
      }
    }

    #dispatch(name, detail) {
      this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
    }

    #plan(seconds) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => { if (!document.hidden) { this.#ask(); } }, seconds * 1000 * (1 + Math.random() / 4));
    }

    #follow({ again, version }) {
      if (!again || document.hidden) {
        this.#rest();
        return;
      }
      if (this.#stream) {
        return;
      }
      if (!version || streams >= MOST_STREAMS) {
        this.#plan(again);
        return;
      }
      streams++;
      const stream = this.#stream = new EventSource(this.#address('/stream', { seen: version }));
      stream.addEventListener('change', () => this.#ask());
      stream.addEventListener('error', () => {
        if (stream.readyState === EventSource.CLOSED && this.#stream === stream) {
          this.#rest();
          this.#plan(again);
        }
      });
    }
  }

  for (const name of ATTRIBUTES.filter((one) => one !== 'lang')) {
    Object.defineProperty(TracknoParcel.prototype, name, {
      get() { return this.getAttribute(name) ?? ''; },
      set(value) {
        if (value === null || value === undefined) {
          this.removeAttribute(name);
        } else {
          this.setAttribute(name, value);
        }
      },
    });
  }
  customElements.define('trackno-parcel', TracknoParcel);
})();

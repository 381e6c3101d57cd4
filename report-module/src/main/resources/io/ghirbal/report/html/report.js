// The report works without this script; it adds the second language, and finds articles.
(() => {
  'use strict';
  const root = document.documentElement;
  const all = (selector) => [...document.querySelectorAll(selector)];
  const one = (id) => document.getElementById(id);

  const choices = all('#languages button');
  const speak = (wanted) => {
    root.lang = wanted;
    root.dir = wanted === 'ar' ? 'rtl' : 'ltr';
    all('option[data-ar]').forEach((option) => { option.textContent = option.dataset[wanted]; });
    all('[data-ar-hint]').forEach((input) => { input.placeholder = input.dataset[wanted + 'Hint']; });
    all('[data-ar-label]').forEach((element) => element.setAttribute('aria-label', element.dataset[wanted + 'Label']));
    choices.forEach((choice) => choice.setAttribute('aria-pressed', choice.lang === wanted));
  };

  // Letters as readers type them: no diacritics, tatweel or bidi marks, alef, ya, kaf and ta marbuta alike, digits alike.
  const folded = (text) => text.normalize('NFKC').toLowerCase()
    .replace(/[\u0640\u064B-\u065F\u0670\u200B-\u200F\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/[أإآٱ]/g, 'ا').replace(/[ىی]/g, 'ي').replace(/ک/g, 'ك').replace(/ة/g, 'ه')
    .replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt(0) % 16).replace(/\s+/g, ' ').trim();

  // Controls that a text may hold are shown instead of obeyed, as in the rest of the page.
  const visible = (text) => text.replace(/[\u0000-\u001F\u007F-\u009F]/g, (c) => '\\u' + c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0'));
  const count = (number) => number.toLocaleString('en-US');

  // The list of articles. Its state, what is searched and chosen, is the part of the address behind the #, so that it can be linked to and kept.
  const list = (data) => {
    const SHOWN = 100;
    const STORY_DIGITS = 16;
    const OTHERS = 20;
    const rows = [];
    const stories = new Map();
    const names = new Map(data.topics.map(([code, ar, en]) => [code, [ar, en]]));
    let loaded = 0; // parts of data.parts
    let hits = [];
    let limit = SHOWN;
    let state = {};

    const add = (part) => {
      const at = (list, i) => (i < 0 ? null : list[i]);
      const untitled = new Set(part.untitled);
      const topicLists = part.topicLists.map((some) => some.map((i) => part.topics[i]));
      const told = part.stories.map(([id, publications, outlets]) => {
        if (!stories.has(id)) stories.set(id, { id, publications, outlets, rows: [] });
        return stories.get(id);
      });
      const days = part.days[Symbol.iterator]();
      let day = null;
      let left = 0;
      part.titles.forEach((title, i) => {
        if (left === 0) [day, left] = days.next().value;
        left -= 1;
        const site = part.site.length ? at(part.sites, part.site[i]) : null;
        const row = {
          title, day, titled: !untitled.has(i), outlet: at(part.outlets, part.outlet[i]), topics: topicLists[part.topicList[i]],
          story: at(told, part.story[i]), url: site === null ? null : site + part.pages[i], text: null, element: null,
        };
        if (row.story) row.story.rows.push(row);
        rows.push(row);
      });
    };

    // Every text is folded once, when it is searched first or when the browser has nothing else to do.
    const outlets = new Map();
    const textOf = (row) => {
      if (row.text === null) {
        if (!outlets.has(row.outlet)) outlets.set(row.outlet, row.outlet === null ? '' : folded(row.outlet));
        row.text = folded(row.title) + '\n' + outlets.get(row.outlet);
      }
      return row.text;
    };
    const foldAhead = () => {
      const idle = window.requestIdleCallback || ((work) => setTimeout(() => work({ timeRemaining: () => 10 }), 50));
      let at = 0;
      const work = (deadline) => {
        do {
          for (const end = Math.min(at + 50, rows.length); at < end; at += 1) textOf(rows[at]);
        } while (at < rows.length && deadline.timeRemaining() > 1);
        if (at < rows.length) idle(work);
      };
      idle(work);
    };

    const dayFits = (day) => (state.undated ? day === null : !(state.from || state.to)
      || (day !== null && (!state.from || day >= state.from) && (!state.to || day <= state.to)));
    const find = () => {
      const words = folded(state.words).split(' ').filter((word) => word !== '');
      const story = state.story === null ? null : state.story.slice(0, STORY_DIGITS);
      return rows.filter((row) => (story === null || (row.story !== null && row.story.id === story))
        && (state.outlet === null || (row.outlet ?? '') === state.outlet)
        && (state.topic === null || (state.topic === '' ? row.topics.length === 0 : row.topics.includes(state.topic)))
        && dayFits(row.day) && words.every((word) => textOf(row).includes(word)));
    };
    /** Whether what is not loaded may have hits: the parts go back in time, and end with what has no day. */
    const mayHaveMore = () => data.parts.slice(loaded).some(([, newest], i, left) => {
      const next = left[i + 1];
      const oldest = i + 1 < left.length ? next[1] : null;
      if (state.undated) return oldest === null;
      return !(state.from && newest !== null && newest < state.from) && !(state.from && newest === null)
        && !(state.to && (newest === null || (oldest !== null && oldest > state.to)));
    });

    // What is shown

    const copy = (id) => one(id).content.firstElementChild.cloneNode(true);
    const fill = (element, selector, text) => {
      const part = element.querySelector(selector);
      if (text === null) part.remove();
      else (part.querySelector('dd bdi, dd a') ?? part.querySelector('dd') ?? part).textContent = visible(text);
      return part;
    };
    const both = ([ar, en]) => [['ar', ar], ['en', en]].map(([lang, text]) => {
      const words = document.createElement('span');
      words.className = 't';
      words.lang = lang;
      words.textContent = text;
      return words;
    });
    const isolated = (text, name) => {
      const part = document.createElement('bdi');
      part.className = name;
      part.textContent = visible(text);
      return part;
    };
    const leads = (url) => url !== null && /^https?:\/\//i.test(url);
    const address = (key, value) => '#' + new URLSearchParams([[key, value]]);

    const made = (row) => {
      const element = copy('hit');
      fill(element, '.title', row.title).classList.toggle('words', !row.titled);
      if (row.titled) element.querySelector('.untitled').remove();
      fill(element, '.outlet', row.outlet);
      fill(element, '.day', row.day);
      row.topics.forEach((code) => {
        const topic = document.createElement('span');
        topic.className = 'topic';
        topic.append(...both(names.get(code) ?? [code, code]));
        element.querySelector('.badges').append(topic);
      });
      return element;
    };
    const facts = (row) => {
      const element = copy('facts');
      fill(element, '.outlet', row.outlet);
      fill(element, '.day', row.day);
      if (leads(row.url)) fill(element, '.url', row.url).querySelector('a').href = row.url;
      else element.querySelector('.url').remove();
      return element;
    };
    const storyOf = (row) => {
      const element = copy('story');
      fill(element, '.publications', count(row.story.publications));
      fill(element, '.outlets', count(row.story.outlets));
      element.querySelector('.only').href = address('story', row.story.id);
      row.story.rows.filter((other) => other !== row).slice(0, OTHERS).forEach((other) => {
        const item = document.createElement('li');
        const title = isolated(other.title, 'title');
        if (leads(other.url)) {
          const link = document.createElement('a');
          link.href = other.url;
          link.rel = 'noopener noreferrer';
          link.append(title);
          item.append(link);
        } else item.append(title);
        const where = document.createElement('span');
        where.className = 'where';
        if (other.outlet !== null) where.append(isolated(other.outlet, 'outlet'));
        if (other.day !== null) where.append(isolated(other.day, 'day'));
        item.append(where);
        element.querySelector('ul').append(item);
      });
      return element;
    };
    const elementOf = (row) => {
      if (row.element === null) {
        row.element = made(row);
        row.element.append(facts(row));
      }
      if (!row.element.row) {
        row.element.row = row;
        row.element.addEventListener('toggle', () => {
          row.element.querySelector('.story')?.remove();
          if (row.element.open && row.story && row.story.publications > 1) row.element.querySelector('.facts').after(storyOf(row));
        });
      }
      return row.element;
    };

    const show = () => {
      one('hits').replaceChildren(...hits.slice(0, limit).map(elementOf));
      one('more').hidden = hits.length <= limit;
    };
    const apply = () => {
      hits = find();
      const partly = mayHaveMore();
      one('found').textContent = count(hits.length);
      one('searched').hidden = !partly;
      one('loaded').textContent = count(rows.length);
      one('nomatch').hidden = hits.length > 0 || partly;
      one('older').hidden = !partly;
      one('oldest').hidden = !partly || data.parts.length - loaded < 2;
      one('undated').hidden = !state.undated;
      one('ofstory').hidden = state.story === null;
      if (state.story !== null) {
        const story = stories.get(state.story.slice(0, STORY_DIGITS));
        one('ofstory').querySelector('bdi').textContent = visible(story ? story.rows[0].title : state.story.slice(0, STORY_DIGITS));
      }
      one('clear').hidden = !(state.words || state.outlet !== null || state.topic !== null || state.from || state.to || state.undated || state.story !== null);
      show();
    };

    // The state, in the controls and in the address

    const NOTHING = { words: '', outlet: null, topic: null, from: '', to: '', undated: false, story: null };
    const chosen = (select) => (select.value === 'any' ? null : select.value.slice(2));
    const choose = (select, value) => {
      const wanted = value === null ? 'any' : 'is' + value;
      if (![...select.options].some((option) => option.value === wanted)) select.add(new Option(visible(value), wanted));
      select.value = wanted;
    };
    const fromControls = () => ({
      ...state, words: one('words').value, outlet: chosen(one('outlet')), topic: chosen(one('topic')), from: one('from').value, to: one('to').value,
      undated: state.undated && !one('from').value && !one('to').value,
    });
    const toControls = () => {
      choose(one('outlet'), state.outlet);
      choose(one('topic'), state.topic);
      // not while somebody types: half a day has no value yet
      [['words', state.words], ['from', state.from], ['to', state.to]].forEach(([id, value]) => {
        if (one(id).value !== value) one(id).value = value;
      });
    };

    // A day, a month or a year, or two of them with two points between.
    const lastOf = (day) => (day.length === 7 ? day + '-' + new Date(Date.UTC(+day.slice(0, 4), +day.slice(5), 0)).getUTCDate() : day + '-12-31'.slice(day.length - 4));
    const daysOf = (text) => {
      const found = /^(\d{4}(?:-\d\d(?:-\d\d)?)?)?(?:(\.\.)(\d{4}(?:-\d\d(?:-\d\d)?)?)?)?$/.exec(text);
      if (!found) return { from: '', to: '' };
      const [, first = '', range, last = ''] = found;
      const end = range ? last : first;
      return { from: first && first + '-01-01'.slice(first.length - 4), to: end && lastOf(end) };
    };
    const fromAddress = (hash) => {
      const given = new URLSearchParams(hash.slice(1));
      const days = given.get('day');
      return {
        ...NOTHING, words: given.get('q') ?? '', outlet: given.get('outlet'), topic: given.get('topic'), story: given.get('story') || null,
        undated: days === '', ...(days ? daysOf(days) : {}),
      };
    };
    const toAddress = () => {
      const given = new URLSearchParams();
      if (state.words.trim()) given.set('q', state.words.trim());
      if (state.outlet !== null) given.set('outlet', state.outlet);
      if (state.topic !== null) given.set('topic', state.topic);
      if (state.undated) given.set('day', '');
      else if (state.from && state.from === state.to) given.set('day', state.from);
      else if (state.from || state.to) given.set('day', state.from + '..' + state.to);
      if (state.story !== null) given.set('story', state.story);
      return '#' + given;
    };
    let keeping = 0;
    const keep = () => {
      clearTimeout(keeping);
      keeping = setTimeout(() => { // browsers allow but so many changes of the address
        const wanted = toAddress();
        if (wanted !== '#') history.replaceState(null, '', wanted);
        else if (location.hash.includes('=')) history.replaceState(null, '', '#articles');
      }, 300);
    };
    const change = (next) => {
      state = next;
      limit = SHOWN;
      toControls();
      apply();
      keep();
    };
    const restore = (moved) => {
      clearTimeout(keeping);
      if (!location.hash.includes('=')) return;
      state = fromAddress(location.hash);
      limit = SHOWN;
      toControls();
      apply();
      one('articles').scrollIntoView({ behavior: 'instant' });
      if (moved) one('articles-title').focus({ preventScroll: true });
    };

    // Files beside the page, one after the other

    const load = (parts) => {
      if (parts < 1 || loaded === data.parts.length) return;
      const name = 'report-headlines/' + String(loaded + 1).padStart(3, '0') + '.js';
      const script = document.createElement('script');
      let taken = false;
      window.ghirbalHeadlines = (digest, part) => {
        taken = digest === data.parts[loaded][2];
        if (taken) add(part);
      };
      const done = () => {
        script.remove();
        one('unread').hidden = taken;
        one('unread').querySelector('bdi').textContent = name;
        [one('older'), one('oldest')].forEach((button) => { button.disabled = false; });
        if (taken) {
          loaded += 1;
          apply();
          foldAhead();
          load(parts - 1);
        }
      };
      script.addEventListener('load', done);
      script.addEventListener('error', done);
      script.src = name;
      [one('older'), one('oldest')].forEach((button) => { button.disabled = true; });
      document.head.append(script);
    };

    add(data.first);
    [...one('hits').children].forEach((element, i) => { rows[i].element = element; });
    data.outlets.filter((outlet) => outlet !== '').forEach((outlet) => one('outlet').add(new Option(visible(outlet), 'is' + outlet)));
    if (one('newest')) one('newest').hidden = true;
    const form = document.querySelector('form.filter');
    form.hidden = false;
    form.addEventListener('input', () => change(fromControls()));
    form.addEventListener('submit', (event) => event.preventDefault());
    one('ofstory').addEventListener('click', () => { change({ ...state, story: null }); one('words').focus(); });
    one('undated').addEventListener('click', () => { change({ ...state, undated: false }); one('words').focus(); });
    one('clear').addEventListener('click', () => { change(NOTHING); one('words').focus(); });
    one('more').addEventListener('click', () => {
      const next = hits[limit];
      limit += SHOWN;
      show();
      next.element.querySelector('summary').focus();
    });
    one('older').addEventListener('click', () => load(1));
    one('oldest').addEventListener('click', () => load(data.parts.length));
    window.addEventListener('hashchange', () => restore(true));
    document.addEventListener('click', (event) => { // a link to where the page is already moves nothing by itself
      const link = event.target.closest('a[href^="#"]');
      if (link && link.hash === location.hash) restore(true);
    });
    state = NOTHING;
    toControls();
    apply();
    restore(false);
    foldAhead();
  };

  one('languages').hidden = false;
  choices.forEach((choice) => choice.addEventListener('click', () => speak(choice.lang)));
  if (one('headlines')) list(JSON.parse(one('headlines').textContent));
  speak(new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'ar');
})();

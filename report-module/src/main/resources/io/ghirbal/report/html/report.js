// The report works without this script; it adds the second language and the filter.
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

  // Letters as readers type them: no diacritics, tatweel or bidi marks, alef, ya and ta marbuta alike.
  const folded = (text) => text.normalize('NFKC').toLowerCase()
    .replace(/[\u0640\u064B-\u065F\u0670\u200B-\u200F\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/[أإآٱ]/g, 'ا').replace(/ى/g, 'ي').replace(/ة/g, 'ه').replace(/\s+/g, ' ').trim();

  const filter = () => {
    const articles = all('details.article');
    const texts = new Map();
    const textOf = (article) => {
      if (!texts.has(article)) {
        const parts = [...article.querySelectorAll('.title, .path, dd, .line')].map((part) => part.textContent);
        texts.set(article, folded(parts.join(' ')));
      }
      return texts.get(article);
    };
    const has = (list, code) => code === '' || list.split(' ').includes(code);
    const apply = () => {
      const words = folded(one('words').value).split(' ');
      let shown = 0;
      articles.forEach((article) => {
        const fits = has(article.dataset.topics, one('topic').value) && has(article.dataset.kinds, one('kind').value)
          && (!one('only').checked || article.dataset.kinds !== '') && words.every((word) => textOf(article).includes(word));
        article.hidden = !fits;
        shown += fits ? 1 : 0;
      });
      one('shown').textContent = shown.toLocaleString('en-US');
      one('nomatch').hidden = shown > 0;
    };
    const form = document.querySelector('form.filter');
    form.hidden = false;
    form.addEventListener('input', apply);
    form.addEventListener('submit', (event) => event.preventDefault());
    const open = (wanted) => articles.filter((article) => !article.hidden).forEach((article) => { article.open = wanted; });
    one('open').addEventListener('click', () => open(true));
    one('close').addEventListener('click', () => open(false));
  };

  one('languages').hidden = false;
  choices.forEach((choice) => choice.addEventListener('click', () => speak(choice.lang)));
  speak(new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'ar');
  if (document.querySelector('form.filter')) filter();
})();

// The report works without this script; it adds the second language, the charts and the filter.
(() => {
  'use strict';
  const root = document.documentElement;
  const all = (selector) => [...document.querySelectorAll(selector)];
  const one = (id) => document.getElementById(id);
  const data = JSON.parse(one('chart-data').textContent);
  const fonts = getComputedStyle(document.body).fontFamily;
  let language = 'ar';
  let drawn = [];

  const color = (name) => getComputedStyle(root).getPropertyValue(name).trim();

  const drawCharts = () => {
    drawn.forEach((chart) => chart.destroy());
    const rtl = language === 'ar';
    Chart.defaults.font.family = fonts;
    Chart.defaults.font.size = 13;
    Chart.defaults.color = color('--soft');
    Chart.defaults.animation = false;
    drawn = all('canvas[data-chart]').map((canvas) => {
      const chart = data[canvas.dataset.chart];
      const rows = canvas.dataset.shape === 'rows';
      canvas.setAttribute('aria-label', canvas.dataset[language + 'Label']);
      if (rows) canvas.parentElement.style.height = 60 + 30 * Math.max(2, chart.names.length) + 'px';
      const names = { reverse: !rows && rtl, position: rows ? (rtl ? 'right' : 'left') : 'bottom', grid: { display: false },
        ticks: { autoSkip: !rows, autoSkipPadding: 16, maxRotation: 0, color: color('--ink') } };
      const lengths = { reverse: rows && rtl, position: rows ? 'bottom' : (rtl ? 'right' : 'left'), beginAtZero: true,
        grid: { color: color('--line') }, border: { display: false },
        ticks: { precision: 0, maxTicksLimit: 6, callback: (value) => value.toLocaleString('en-US') } };
      return new Chart(canvas, {
        type: 'bar',
        data: {
          labels: chart.names.map((name) => name[language]),
          datasets: [{ label: chart.measure[language], data: chart.lengths, backgroundColor: color('--accent'),
            borderRadius: 4, maxBarThickness: rows ? 18 : 36, minBarLength: rows ? 2 : 0 }],
        },
        options: {
          layout: { padding: rows ? 0 : { left: 28, right: 28 } },
          indexAxis: rows ? 'y' : 'x', responsive: true, maintainAspectRatio: false,
          scales: rows ? { x: lengths, y: names } : { x: names, y: lengths },
          plugins: {
            legend: { display: false },
            tooltip: { rtl, textDirection: rtl ? 'rtl' : 'ltr', callbacks: { label: (item) => item.raw.toLocaleString('en-US') + ' ' + chart.measure[language] } },
          },
        },
      });
    });
  };

  const speak = (wanted) => {
    language = wanted;
    root.lang = wanted;
    root.dir = wanted === 'ar' ? 'rtl' : 'ltr';
    all('option[data-ar]').forEach((option) => { option.textContent = option.dataset[wanted]; });
    all('[data-ar-hint]').forEach((input) => { input.placeholder = input.dataset[wanted + 'Hint']; });
    all('nav[data-ar-label], button[data-ar-label]').forEach((element) => element.setAttribute('aria-label', element.dataset[wanted + 'Label']));
    drawCharts();
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

  one('language').hidden = false;
  one('language').addEventListener('click', () => speak(language === 'ar' ? 'en' : 'ar'));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawCharts);
  speak(new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'ar');
  if (document.querySelector('form.filter')) filter();
})();

// What ReportInBrowserIT asks a page: by roles, languages, computed styles and geometry, never by an id or a class of the page.
// A fault is told as a line that names the element.

const each = (selector, root = document) => [...root.querySelectorAll(selector)];
const style = (element) => getComputedStyle(element);
const visible = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getClientRects().length > 0;
const shown = (selector) => each(selector).filter(visible);
const words = (element) => (element.innerText ?? element.textContent).replace(/\s+/g, ' ').trim();

const once = (list) => [...new Set(list)];

function name(element) {
  const path = [];
  for (let e = element; e && e !== document.body && path.length < 4; e = e.parentElement) {
    path.unshift(e.localName + (e.id ? '#' + e.id : '') + [...e.classList].map((c) => '.' + c).join(''));
  }
  return path.join(' > ') + ' "' + words(element).slice(0, 50) + '"';
}

function openAll() {
  each('details').forEach((details) => { details.open = true; });
}

/** The texts that are seen, with the element that holds each. */
function texts() {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (walker.currentNode.data.trim() && !parent.closest('script, style, template') && visible(parent)) {
      found.push({ text: walker.currentNode.data, element: parent });
    }
  }
  return found;
}

// Structure

const headings = () => shown('h1, h2, h3').map(words);
const links = () => each('a[href]').map((a) => decodeURI(a.getAttribute('href')));
const summaryOf = (title) => each('summary').find((summary) => summary.textContent.includes(title));

/** The titles of those articles that are seen, of the titles given. */
function articles(titles) {
  return shown('details > summary').map(words).filter((text) => titles.some((title) => text.includes(title)));
}

function focusSummary(title) {
  summaryOf(title).focus();
  return summaryOf(title).parentElement;
}

const searchField = () => shown('input[type="search"], [role="searchbox"]')[0];
const controls = () => shown('button, input, select, textarea, [role="button"], [role="switch"]').map(name);
const announced = () => shown('[role="status"], [role="alert"], [aria-live]').map(words);

/** Figures in which nothing is drawn or told. */
function blankFigures() {
  const painted = (canvas) => canvas.width > 0 && canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some((v) => v);
  const marks = (shape) => visible(shape) && shape.getBBox().width + shape.getBBox().height > 0;
  const tells = (figure) => each('td', figure).some(visible) || each('svg :is(text, path, rect, circle, line, polyline, polygon)', figure).some(marks)
    || each('canvas', figure).some((canvas) => visible(canvas) && painted(canvas));
  const figures = shown('figure');
  return figures.length === 0 ? ['no figure at all'] : figures.filter((figure) => !tells(figure)).map(name);
}

/** Figures without a caption, without a table of their numbers in them or beside them, or with a picture that is neither named nor hidden from readers. */
function figuresNotTold() {
  const named = (svg) => svg.closest('[aria-hidden="true"]') || svg.getAttribute('aria-label') || svg.getAttribute('aria-labelledby') || svg.querySelector('title');
  return shown('figure').filter((figure) => !each('figcaption', figure).some((caption) => words(caption))
    || !(figure.closest('section') ?? figure).querySelector('table')
    || !each('svg', figure).every(named)).map(name);
}

// Languages and directions

// A reason may quote words as the cleaner compares them, with letters folded.
const letters = (text) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '').replace(/[أإآٱ]/g, 'ا').replace(/ى/g, 'ي').replace(/ة/g, 'ه');

/** Words in Arabic letters that do not stand in the data: what is left of the Arabic page on the English one. */
function arabicOutside(data) {
  const known = letters(data) + '|' + letters('العربية');
  const told = texts().map(({ text, element }) => [text, element]);
  for (const element of each('[title], [aria-label], [placeholder], [alt]').filter(visible)) {
    for (const attribute of ['title', 'aria-label', 'placeholder', 'alt']) {
      if (element.hasAttribute(attribute)) told.push([element.getAttribute(attribute), element]);
    }
  }
  shown('select').forEach((select) => [...select.options].forEach((option) => told.push([option.text, select])));
  return once(told.flatMap(([text, element]) => (text.match(/\p{Script=Arabic}[\p{Script=Arabic}\p{M}\s]*/gu) ?? [])
    .filter((run) => !known.includes(letters(run)))
    .map((run) => run.trim() + ' in ' + name(element))));
}

/** Labels in Latin letters alone that do not stand in the data: what is not translated on the Arabic page. */
function labelsWithoutArabic(data) {
  const known = letters(data) + '|' + letters('English');
  return once(shown('h1, h2, h3, h4, figcaption, caption, legend, button, nav a, th[scope="col"], dt, label, summary, option')
    .filter((label) => /\p{Script=Latin}/u.test(words(label)) && !/\p{Script=Arabic}/u.test(words(label)))
    .filter((label) => !known.includes(letters(words(label))))
    .map(name));
}

/** The languages that a control or a live region says are chosen. */
function chosen() {
  const states = '[aria-pressed="true"], [aria-checked="true"], [aria-selected="true"], [aria-current]:not([aria-current="false"]), option:checked';
  const told = [...shown(states).map(words), ...announced(), ...each('input:checked').flatMap((input) => [...input.labels].map(words))];
  return ['English', 'العربية'].filter((language) => told.some((text) => text.includes(language)));
}

const begins = (table) => {
  const row = [...table.rows].find((r) => [...r.cells].filter(visible).length > 1);
  if (!row) return null;
  const cells = [...row.cells].filter(visible).map((cell) => cell.getBoundingClientRect());
  return cells[0].right > cells[cells.length - 1].right ? 'rtl' : 'ltr';
};
const tables = () => shown('table').filter(begins).map(name);
const tablesThatDoNotBegin = (direction) => shown('table').filter((table) => ![null, direction].includes(begins(table))).map(name);

// Keyboard

/** Gives every control a number and answers them all. */
function numberControls() {
  const focusable = shown('a[href], button, input, select, textarea, summary, [tabindex="0"]')
    .filter((control) => !control.disabled && !(control.type === 'radio' && !control.checked));
  focusable.forEach((control, i) => { control.stopName = i + ' ' + name(control); });
  window.otherStops = 0;
  return focusable.map((control) => control.stopName);
}

/** Where the focus is, and then what is wrong with how it is seen; nothing when it is outside the page. */
function stop() {
  const at = document.activeElement;
  if (!at || at === document.body || at === document.documentElement) return [];
  at.stopName ??= 'other ' + window.otherStops++ + ' ' + name(at);
  const faults = [];
  const { outlineStyle, outlineWidth, boxShadow } = style(at);
  if ((outlineStyle === 'none' || parseFloat(outlineWidth) === 0) && boxShadow === 'none') faults.push('no mark of the focus: ' + at.stopName);
  const seen = [...at.getClientRects()].some((box) => [0.05, 0.5, 0.95].some((x) => [0.1, 0.5, 0.9].some((y) => {
    const top = document.elementFromPoint(box.left + x * box.width, box.top + y * box.height);
    return top && (at.contains(top) || top.contains(at) && top.localName === 'label');
  })));
  if (!seen) faults.push('covered or out of sight: ' + at.stopName);
  return [at.stopName, ...faults];
}

// Sizes

const scrolls = (element) => style(element).overflowX !== 'visible';

/** What reaches beyond the page and is not in a part that scrolls by itself. */
function beyond(width) {
  const inScroller = (element) => element.parentElement && element.parentElement !== document.body
    && (scrolls(element.parentElement) || inScroller(element.parentElement));
  return shown('body *').filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && (box.right > width + 1 || box.left < -1) && !inScroller(element);
  }).map(name);
}

/** What is not seen whole on paper, where nothing scrolls: parts that would, what reaches beyond the paper, letters beyond their picture. */
function clipped() {
  const scrollers = shown('body *').filter((e) => scrolls(e) && e.clientWidth > 1 && e.scrollWidth > e.clientWidth + 1).map(name);
  const letters = shown('svg text').filter((text) => {
    if (!scrolls(text.closest('svg'))) return false;
    const outer = text.closest('svg').getBoundingClientRect();
    const box = text.getBoundingClientRect();
    const lead = box.height / 4; // above and below the letters the box is empty
    return box.left < outer.left - 1 || box.right > outer.right + 1 || box.top < outer.top - lead || box.bottom > outer.bottom + lead;
  }).map(name);
  return [...scrollers, ...letters, ...beyond(innerWidth)];
}

/** The height of letters as drawn, in pixels: a picture may be scaled. */
function size(element) {
  const scale = element instanceof SVGGraphicsElement ? Math.abs(element.getScreenCTM().d) : 1;
  return parseFloat(style(element).fontSize) * scale;
}

/** Every text smaller than that. */
function textBelow(pixels) {
  return once(texts().filter(({ element }) => size(element) < pixels).map(({ element }) => size(element).toFixed(1) + ' px: ' + name(element)));
}

/** The share of characters in text smaller than that. */
function shareOfTextBelow(pixels) {
  const characters = (some) => some.reduce((sum, { text }) => sum + text.trim().length, 0);
  return characters(texts().filter(({ element }) => size(element) < pixels)) / characters(texts());
}

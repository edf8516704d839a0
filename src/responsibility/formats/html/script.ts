/** The filters. What it finds is plain; without it everything is shown. Its hash stands in the policy of the page. */
export const script = `
'use strict';
(() => {
  const form = document.getElementById('filters');
  const count = document.getElementById('count');
  const nothing = document.getElementById('nothing');
  const bodies = [...document.querySelectorAll('#matrix tbody')].map((body) => ({
    body,
    lines: [...body.querySelectorAll('tr[data-party]')].map((row) => ({
      row,
      text: (body.rows[0].textContent + ' ' + row.textContent).toLowerCase(),
    })),
  }));
  const wholes = [...document.querySelectorAll('#matrix .whose')];
  const fields = ['party', 'area', 'owner', 'outcome'];

  const isShown = ({ row, text }, wanted, words) =>
    fields.every((field) => !wanted.get(field) || row.dataset[field] === wanted.get(field)) &&
    (!wanted.get('overdue') || 'overdue' in row.dataset) &&
    words.every((word) => text.includes(word));

  const update = () => {
    const wanted = new FormData(form);
    const words = wanted.get('text').toLowerCase().split(/\\s+/).filter(Boolean);
    let shown = 0;
    for (const { body, lines } of bodies) {
      let left = 0;
      for (const line of lines) {
        line.row.hidden = !isShown(line, wanted, words);
        if (!line.row.hidden) left += 1;
      }
      body.hidden = left === 0;
      shown += left;
    }
    for (const whole of wholes) whole.hidden = !whole.querySelector('tbody:not([hidden])');
    const all = bodies.reduce((sum, { lines }) => sum + lines.length, 0);
    nothing.hidden = shown > 0;
    count.textContent = shown === all ? count.dataset.all : shown + ' of ' + count.dataset.all;
    count.classList.toggle('filtered', shown !== all);
  };

  const follow = (event) => {
    const { filter, value } = event.currentTarget.dataset;
    form.reset();
    const field = form.elements.namedItem(filter);
    if (field.type === 'checkbox') field.checked = true;
    else field.value = value;
    update();
  };

  form.addEventListener('input', update);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.querySelector('button').addEventListener('click', () => {
    form.reset();
    update();
  });
  for (const link of document.querySelectorAll('[data-filter]')) link.addEventListener('click', follow);
  window.addEventListener('pageshow', update);
  form.hidden = false;
})();
`;

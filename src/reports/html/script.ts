/**
 * The filters, and the way from the map to the findings and back. What it finds is plain; without it everything is
 * shown. Its hash stands in the policy of the page.
 */
export const script = `
'use strict';
(() => {
  const form = document.getElementById('filters');
  if (!form) return;
  const byId = (id) => document.getElementById(id);
  const [count, nothing, chosen] = [byId('count'), byId('nothing'), byId('chosen')];
  const sections = [...document.querySelectorAll('#findings .control')].map((section) => {
    const about = section.querySelector('.about-control').textContent;
    const items = [...section.querySelectorAll('.finding')];
    return { section, items: items.map((item) => ({ item, text: (about + ' ' + item.textContent).toLowerCase() })) };
  });
  const all = sections.flatMap(({ items }) => items);
  const nodes = [...document.querySelectorAll('.map .node')];
  const links = [...document.querySelectorAll('.map .links path')];
  const fields = ['severity', 'area', 'standing', 'change', 'verdict', 'place'];
  let resource = null;

  const isShown = ({ item, text }, wanted, words) =>
    fields.every((field) => !wanted.get(field) || item.dataset[field] === wanted.get(field)) &&
    (resource === null || item.dataset.resource === resource) &&
    words.every((word) => text.includes(word));

  const update = () => {
    const wanted = new FormData(form);
    const words = wanted.get('text').toLowerCase().split(/\\s+/).filter(Boolean);
    const seen = new Set();
    let shown = 0;
    for (const { section, items } of sections) {
      let left = 0;
      for (const one of items) {
        one.item.hidden = !isShown(one, wanted, words);
        if (one.item.hidden) continue;
        left += 1;
        seen.add(one.item.dataset.resource);
      }
      section.hidden = left === 0;
      shown += left;
    }
    const filtered = shown !== all.length;
    nothing.hidden = shown > 0;
    count.textContent = filtered ? shown + ' of ' + count.dataset.all : count.dataset.all;
    count.classList.toggle('filtered', filtered);
    chosen.hidden = resource === null;
    for (const node of nodes) {
      const own = node.dataset.resource;
      node.classList.toggle('dim', filtered && own !== undefined && !seen.has(own));
      node.classList.toggle('chosen', resource !== null && own === resource);
      if (resource !== null && own === resource) node.setAttribute('aria-current', 'true');
      else node.removeAttribute('aria-current');
    }
    trace(null);
  };

  const nameOf = (wanted) => {
    const link = document.querySelector('.finding[data-resource="' + wanted + '"] .where bdi');
    return link ? link.textContent : '';
  };

  const choose = (wanted) => {
    resource = wanted;
    chosen.querySelector('b').textContent = wanted === null ? '' : nameOf(wanted);
    update();
  };

  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  const go = (target, block) => {
    target.scrollIntoView({ block, behavior: calm.matches ? 'auto' : 'smooth' });
    target.focus({ preventScroll: true });
  };

  const near = (element) => element !== null && element.getClientRects().length > 0;
  const onMap = (link) => {
    const own = '.node[data-resource="' + link.dataset.show + '"]';
    const place = '.head[data-place="' + link.closest('.finding').dataset.place + '"]';
    const found = [own, place].flatMap((selector) => [...document.querySelectorAll(selector)]).find(near);
    return found ?? byId('map');
  };

  const trace = (node) => {
    const nodeId = node?.dataset.node ?? nodes.find((one) => one.classList.contains('chosen'))?.dataset.node;
    const joined = new Set();
    for (const link of links) {
      const own = nodeId !== undefined && (link.dataset.from === nodeId || link.dataset.to === nodeId);
      link.classList.toggle('near', own);
      if (own) joined.add(link.dataset.from).add(link.dataset.to);
    }
    for (const one of nodes) one.classList.toggle('near', joined.has(one.dataset.node));
  };

  const pick = (event, field, value) => {
    event.preventDefault();
    form.reset();
    resource = null;
    const input = form.elements.namedItem(field);
    if (input) input.value = value;
    update();
    go(byId('findings'), 'start');
  };

  document.addEventListener('click', (event) => {
    const link = event.target.closest('a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { filter, value, show, place } = link.dataset;
    if (filter) return pick(event, filter, value);
    if (place) return pick(event, 'place', place);
    const own = link.dataset.resource;
    if (own !== undefined) {
      event.preventDefault();
      const again = own === resource;
      form.reset();
      choose(again ? null : own);
      if (!again) go(byId('findings'), 'start');
    }
    if (show !== undefined) {
      event.preventDefault();
      choose(show);
      go(onMap(link), 'center');
    }
  });
  const clear = () => {
    form.reset();
    choose(null);
  };
  form.addEventListener('input', update);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.querySelector('button').addEventListener('click', clear);
  chosen.querySelector('button').addEventListener('click', () => {
    choose(null);
    form.querySelector('input').focus();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && resource !== null) choose(null);
  });
  for (const map of document.querySelectorAll('.map')) {
    for (const kind of ['pointerover', 'focusin']) map.addEventListener(kind, (event) => trace(event.target.closest('.node')));
    for (const kind of ['pointerleave', 'focusout']) map.addEventListener(kind, () => trace(null));
  }
  window.addEventListener('pageshow', update);
  form.hidden = false;
})();
`;

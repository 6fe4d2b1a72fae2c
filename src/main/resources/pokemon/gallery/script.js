'use strict';
(() => {
  const byId = id => document.getElementById(id);
  const cards = [...byId('cards').children];
  const tools = byId('tools');
  const number = byId('number');
  const large = byId('large');
  const full = byId('full');
  const filters = [...tools.querySelectorAll('[data-show]')];
  const tile = card => card.firstElementChild;
  let show = 'all';
  let visible = cards;
  let current = cards[0];
  let front = cards[0];

  // A number stands for the ids that begin with it, with or without leading zeros; 20-40 for the ids in between.
  const wanted = text => {
    const range = /^(\d+)\s*-\s*(\d+)$/.exec(text);
    if (range) {
      return id => id >= Number(range[1]) && id <= Number(range[2]);
    }
    return id => String(id).startsWith(text) || String(id).padStart(3, '0').startsWith(text);
  };

  const select = card => {
    tile(current).tabIndex = -1;
    current = card;
    tile(current).tabIndex = 0;
  };

  const apply = () => {
    const text = number.value.trim().replace(/^#/, '');
    const matches = wanted(text);
    visible = cards.filter(card => {
      const shown = (show === 'all' || card.className === show) && matches(Number(card.dataset.id));
      card.hidden = !shown;
      return shown;
    });
    filters.forEach(button => button.setAttribute('aria-pressed', String(button.dataset.show === show)));
    byId('count').textContent = `${visible.length} of ${cards.length} shown`;
    byId('none').hidden = visible.length > 0;
    const exact = visible.find(card => Number(card.dataset.id) === Number(text));
    if (visible.length > 0 && (exact || current.hidden)) {
      select(exact || visible[0]);
    }
  };

  // What is shown is part of the address, so that it can be kept and passed on.
  const remember = () => {
    const state = new URLSearchParams();
    if (number.value.trim()) {
      state.set('q', number.value.trim());
    }
    if (show !== 'all') {
      state.set('show', show);
    }
    history.replaceState(null, '', `#${state}`);
  };

  const recall = () => {
    const state = new URLSearchParams(location.hash.slice(1));
    const kind = state.get('show');
    show = filters.some(button => button.dataset.show === kind) ? kind : 'all';
    number.value = state.get('q') || '';
    apply();
  };

  const change = () => {
    apply();
    remember();
  };

  const focus = card => {
    if (card) {
      select(card);
      tile(card).focus();
      card.scrollIntoView({ block: 'nearest' });
    }
  };

  const columns = () => {
    const top = visible[0].offsetTop;
    const second = visible.findIndex(card => card.offsetTop !== top);
    return second < 0 ? visible.length : second;
  };

  const steps = {
    ArrowLeft: () => -1,
    ArrowRight: () => 1,
    ArrowUp: () => -columns(),
    ArrowDown: columns,
  };

  const move = key => {
    const at = visible.indexOf(current);
    if (key === 'Home' || key === 'End') {
      focus(visible.at(key === 'Home' ? 0 : -1));
    } else if (!tile(current).contains(document.activeElement)) {
      focus(visible[Math.max(at, 0)]);
    } else {
      focus(visible[at + steps[key]()]);
    }
  };

  const enlarge = card => {
    front = card;
    const source = tile(card);
    const thumbnail = source.querySelector('img');
    byId('caption').textContent = source.querySelector('b').textContent;
    const facts = source.querySelector('.facts').textContent;
    byId('facts').textContent = facts;
    // A damaged file is not loaded: it may be one that takes all memory.
    const note = [...source.querySelectorAll('strong, .reason')].map(part => part.textContent).join(': ');
    byId('note').textContent = note;
    byId('note').hidden = !note;
    full.hidden = !thumbnail;
    full.removeAttribute('src');
    if (thumbnail) {
      full.alt = thumbnail.alt;
      full.onerror = () => {
        full.onerror = null;
        full.src = thumbnail.src;
        byId('facts').textContent = `${facts}; the file itself is not there any more`;
      };
      full.src = source.href;
    }
    byId('file').hidden = !source.href;
    byId('file').href = source.href || '#';
    const at = visible.indexOf(card);
    byId('previous').disabled = at <= 0;
    byId('next').disabled = at >= visible.length - 1;
    if (!large.open) {
      large.showModal();
    }
  };

  const turn = step => {
    const card = visible[visible.indexOf(front) + step];
    if (card) {
      enlarge(card);
    }
  };

  byId('cards').addEventListener('click', event => {
    const card = event.target.closest('li');
    if (card && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      enlarge(card);
    }
  });
  byId('cards').addEventListener('focusin', event => select(event.target.closest('li')));
  byId('previous').addEventListener('click', () => turn(-1));
  byId('next').addEventListener('click', () => turn(1));
  byId('close').addEventListener('click', () => large.close());
  large.addEventListener('click', event => event.target === large && large.close());
  // By then the browser has put the focus back to where it was at first.
  large.addEventListener('close', () => focus(front));
  filters.forEach(button => button.addEventListener('click', () => {
    show = button.dataset.show;
    change();
  }));
  number.addEventListener('input', change);
  tools.addEventListener('submit', event => {
    event.preventDefault();
    focus(current.hidden ? visible[0] : current);
  });
  byId('reset').addEventListener('click', () => {
    show = 'all';
    number.value = '';
    change();
    number.focus();
  });
  addEventListener('hashchange', recall);

  const inNumber = event => {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      focus(current.hidden ? visible[0] : current);
    } else if (event.key === 'Escape') {
      number.value = '';
      number.blur();
      change();
    }
  };

  const inCards = event => {
    if (event.key in steps || event.key === 'Home' || event.key === 'End') {
      event.preventDefault();
      move(event.key);
    } else if (event.key === 'Enter' && event.target.matches('div.tile')) {
      enlarge(current);
    } else if (event.key === '/') {
      event.preventDefault();
      number.focus();
      number.select();
    } else if (/^\d$/.test(event.key)) {
      // The key itself goes where the focus is now.
      number.value = '';
      number.focus();
    }
  };

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (large.open) {
      if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
        turn(event.key === 'ArrowLeft' ? -1 : 1);
      }
    } else if (event.target === number) {
      inNumber(event);
    } else {
      inCards(event);
    }
  });

  // How many thumbnails the browser could read so far; what is far down the page may come later.
  const images = [...document.querySelectorAll('#cards img')];
  const loaded = () => {
    document.body.dataset.loaded = images.filter(image => image.complete && image.naturalWidth > 0).length;
  };
  byId('cards').addEventListener('load', loaded, true);
  loaded();

  cards.forEach(card => { tile(card).tabIndex = -1; });
  tools.hidden = false;
  recall();
})();

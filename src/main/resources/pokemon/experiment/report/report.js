// Puts an interactive chart in the place of each static one. Without Chart.js, the static ones stay.
(() => {
  'use strict';
  if (!window.Chart) {
    return;
  }
  const page = getComputedStyle(document.documentElement);
  const NEUTRAL = 7;
  const MARKERS = ['circle', 'rect', 'rectRot', 'triangle', 'triangle', 'crossRot', 'cross', 'circle'];
  const MAX_DOTS = 3;
  const ASIDE = 9;
  const property = name => page.getPropertyValue(name).trim();
  const colour = series => property(series.colour === NEUTRAL ? '--soft' : `--series-${series.colour}`);
  const brief = value => String(Number(value.toPrecision(4)));
  const dots = point => point.runs.length > 1 && point.runs.length <= MAX_DOTS ? point.runs : [];
  const reach = point => [point.y + (point.spread ?? 0), ...dots(point)];

  function powers(base, low, high, factors) {
    const ticks = [];
    for (let power = Math.floor(Math.log(low) / Math.log(base)); base ** power <= high; power++) {
      factors.forEach(factor => ticks.push({ value: Number((factor * base ** power).toPrecision(12)) }));
    }
    return ticks.filter(tick => tick.value >= low && tick.value <= high);
  }

  // Error bars and the dots of runs, on a seam of the paper's colour, so that they show on every fill.
  const spreads = {
    id: 'spreads',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea, scales: { y } } = chart;
      ctx.save();
      ctx.beginPath();
      ctx.rect(chartArea.left, chartArea.top - 5, chartArea.width, chartArea.height + 10);
      ctx.clip();
      chart.data.datasets.forEach((set, i) => {
        if (!chart.isDatasetVisible(i)) {
          return;
        }
        const bars = set.series.kind === 'BARS';
        const ink = bars ? property('--ink') : colour(set.series);
        chart.getDatasetMeta(i).data.forEach((element, j) => {
          const point = set.series.points[j];
          const place = value => y.getPixelForValue(Math.max(value, y.min));
          const whisker = () => {
            const ends = [point.y - point.spread, point.y + point.spread];
            ctx.beginPath();
            ctx.moveTo(element.x, place(ends[0]));
            ctx.lineTo(element.x, place(ends[1]));
            for (const end of ends.filter(value => value >= y.min)) {
              ctx.moveTo(element.x - 4, place(end));
              ctx.lineTo(element.x + 4, place(end));
            }
            ctx.stroke();
          };
          if (point.spread > 0) {
            if (bars) {
              Object.assign(ctx, { lineWidth: 4, strokeStyle: property('--paper') });
              whisker();
            }
            Object.assign(ctx, { lineWidth: 1.5, strokeStyle: ink });
            whisker();
          }
          for (const run of dots(point)) {
            Object.assign(ctx, { lineWidth: 1.5, strokeStyle: ink, fillStyle: property('--paper') });
            ctx.beginPath();
            ctx.arc(element.x + ASIDE, place(run), 3, 0, 2 * Math.PI);
            ctx.fill();
            ctx.stroke();
          }
        });
      });
      ctx.restore();
    },
  };

  function dataset(series, bars) {
    const measured = series.kind === 'MEASURED';
    const common = {
      series,
      label: series.name,
      borderColor: () => colour(series),
      // Translucent bars, as in the static chart.
      backgroundColor: () => colour(series) + (bars ? '99' : ''),
    };
    return bars ? { ...common, data: series.points.map(point => point.y), borderWidth: 1, maxBarThickness: 80 } : {
      ...common,
      data: series.points.map(point => ({ x: point.x, y: point.y })),
      showLine: true,
      borderWidth: 2,
      borderDash: { DASHED: [7, 4], DOTTED: [2, 4] }[series.kind] ?? [],
      pointStyle: measured ? MARKERS[series.colour] : false,
      rotation: series.colour === 4 ? 180 : 0,
      radius: 5,
      hoverRadius: 7,
    };
  }

  function axis(title, scale) {
    const log = scale.startsWith('LOG');
    return {
      type: log ? 'logarithmic' : scale === 'CATEGORIES' ? 'category' : 'linear',
      title: { display: true, text: title, color: () => property('--ink') },
      ticks: {
        includeBounds: false,
        color: () => property('--ink'),
        precision: scale === 'WHOLE' ? 0 : undefined,
        ...(scale === 'CATEGORIES' ? {} : { callback: brief }),
      },
      grid: { display: scale !== 'CATEGORIES', color: () => property('--line') },
      border: { color: () => property('--soft') },
      afterBuildTicks: made => {
        if (scale === 'WHOLE') {
          made.ticks = made.ticks.filter(tick => Number.isInteger(tick.value));
        } else if (log) {
          const fine = powers(10, made.min, made.max, [1, 2, 5]);
          made.ticks = scale === 'LOG2' ? powers(2, made.min, made.max, [1])
            : fine.length > 9 ? powers(10, made.min, made.max, [1]) : fine;
        }
      },
    };
  }

  // Ranges as in the static chart, of the visible series only.
  function scales(panel, visible, scale) {
    const x = axis(panel.x.title, scale.x);
    const y = axis(panel.y.title, scale.y);
    const points = visible.flatMap(series => series.points).filter(point => point.y !== null);
    const top = Math.max(...points.flatMap(reach));
    if (points.length > 0 && !panel.bars) {
      const all = points.map(point => point.x);
      const [low, high] = [Math.min(...all), Math.max(...all)];
      Object.assign(x, scale.x === 'LOG2' ? { min: low / 1.15, max: high * 1.15 } : { min: low - 0.5, max: high + 0.5 });
    }
    if (points.length > 0) {
      Object.assign(y, scale.y === 'LOG10'
        ? { min: Math.min(...points.map(point => point.y)) / 2, max: top * 1.3 }
        : { min: 0, max: top > 0 ? top * 1.06 : 1 });
    }
    return { x, y };
  }

  function tooltip(panel) {
    const point = item => item.dataset.series.points[item.dataIndex];
    return {
      usePointStyle: true,
      callbacks: {
        title: items => items.length === 0 ? '' : [
          `${panel.x.title}: ${panel.bars ? items[0].label : brief(point(items[0]).x)}`, panel.y.title],
        label: item => {
          const { y, spread } = point(item);
          return `${item.dataset.label}: ${brief(y)}${spread === null ? '' : ` ± ${brief(spread)}`}`;
        },
        afterLabel: item => point(item).runs.length > 1 ? `runs: ${point(item).runs.map(brief).join(', ')}` : '',
      },
    };
  }

  function show(section) {
    const panel = JSON.parse(section.querySelector('script').textContent);
    const scale = { x: panel.x.scale, y: panel.y.scale };
    const controls = document.createElement('div');
    const frame = document.createElement('div');
    const canvas = document.createElement('canvas');
    controls.className = 'controls';
    frame.className = 'canvas';
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', `${panel.title} The values are in the table below.`);
    frame.append(canvas);
    section.querySelector('.static').before(controls, frame);
    section.classList.add('live');
    const chart = new Chart(canvas, {
      type: panel.bars ? 'bar' : 'scatter',
      data: {
        labels: panel.bars ? panel.x.categories : undefined,
        datasets: panel.series.map(series => dataset(series, panel.bars)),
      },
      options: {
        animation: false,
        maintainAspectRatio: false,
        interaction: panel.bars ? { mode: 'index', intersect: false } : { mode: 'nearest', axis: 'x', intersect: false },
        plugins: { legend: { display: false }, tooltip: tooltip(panel) },
        scales: scales(panel, panel.series, scale),
      },
      plugins: [spreads],
    });
    const update = () => {
      const visible = panel.series.filter((_, i) => chart.isDatasetVisible(i));
      chart.options.scales = scales(panel, visible, scale);
      chart.update();
    };

    (panel.series.length > 1 ? panel.series : []).forEach((series, i) => {
      const key = document.createElement('button');
      const line = document.createElement('i');
      key.type = 'button';
      key.setAttribute('aria-pressed', 'true');
      line.className = series.kind;
      line.style.color = `var(${series.colour === NEUTRAL ? '--soft' : `--series-${series.colour}`})`;
      key.append(line, series.name);
      key.addEventListener('click', () => {
        const shown = !chart.isDatasetVisible(i);
        chart.setDatasetVisibility(i, shown);
        key.setAttribute('aria-pressed', String(shown));
        update();
      });
      controls.append(key);
    });

    const linear = { x: 'WHOLE', y: panel.y.scale === 'WHOLE' ? 'WHOLE' : 'LINEAR' };
    const logarithmic = { x: 'LOG2', y: 'LOG10' };
    const points = panel.series.flatMap(series => series.points);
    const positive = points.every(point => point.y === null || point.y > 0);
    const several = new Set(points.map(point => point.x)).size > 1;
    // A bar on a logarithmic axis has no meaningful length.
    const switches = panel.bars ? [] : [...(several ? ['x'] : []), ...(positive ? ['y'] : [])];
    switches.forEach(name => {
      const label = document.createElement('label');
      const box = document.createElement('input');
      box.type = 'checkbox';
      box.checked = scale[name].startsWith('LOG');
      box.addEventListener('change', () => {
        scale[name] = box.checked ? logarithmic[name] : linear[name];
        update();
      });
      label.append(box, `${name} logarithmic`);
      controls.append(label);
    });
    return chart;
  }

  Chart.defaults.font.family = 'system-ui, sans-serif';
  Chart.defaults.font.size = 13;
  const charts = [...document.querySelectorAll('.panel')].map(show);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => charts.forEach(chart => chart.update()));
})();

// uPlot in a React frame: created once for a set of series, fed with data, resized with its box.

import { useEffect, useRef, type ReactElement } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';

export interface ChartSeries {
  readonly label: string;
  readonly colour: string;
  /** Filled to the zero line (or, where stacked, to the series before it). */
  readonly fill?: boolean;
  readonly stepped?: boolean;
  readonly dashed?: boolean;
}

interface ChartProps {
  /** Name for screen readers; the numbers are in the data tables. */
  readonly label: string;
  readonly series: readonly ChartSeries[];
  /** x in hours, then one array for each series. Null: no value yet. */
  readonly data: readonly (readonly (number | null)[])[];
  readonly height: number;
  /** Hours. */
  readonly xRange: readonly [number, number];
  readonly yMax?: number;
  readonly formatX: (hours: number) => string;
  readonly formatY: (value: number) => string;
  /** Changes when colours of the page do. */
  readonly theme: string;
}

function axisStyle(): { text: string; grid: string; font: string } {
  const style = getComputedStyle(document.documentElement);
  return {
    text: style.getPropertyValue('--text-faint').trim() || '#5b646d',
    grid: style.getPropertyValue('--line').trim() || '#d8dce0',
    font: '11px "Pretendard Variable", Pretendard, system-ui, sans-serif',
  };
}

export function Chart({ label, series, data, height, xRange, yMax, formatX, formatY, theme }: ChartProps): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const latest = useRef({ data, xRange, yMax });
  latest.current = { data, xRange, yMax };
  const shape = series.map((one) => `${one.label}|${one.colour}|${one.fill}|${one.dashed}`).join('\n');

  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const { text, grid, font } = axisStyle();
    const axis = { stroke: text, font, ticks: { show: false }, grid: { stroke: grid, width: 1 }, gap: 4 };
    const stepped = uPlot.paths.stepped?.({ align: 1 });
    const made = new uPlot(
      {
        width: Math.max(element.clientWidth, 60),
        height,
        cursor: { show: false },
        legend: { show: false },
        padding: [6, 12, 0, 0],
        scales: {
          x: { time: false, range: () => [latest.current.xRange[0], latest.current.xRange[1]] },
          y: {
            range: (_plot, _low, high) => [0, latest.current.yMax ?? Math.max(1, Number.isFinite(high) ? high * 1.08 : 1)],
          },
        },
        axes: [
          {
            ...axis,
            size: 20,
            space: 44,
            incrs: [1, 2, 3, 6, 12, 24, 48, 96, 168, 336],
            values: (_plot, ticks) => ticks.map(formatX),
            grid: { show: false },
          },
          { ...axis, size: 40, space: 26, values: (_plot, ticks) => ticks.map(formatY) },
        ],
        series: [
          {},
          ...series.map((one) => ({
            stroke: one.colour,
            width: one.fill === true ? 0.5 : 2,
            points: { show: false },
            ...(one.fill === true ? { fill: one.colour } : {}),
            ...(one.dashed === true ? { dash: [4, 4] } : {}),
            ...(one.stepped === true && stepped !== undefined ? { paths: stepped } : {}),
          })),
        ],
      },
      latest.current.data as unknown as uPlot.AlignedData,
      element,
    );
    plot.current = made;
    const watch = new ResizeObserver(() => {
      if (element.clientWidth > 0) made.setSize({ width: element.clientWidth, height });
    });
    watch.observe(element);
    return () => {
      watch.disconnect();
      made.destroy();
      plot.current = null;
    };
    // The series are compared by their content, the formatters by the language that `shape` carries.
  }, [shape, height, theme]);

  useEffect(() => {
    plot.current?.setData(data as unknown as uPlot.AlignedData);
  }, [data, xRange, yMax]);

  return <div className="chart" ref={box} role="img" aria-label={label} style={{ height }} />;
}

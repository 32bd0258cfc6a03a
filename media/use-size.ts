/** The size of an element, kept up to date. */
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Size } from './viewport';

/** The last size in each place: what comes there next mostly has it, too, and need not be drawn twice. */
const known = new Map<string, Size>();

/** `width`: what is assumed while nothing is known of the place. */
export function useSize(
  element: { readonly current: Element | null },
  place: 'drawing' | 'plots',
  width: number,
): Size {
  const [size, setSize] = useState<Size>(() => known.get(place) ?? { width, height: 600 });
  useLayoutEffect(() => {
    if (element.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry.contentRect;
      if (width === 0 || height === 0) return;
      known.set(place, { width, height });
      setSize((was) => (was.width === width && was.height === height ? was : { width, height }));
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, place]);
  return size;
}

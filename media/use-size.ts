/** The size of an element, kept up to date. */
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Size } from './viewport';

/** `width`: what is assumed until it is known. */
export function useSize(element: { readonly current: Element | null }, width: number): Size {
  const [size, setSize] = useState<Size>({ width, height: 600 });
  useLayoutEffect(() => {
    if (element.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry.contentRect;
      if (width > 0 && height > 0) setSize({ width, height });
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return size;
}

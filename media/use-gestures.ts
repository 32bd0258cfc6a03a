/** Wheel and pointer on the drawing: drag or scroll to move, Ctrl and wheel or pinch to zoom. */
import { useEffect, useRef } from 'preact/hooks';
import { pan, type Viewport, zoom } from './viewport';

export function useGestures(
  element: { readonly current: SVGSVGElement | null },
  view: Viewport,
  onChange: (view: Viewport) => void,
): void {
  const latest = useRef({ view, onChange });
  latest.current = { view, onChange };
  useEffect(() => {
    const svg = element.current;
    if (svg === null) return;
    const change = (next: Viewport) => {
      latest.current.view = next;
      latest.current.onChange(next);
    };
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1;
      const { left, top } = svg.getBoundingClientRect();
      if (event.ctrlKey || event.metaKey) {
        const factor = Math.exp((-event.deltaY * pixels) / 200);
        change(zoom(latest.current.view, factor, event.clientX - left, event.clientY - top));
      } else {
        const [dx, dy] = event.shiftKey
          ? [event.deltaY, event.deltaX]
          : [event.deltaX, event.deltaY];
        change(pan(latest.current.view, -dx * pixels, -dy * pixels));
      }
    };
    const onPointerDown = (event: PointerEvent) => {
      const onButton =
        event.target instanceof Element &&
        event.target.closest('[data-node], [data-group]') !== null;
      if (event.button !== 0 || onButton) return;
      svg.setPointerCapture(event.pointerId);
    };
    const onPointerMove = (event: PointerEvent) => {
      if (!svg.hasPointerCapture(event.pointerId)) return;
      change(pan(latest.current.view, event.movementX, event.movementY));
    };
    svg.addEventListener('wheel', onWheel, { passive: false });
    svg.addEventListener('pointerdown', onPointerDown);
    svg.addEventListener('pointermove', onPointerMove);
    return () => {
      svg.removeEventListener('wheel', onWheel);
      svg.removeEventListener('pointerdown', onPointerDown);
      svg.removeEventListener('pointermove', onPointerMove);
    };
  }, [element]);
}

/** The buttons over the drawing. */
interface Props {
  readonly onZoomIn: () => void;
  readonly onZoomOut: () => void;
  readonly onFit: () => void;
}

export function Toolbar({ onZoomIn, onZoomOut, onFit }: Props) {
  return (
    <div class="toolbar" role="toolbar" aria-label="Zoom">
      <button type="button" onClick={onZoomIn} title="Zoom in (+)" aria-label="Zoom in">
        +
      </button>
      <button type="button" onClick={onZoomOut} title="Zoom out (-)" aria-label="Zoom out">
        −
      </button>
      <button type="button" onClick={onFit} title="Fit the whole graph (0)">
        Fit
      </button>
    </div>
  );
}

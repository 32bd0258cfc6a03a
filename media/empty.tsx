/** What stands where there is nothing to draw, with the reason. */
import { Sentence } from './sentence';

export function Empty({ title, reason }: { readonly title: string; readonly reason: string }) {
  return (
    <div class="empty" role="status">
      <h2>{title}</h2>
      {reason !== '' && (
        <p>
          <Sentence text={reason} />
        </p>
      )}
    </div>
  );
}

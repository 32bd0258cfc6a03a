/**
 * The tree of tests: file, class, target. It is made from what is found in a text
 * without a check, and renewed from each report; items keep their identity, and with
 * it their last result, as long as the name stays.
 */
import type * as vscode from 'vscode';
import type { Range } from '../check/report';
import { titleOf } from './cells';
import { toEditorRange } from './convert';

/** A target as the tree needs it. */
export interface Listed {
  readonly name: string;
  readonly range: Range;
}

export interface TestItems {
  /** Renews the tests of a file; a file without any leaves the tree. */
  set(uri: vscode.Uri, targets: readonly Listed[]): void;
  /** The item of a file; undefined where it has no tests. */
  file(uri: vscode.Uri): vscode.TestItem | undefined;
  /** What an item that is a target stands for: its name, and which of those with that name. */
  targetOf(item: vscode.TestItem): Target | undefined;
}

export interface Target {
  readonly name: string;
  readonly occurrence: number;
}

export function createTestItems(controller: vscode.TestController): TestItems {
  const known = new WeakMap<vscode.TestItem, Target>();

  function make(id: string, label: string, uri: vscode.Uri): vscode.TestItem {
    return controller.createTestItem(id, label, uri);
  }

  return {
    set(uri, targets) {
      const id = uri.toString();
      if (targets.length === 0) {
        controller.items.delete(id);
        return;
      }
      const file = controller.items.get(id) ?? make(id, titleOf(uri), uri);
      if (controller.items.get(id) === undefined) controller.items.add(file);
      const before = everyItem(file);
      const fresh = new Map<string, vscode.TestItem>();
      const take = (itemId: string, label: string) => {
        const item = fresh.get(itemId) ?? before.get(itemId) ?? make(itemId, label, uri);
        fresh.set(itemId, item);
        return item;
      };
      const counts = new Map<string, number>();
      const inside = new Map<vscode.TestItem, vscode.TestItem[]>();
      const roots: vscode.TestItem[] = [];
      for (const { name, range } of targets) {
        const occurrence = counts.get(name) ?? 0;
        counts.set(name, occurrence + 1);
        const owner = /^(\w+)\.(\w+)$/.exec(name);
        const item = take(occurrence === 0 ? name : `${name}#${occurrence}`, owner?.[2] ?? name);
        item.range = toEditorRange(range);
        known.set(item, { name, occurrence });
        const holder = owner === null ? null : take(owner[1], owner[1]);
        if (holder === null) roots.push(item);
        else {
          if (!inside.has(holder)) inside.set(holder, []);
          inside.get(holder)?.push(item);
          if (known.get(holder) === undefined && !roots.includes(holder)) roots.push(holder);
        }
      }
      for (const item of fresh.values()) item.children.replace(inside.get(item) ?? []);
      file.children.replace([...new Set(roots)]);
    },
    file: (uri) => controller.items.get(uri.toString()),
    targetOf: (item) => known.get(item),
  };
}

/** All items below one, by id. */
function everyItem(item: vscode.TestItem): Map<string, vscode.TestItem> {
  const found = new Map<string, vscode.TestItem>();
  item.children.forEach((child) => {
    found.set(child.id, child);
    for (const [id, inner] of everyItem(child)) found.set(id, inner);
  });
  return found;
}

import type { ManualNode } from './manualNodes.ts';
import { MAX_BULLET_LEVELS, type NodeKind } from './manualReading.ts';
import type { ProblemList } from './problemList.ts';

const ALLOWED_PARENTS: Readonly<Record<NodeKind, readonly NodeKind[]>> = {
  chapter: [],
  section: ['chapter', 'section'],
  standard: ['section', 'chapter'],
  bullet: ['standard', 'bullet'],
};

/** Reports rows whose parent is missing, unknown, themselves, below themselves, of a wrong kind, or too many levels up. `parentColumn`: as the file calls it. */
export function checkTree(nodes: readonly ManualNode[], parentColumn: string, problems: ProblemList): void {
  const byId = new Map<string, ManualNode>();
  for (const node of nodes) if (!byId.has(node.id)) byId.set(node.id, node);
  const inCycle = reportCycles(nodes, byId, parentColumn, problems);
  const tooDeep = inCycle.size === 0 ? firstTooDeep(nodes, byId) : undefined;
  if (tooDeep !== undefined) {
    problems.error('too-deep', tooDeep.row, parentColumn, `Bullets are nested deeper than ${MAX_BULLET_LEVELS} levels from this row on.`, { levels: MAX_BULLET_LEVELS });
    return;
  }
  for (const node of nodes) if (!inCycle.has(node)) reportParent(node, byId, parentColumn, problems);
}

function reportParent(node: ManualNode, byId: ReadonlyMap<string, ManualNode>, parentColumn: string, problems: ProblemList): void {
  const { row, id, parentId, kind } = node;
  const error = (code: 'missing-parent' | 'self-parent' | 'orphan-parent' | 'wrong-parent-kind', message: string): void =>
    problems.error(code, row, parentColumn, message, { id, parent: parentId });
  if (parentId === '') {
    if (kind !== 'chapter') error('missing-parent', `The ${kind} "${id}" has no parent; only chapters stand alone.`);
    return;
  }
  if (parentId === id) return error('self-parent', `"${id}" names itself as its parent.`);
  const parent = byId.get(parentId);
  if (parent === undefined) return error('orphan-parent', `The parent "${parentId}" of "${id}" is not in the file.`);
  if (!ALLOWED_PARENTS[kind].includes(parent.kind)) {
    error('wrong-parent-kind', `A ${kind} cannot be inside a ${parent.kind}${kind === 'chapter' ? '' : `, only inside a ${ALLOWED_PARENTS[kind].join(' or a ')}`}.`);
  }
}

/** Every member of every cycle, each cycle reported once at its first row. Walks up from each node; a node is walked once. */
function reportCycles(nodes: readonly ManualNode[], byId: ReadonlyMap<string, ManualNode>, parentColumn: string, problems: ProblemList): ReadonlySet<ManualNode> {
  const done = new Set<ManualNode>();
  const members = new Set<ManualNode>();
  for (const start of nodes) {
    const path = new Set<ManualNode>();
    let node: ManualNode | undefined = start;
    while (node !== undefined && node.parentId !== node.id && !done.has(node) && !path.has(node)) {
      path.add(node);
      node = byId.get(node.parentId);
    }
    if (node !== undefined && path.has(node)) {
      const walked = [...path];
      const cycle = walked.slice(walked.indexOf(node)).toSorted((a, b) => a.row - b.row);
      problems.error('cycle', cycle[0]?.row ?? 0, parentColumn, `These rows are each other's parents: ${cycle.slice(0, 6).map((one) => `"${one.id}" (row ${one.row})`).join(', ')}.`, { rows: cycle.slice(0, 6).map((one) => one.row).join(', ') });
      for (const one of cycle) members.add(one);
    }
    for (const one of path) done.add(one);
  }
  return members;
}

/** Walks up at most one level more than is allowed, so a chain of any length costs no stack. */
function firstTooDeep(nodes: readonly ManualNode[], byId: ReadonlyMap<string, ManualNode>): ManualNode | undefined {
  return nodes.find((node) => {
    let levels = 0;
    let at: ManualNode | undefined = node;
    while (at !== undefined && at.kind === 'bullet' && levels <= MAX_BULLET_LEVELS) {
      levels++;
      at = at.parentId === at.id ? undefined : byId.get(at.parentId);
    }
    return levels > MAX_BULLET_LEVELS;
  });
}

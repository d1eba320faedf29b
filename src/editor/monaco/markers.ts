// Problems as Monaco's markers: the same ranges, the rule's name linked to its page.

import type { editor } from 'monaco-editor/editor';
import type { Problem } from '../../core';
import { monaco } from './monaco';
import { toRange } from './place';

const OWNER = 'dockerfile';

const severities = {
  error: () => monaco.MarkerSeverity.Error,
  warning: () => monaco.MarkerSeverity.Warning,
  info: () => monaco.MarkerSeverity.Info,
};

export function toMarker(problem: Problem): editor.IMarkerData {
  const code =
    problem.rule === null
      ? undefined
      : problem.url === null
        ? problem.rule
        : { value: problem.rule, target: monaco.Uri.parse(problem.url) };
  return {
    ...toRange(problem.span),
    severity: severities[problem.severity](),
    message: problem.explanation === '' ? problem.message : `${problem.message}\n${problem.explanation}`,
    source: problem.group === 'build' ? 'docker build' : problem.group === 'check' ? 'docker build --check' : 'advice',
    ...(code === undefined ? {} : { code }),
  };
}

export function showMarkers(model: editor.ITextModel, problems: readonly Problem[]): void {
  monaco.editor.setModelMarkers(model, OWNER, problems.map(toMarker));
}

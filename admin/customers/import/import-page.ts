import { h } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { ApiError } from '../../../widget/kit/api.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Notice } from '../../../widget/kit/notice.js';
import { Skeleton } from '../../../widget/kit/skeleton.js';
import { style } from '../../../widget/kit/styles.js';
import { useAdmin } from '../../admin-context.js';
import { errorWords } from '../../error-words.js';
import { useLoad } from '../../kit/load.js';
import { Page } from '../../kit/page.js';
import { Problem } from '../../kit/problem.js';
import type { Params } from '../../routes.js';
import { CheckStep } from './check-step.js';
import { ColumnsStep } from './columns-step.js';
import { ConfirmStep } from './confirm-step.js';
import { History } from './history.js';
import css from './import-page.css';
import type { Import, Settings } from './import-types.js';
import { ReadingStep } from './reading-step.js';
import { ResultStep } from './result-step.js';
import rowsCss from './rows.css';
import { StepRail } from './step-rail.js';
import type { Step } from './steps.js';
import { isWorking, stepOf } from './steps.js';
import { UploadStep } from './upload-step.js';

style(css);
style(rowsCss);

/** Milliseconds between two looks at work that is going on. */
const lookAgain = 700;

export interface StepProps {
  found: Import;
  /** An answer is on its way. */
  busy: boolean;
  change: (settings: Settings) => Promise<void>;
  /** Asks for the next part of the work: the dry run, the import, its undo. */
  ask: (what: 'check' | 'run' | 'undo') => Promise<void>;
  discard: () => Promise<void>;
  goTo: (step: Step) => void;
}

/** The import of customers: a file is brought, and each further step has an address of its own. */
export function ImportPage({ params }: { params: Params }): View {
  const { words } = useAdmin();
  const id = params['id'];
  if (id !== undefined) return h(ImportSteps, { id });
  return h(Page, {
    title: words.t('import.title'),
    children: html`
      ${h(StepRail, { current: 'upload', hrefOf: () => null })}
      ${h(UploadStep, null)}
      ${h(History, null)}
    `,
  });
}

function ImportSteps({ id }: { id: string }): View {
  const { api, words, sessionEnded } = useAdmin();
  const { t } = words;
  const { path, query, route } = useLocation();
  // Each step begins with what the server knows: corrections of rows change the counts.
  const load = useLoad(`${id} ${query['step'] ?? ''}`, (signal) =>
    api.call('GET /customers/imports/:id', { params: { id }, signal }),
  );
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  // A choice that is on its way to the server is shown as chosen: it would jump back until the answer.
  const [chosen, setChosen] = useState<Settings>({});
  useLayoutEffect(() => setChosen({}), [load.data]);
  const found = load.data && withChoice(load.data, chosen);
  const step = found && stepOf(found, query['step']);
  const heading = useRef<HTMLHeadingElement>(null);
  const last = useRef<Step | undefined>(undefined);

  // A new step begins at its heading, for the eye and for the screen reader.
  useLayoutEffect(() => {
    if (step && last.current && last.current !== step) heading.current?.focus();
    if (step) last.current = step;
  }, [step]);
  useEffect(() => {
    if (!found || !isWorking(found)) return;
    const timer = setTimeout(load.reload, lookAgain);
    return () => clearTimeout(timer);
  }, [load.data]);

  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      await work();
      load.reload();
    } catch (failure) {
      if (failure instanceof ApiError && failure.code === 'not_signed_in') sessionEnded();
      setError(failure);
      setChosen({});
      // What happened meanwhile is shown.
      if (failure instanceof ApiError && failure.code === 'conflict') load.reload();
    } finally {
      setBusy(false);
    }
  };
  const addressOf = (to: Step): string => `${path}?step=${to}`;
  const props = found && {
    found,
    busy: busy || load.outdated,
    change: (settings: Settings) => {
      setChosen((before) => ({ ...before, ...settings }));
      return attempt(() => api.call('PATCH /customers/imports/:id', { params: { id }, body: settings }));
    },
    ask: (what: 'check' | 'run' | 'undo') =>
      attempt(() => api.call(`POST /customers/imports/:id/${what}`, { params: { id } })),
    discard: async () => {
      const isRunning = found.status === 'running';
      await attempt(() => api.call('DELETE /customers/imports/:id', { params: { id } }));
      if (!isRunning) route('/admin/customers/import');
    },
    goTo: (to: Step) => route(addressOf(to)),
  };
  const canGoBack = found && !isWorking(found) && step !== 'result';
  return h(Page, {
    title: t('import.title'),
    aside: found?.fileName,
    children: html`
      ${load.error !== undefined && h(Problem, { error: load.error, onRetry: load.reload, beside: found !== undefined })}
      ${!found && load.error === undefined && h(Skeleton, { rows: 8, height: 48, label: t('common.loading') })}
      ${step && h(StepRail, { current: step, hrefOf: (to) => (canGoBack ? addressOf(to) : null) })}
      ${error !== undefined && h(Notice, { meaning: 'danger', urgent: true, title: t('error.title'), children: html`<p>${stepError(error)}</p>` })}
      ${step && html`<h2 class="import-heading" tabindex="-1" ref=${heading}>${t(`import.heading.${step}`)}</h2>`}
      ${props && step && h(views[step], { ...props, key: step })}
    `,
  });

  function stepError(failure: unknown): string {
    const reason = failure instanceof ApiError ? failure.details['reason'] : undefined;
    if (reason === 'no_name') return t('import.needsName');
    if (reason === 'file_gone') return t('import.fileGone');
    if (reason === 'too_late') return t('import.tooLate');
    if (reason === 'status') return t('import.moved');
    return errorWords(words, failure);
  }
}

const withChoice = (found: Import, { mapping, ...settings }: Settings): Import => ({
  ...found,
  ...settings,
  columns: mapping
    ? found.columns.map((column, index) => ({ ...column, field: mapping[index] ?? null }))
    : found.columns,
});

const views = {
  reading: ReadingStep,
  columns: ColumnsStep,
  check: CheckStep,
  confirm: ConfirmStep,
  result: ResultStep,
};

/**
 * Properties that only the widget's own code reads and writes, and that never come from or go to the server, the page, the
 * document, Intl or the widget's second half (widget/booking/more.ts): they get short names while building. A name that is missing
 * here costs a few bytes; one that is here in error breaks what uses it, so the walks through the widget (test/e2e) come after
 * every change.
 */
const own = [
  // What the widget is made of, and what steps work with (widget/booking/app.ts, context.ts).
  'emit options english wordsFor refresh choice catalog site words times ownZone dispatch send',
  'loadMore moreFields retryMore',
  // What they keep (state.ts, visit.ts, times.ts, zones.ts).
  'state visit slot clock adding accepted sending trouble kind booked providerDecided contactDone refusedField',
  'shown differ retry keyFor forget',
  // Options that are not sent on.
  'lock theme direction prefill successUrl',
  // How the server is called (widget/kit/api.ts).
  'params query bearer idempotencyKey',
  // Props of the kit and of lists.
  'onPress onChecked onChoose onMonth onPick onShow',
  'icon iconTurns turns busy newTab wide expanded meaning urgent word columns hint',
  'lead figure mark badges lost zone today firstMonth isFree nextFree chosen',
  'previousLabel nextLabel todayLabel lessLabel moreLabel',
];

/** Preact's inner fields, and what it looks for in component classes and options, which nobody here has. */
const preact = [
  '__[a-zA-Z] props context render vnode current contextType',
  'diffed unmount forceUpdate setState debounceRendering componentDidCatch componentDidMount componentDidUpdate',
  'componentWillMount componentWillReceiveProps componentWillUnmount componentWillUpdate shouldComponentUpdate',
  'getChildContext getSnapshotBeforeUpdate getDerivedStateFromError getDerivedStateFromProps',
];

export const privateNames = new RegExp(`^(?:${[...own, ...preact].join(' ').replaceAll(' ', '|')})$`);

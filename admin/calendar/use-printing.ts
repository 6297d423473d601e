import { useEffect, useState } from 'preact/hooks';

/** Whether the page is being printed: what is for paper alone is made only then. */
export function usePrinting(): boolean {
  const [is, setIs] = useState(false);
  useEffect(() => {
    const paper = matchMedia('print');
    const begin = (): void => setIs(true);
    const end = (): void => setIs(false);
    const onChange = (): void => setIs(paper.matches);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    paper.addEventListener('change', onChange);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
      paper.removeEventListener('change', onChange);
    };
  }, []);
  return is;
}

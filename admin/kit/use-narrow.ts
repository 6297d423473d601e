import { useEffect, useState } from 'preact/hooks';

const narrow = '(max-width: 720px)';

/** Whether the window is as narrow as a telephone: what has another shape there, not only another look. */
export function useNarrow(): boolean {
  const [is, setIs] = useState(() => matchMedia(narrow).matches);
  useEffect(() => {
    const query = matchMedia(narrow);
    const onChange = (): void => setIs(query.matches);
    onChange();
    query.addEventListener('change', onChange);
    return () => query.removeEventListener('change', onChange);
  }, []);
  return is;
}

import { useEffect, useRef, useState } from 'preact/hooks';

/** Milliseconds of silence after a key before the list is asked for. */
const pause = 120;

/** What is typed, given on after a moment of silence (A056). What comes from outside replaces what was typed. */
export function useLiveText(text: string, onText: (text: string) => void): [string, (text: string) => void] {
  const [typed, setTyped] = useState(text);
  /** What was given on last: when the address follows, that is no news. */
  const given = useRef(text);
  const tell = useRef(onText);
  tell.current = onText;
  useEffect(() => {
    if (text === given.current) return;
    given.current = text;
    setTyped(text);
  }, [text]);
  useEffect(() => {
    const wanted = typed.trim();
    if (wanted === given.current) return;
    const timer = setTimeout(() => {
      given.current = wanted;
      tell.current(wanted);
    }, pause);
    return () => clearTimeout(timer);
  }, [typed]);
  return [typed, setTyped];
}

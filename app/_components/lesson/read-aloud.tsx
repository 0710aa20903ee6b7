'use client';

import { Volume2, VolumeX } from 'lucide-react';
import { useEffect, useState } from 'react';
import * as words from '../../_words';
import { Button } from '../ui/button';

/**
 * Reads a text with the browser's own voice, where it has one. Its place is kept until that is known, so that the
 * text below does not move.
 */
export function ReadAloud({ text }: { text: string }) {
  const [voice, setVoice] = useState<boolean | null>(null);
  const [speaking, setSpeaking] = useState(false);
  useEffect(() => {
    setVoice('speechSynthesis' in window);
    return () => window.speechSynthesis?.cancel();
  }, []);
  if (voice === false) return null;
  const toggle = () => {
    window.speechSynthesis.cancel();
    setSpeaking(!speaking);
    if (speaking) return;
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = 'en';
    utterance.onend = () => setSpeaking(false);
    window.speechSynthesis.speak(utterance);
  };
  return (
    <div data-print="no" style={voice === null ? { visibility: 'hidden' } : undefined}>
      <Button small onClick={toggle}>
        {speaking ? <VolumeX size={15} aria-hidden="true" /> : <Volume2 size={15} aria-hidden="true" />}
        {speaking ? words.lesson.stopReading : words.lesson.readAloud}
      </Button>
    </div>
  );
}

import type { Translation } from '../../../widget/kit/words.js';
import type { picture as en } from '../en/picture.js';

export const picture = {
  'picture.label': 'Bild',
  'picture.of': 'Bild von {name}',
  'picture.choose': 'Bild auswählen',
  'picture.replace': 'Anderes auswählen',
  'picture.remove': 'Bild entfernen',
  'picture.removeTitle': 'Dieses Bild entfernen?',
  'picture.removeText': 'Das Bild von {name} wird sofort gelöscht und lässt sich nicht zurückholen.',
  'picture.keep': 'Behalten',
  'picture.sending': 'Wird gesendet',
  'picture.stop': 'Abbrechen',
  'picture.changed': 'Bild gespeichert',
  'picture.removed': 'Bild entfernt',
  'picture.hint': 'JPEG, PNG oder WebP, bis 10 MB. Sie können es auch hierher ziehen oder einfügen.',
  'picture.mayNot': 'Ihre Rolle darf keine Bilder ändern.',
  'picture.tooLarge': 'Dieses Bild hat mehr als 10 MB. Verkleinern Sie es und versuchen Sie es noch einmal.',
  'picture.empty': 'Diese Datei ist leer. Wählen Sie eine andere.',
  'picture.heic':
    'Dies ist ein HEIC-Bild, das nicht jeder Browser zeigen kann. Speichern Sie es als JPEG oder PNG und wählen Sie diese Datei.',
  'picture.notAPicture': 'Diese Datei ist kein Bild. Wählen Sie eine JPEG-, PNG- oder WebP-Datei.',
  'picture.tooManyPixels':
    'Dieses Bild hat mehr als 40 Millionen Pixel. Verkleinern Sie es und versuchen Sie es noch einmal.',
  'picture.damaged': 'Dieses Bild ist beschädigt und lässt sich nicht öffnen. Wählen Sie eine andere Datei.',
} as const satisfies Translation<typeof en>;

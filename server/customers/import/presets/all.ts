import { amelia } from './amelia.js';
import { booknetic } from './booknetic.js';
import { easyAppointments } from './easy-appointments.js';
import type { Preset } from './preset.js';
import { square } from './square.js';

/** Other programs whose exports are known; the first whose marks are all there is it. */
export const presets: readonly Preset[] = [square, easyAppointments, booknetic, amelia];

/** A business as the set-up sends it, without the token. */
export const aNewBusiness = (name = 'Salon Aurora') => ({
  business: { name, language: 'de', timeZone: 'Europe/Berlin', country: 'DE', currency: 'EUR', weekStart: 1 },
  owner: { name: 'Ana Dias', email: 'ana@aurora.example', password: 'mellow otter paddles' },
  categories: [
    {
      name: 'Haare',
      services: [
        { name: 'Schnitt', durationMinutes: 30, priceMinor: 3200 },
        { name: 'Farbe', durationMinutes: 90, priceMinor: 9000, bufferAfterMinutes: 15 },
      ],
    },
  ],
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: '09:00', end: '17:00' })),
  provider: { name: 'Ana Dias' },
});

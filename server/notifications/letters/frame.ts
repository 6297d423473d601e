/*
 * The frame of every letter. Tables and inline styles, because that is what mail programs draw alike; the style block is for
 * those that know it (dark mode, narrow screens). Sizes and spaces are those of DESIGN section 11.
 */

const font =
  "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;font-variant-numeric:tabular-nums;";

/** What all letters have around what one says: the name of the business, what lists of mail show, the foot. */
export const frameAround = (inner: string, foot = ''): string => `<!doctype html>
<html lang="{{ letter.language }}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
<title>{{ letter.subject }}</title>
<style>
:root { color-scheme: light dark; }
@media (max-width: 480px) {
  .outer { padding: 16px 12px !important; }
  .inner { padding: 24px 20px !important; }
  .time { font-size: 24px !important; }
  .label { width: 116px !important; }
  .button-table { width: 100% !important; }
  .button a { display: block !important; width: auto !important; text-align: center !important; }
}
@media (prefers-color-scheme: dark) {
  .page { background: #111315 !important; }
  .card { background: #1a1c1f !important; border-color: #313439 !important; }
  .ink { color: #f1f1f3 !important; }
  .muted { color: #aeafb6 !important; }
  .rule { border-color: #313439 !important; }
  .good { color: #79d3a0 !important; }
  .waiting { color: #f0bb70 !important; }
  .off { color: #f79c92 !important; }
  .link { color: {{ colours.linkDark }} !important; }
  .button { background: {{ colours.fillDark }} !important; }
  .button a { color: {{ colours.inkDark }} !important; border-color: {{ colours.fillDark }} !important; }
}
</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f4f5f6;-webkit-text-size-adjust:100%;">
<div style="display:none;max-height:0;overflow:hidden;opacity:0;">{{ preview | literal }}&#8199;&#847;</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f4f5f6;">
<tr><td class="outer" align="center" style="padding:32px 16px;">
<!--[if mso]><table role="presentation" width="560" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;">
<tr><td class="ink" style="padding:0 4px 16px;${font}font-size:16px;line-height:24px;font-weight:600;color:#191a1d;">{{ letter.business | literal }}</td></tr>
<tr><td class="card" style="background:#ffffff;border:1px solid #e3e3e6;border-radius:10px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
<tr><td class="inner" style="padding:32px;${font}">
${inner}</td></tr></table>
</td></tr>
<tr><td style="padding:16px 4px 0;${font}">
{% for line in letter.footer %}<p class="muted" style="margin:0 0 4px;font-size:13px;line-height:20px;color:#5b5c63;">{{ line | literal }}</p>
{% endfor %}${foot}</td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table>
</body>
</html>
`;

/** What a letter about a booking says. */
export const bookingFrame =
  frameAround(`<p class="{{ letter.status.kind }}" style="margin:0 0 16px;font-size:14px;line-height:20px;font-weight:600;color:{{ statusColour }};"><span aria-hidden="true">{{ sign }}</span>&nbsp; {{ letter.status.word }}</p>
<h1 style="margin:0;font-size:16px;line-height:24px;font-weight:400;">
<span class="{% if off %}muted{% else %}ink{% endif %}" style="display:block;font-size:16px;line-height:24px;font-weight:600;color:{% if off %}#5b5c63{% else %}#191a1d{% endif %};">{{ letter.moment.date }}</span>
<span class="time {% if off %}muted{% else %}ink{% endif %}" style="display:block;font-size:28px;line-height:36px;font-weight:600;letter-spacing:-0.01em;color:{% if off %}#5b5c63;text-decoration:line-through{% else %}#191a1d{% endif %};">{{ letter.moment.times }}</span>
</h1>
{% if letter.moment.zone != '' %}<p class="muted" style="margin:4px 0 0;font-size:13px;line-height:20px;color:#5b5c63;">{{ letter.moment.zone }}</p>{% endif %}
{% if letter.ownMoment %}<p class="muted" style="margin:4px 0 0;font-size:13px;line-height:20px;color:#5b5c63;">{{ letter.ownMoment }}</p>{% endif %}
<p class="ink" style="margin:24px 0 0;font-size:16px;line-height:24px;color:#191a1d;">{{ letter.intro | literal }}</p>
<table role="presentation" class="rule" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:24px 0 0;border-top:1px solid #e3e3e6;">
<tr><td height="12" style="height:12px;font-size:0;line-height:0;">&nbsp;</td></tr>
{% for fact in letter.facts %}<tr><td><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>
<td class="label muted" width="128" valign="top" style="width:128px;padding:6px 12px 6px 0;${font}font-size:14px;line-height:20px;color:#5b5c63;">{{ fact.label }}</td>
<td class="ink" valign="top" style="padding:6px 0;${font}font-size:14px;line-height:20px;color:#191a1d;word-break:break-word;">{% for line in fact.lines %}{% unless forloop.first %}<br>{% endunless %}{% if fact.href %}<a class="link" href="{{ fact.href }}" style="color:{{ colours.link }};">{{ line }}</a>{% elsif forloop.first %}{{ line | literal }}{% else %}<span{% if fact.quiet %} class="muted" style="color:#5b5c63;"{% endif %}>{{ line | literal }}</span>{% endif %}{% endfor %}</td>
</tr></table></td></tr>
{% endfor %}</table>
{% if letter.button %}<table role="presentation" cellpadding="0" cellspacing="0" border="0" class="button-table" style="margin:24px 0 0;"><tr>
<td class="button" bgcolor="{{ colours.fill }}" style="border-radius:8px;background:{{ colours.fill }};"><a href="{{ letter.button.url }}" style="display:inline-block;padding:11px 24px;border:1px solid {{ colours.fill }};border-radius:8px;${font}font-size:16px;line-height:22px;font-weight:600;color:{{ colours.ink }};text-decoration:none;">{{ letter.button.label }}</a></td>
</tr></table>{% endif %}
{% for note in letter.notes %}<p class="muted" style="margin:16px 0 0;font-size:14px;line-height:20px;color:#5b5c63;">{{ note | literal }}</p>{% endfor %}
`);

/** What somebody wrote, as HTML that was made for it. */
export const writtenFrame = frameAround(
  `<div class="ink" style="font-size:16px;line-height:24px;color:#191a1d;word-break:break-word;">{{ body | ready }}</div>
`,
  `{% if unsubscribe %}<p class="muted" style="margin:8px 0 0;font-size:13px;line-height:20px;color:#5b5c63;"><a class="link" href="{{ unsubscribe.url }}" style="color:{{ colours.link }};">{{ unsubscribe.label }}</a></p>
{% endif %}`,
);

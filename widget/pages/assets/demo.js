// Shows the snippet with the address of this server.
for (const part of document.querySelectorAll('[data-origin]')) part.textContent = location.origin;

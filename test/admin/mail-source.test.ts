import { expect } from 'chai';
import { mailSource } from '../../admin/messages/mail-source.js';

describe('a mail shown in the admin', () => {
  it('has its styles set aside, where the page’s policy does not refuse them', () => {
    const { document, sheets } = mailSource(
      '<html><head><style media="all">p{color:red}</style></head><body style="margin:0"><p class="x" style=\'a: "b>c"\'>Hi</p></body></html>',
    );
    expect(sheets).to.deep.equal(['p{color:red}']);
    expect(document).to.equal(
      '<html><head><base target="_blank"></head><body data-style="margin:0"><p class="x" data-style=\'a: "b>c"\'>Hi</p></body></html>',
    );
  });

  it('has no scripts and no handlers; text that looks like them stays text', () => {
    const { document } = mailSource('<script>alert(1)</script><img src=x onerror=alert(1)><p>a style=b onclick=c</p>');
    expect(document).to.equal('<img src=x data-onerror=alert(1)><p>a style=b onclick=c</p><base target="_blank">');
  });
});
